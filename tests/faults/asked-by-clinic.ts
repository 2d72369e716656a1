import { randomBytes, randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import type { Locale } from '../../src/lib/locale.ts';
import { draftKeys } from '../../src/patient/draft/keys.ts';
import { replyWords } from '../../src/patient/reply/words.ts';
import { FOLLOW_UP_CODE_BYTES, followUpCodeFrom } from '../../src/submission/follow-up-code.ts';
import type { PatientFollowUps, ReplyRequest } from '../../src/submission/reply-wire.ts';
import { uiWords } from '../../src/ui/words/words.ts';
import type { House } from '../journeys/house.ts';
import { button } from '../journeys/patient.ts';

/** A question of the clinic with its link. It stands in for the portal; what is kept of the reply is on the real server. */
export interface Message {
  readonly code: string;
  readonly asked: PatientFollowUps;
  readonly sent: ReplyRequest[];
  /** No reply gets through. */
  isDown: boolean;
}

export const messageAsking = (keys: readonly string[]): Message => ({
  code: followUpCodeFrom(randomBytes(FOLLOW_UP_CODE_BYTES)),
  asked: {
    submissionId: randomUUID(),
    status: 'received',
    items: [{ id: randomUUID(), texts: ['Which heart medicine do you take?'], keys: [...keys] }],
  },
  sent: [],
  isDown: false,
});

/** Follows the link and gives the birth date. */
export async function openMessage(
  page: Page,
  house: House,
  message: Message,
  locale: Locale = 'en',
): Promise<void> {
  await page.route('**/api/follow-ups/open', (route) => route.fulfill({ json: message.asked }));
  await page.route('**/replies/*', async (route) => {
    if (message.isDown) return route.abort();
    message.sent.push(route.request().postDataJSON());
    const replyId = route.request().url().split('/').at(-1);
    await route.fulfill({ status: 201, json: { replyId, receivedAt: '2026-11-28T10:00:00Z' } });
  });
  await page.goto(`${house.url}/follow-up?lang=${locale}#${message.code}`);
  const { month, day, year } = uiWords[locale].date;
  const parts = { [month]: '2', [day]: '10', [year]: '1984' };
  for (const [part, typed] of Object.entries(parts)) await page.getByLabel(part, { exact: true }).fill(typed);
  await button(page, replyWords[locale].open.show).click();
}

/** What the server answers to whoever asks for the reply that is kept there. */
export async function keptReplyOn(house: House, { code, asked }: Message): Promise<number> {
  const { id, verifier } = await draftKeys(code, `reply ${asked.items[0]?.id}`);
  const response = await fetch(`${house.url}/api/drafts/${id}`, {
    headers: { authorization: `Draft ${verifier}` },
  });
  return response.status;
}
