import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { draftKeys } from '../../src/patient/draft/keys.ts';
import { replyWords } from '../../src/patient/reply/words.ts';
import { followUpCodeFrom } from '../../src/submission/follow-up-code.ts';
import type { PatientFollowUps, ReplyRequest } from '../../src/submission/reply-wire.ts';
import type { House } from '../journeys/house.ts';
import { button } from '../journeys/patient.ts';

const followUpId = randomUUID();
const code = followUpCodeFrom(Uint8Array.from({ length: 26 }, (_, index) => index + 3));
const asked: PatientFollowUps = {
  submissionId: randomUUID(),
  status: 'received',
  items: [{ id: followUpId, texts: ['Which heart medicine do you take?'], keys: ['sbp', 'dbp'] }],
};

/** Follows a link of the clinic. What the clinic asks stands in for the portal; drafts are the real server's. */
export async function openMessage(page: Page, house: House, sent: ReplyRequest[]): Promise<void> {
  await page.route('**/api/follow-ups/open', (route) => route.fulfill({ json: asked }));
  await page.route('**/replies/*', async (route) => {
    sent.push(route.request().postDataJSON());
    const replyId = route.request().url().split('/').at(-1);
    await route.fulfill({ status: 201, json: { replyId, receivedAt: '2026-11-28T10:00:00Z' } });
  });
  await page.goto(`${house.url}/follow-up#${code}`);
  const parts = { Month: '2', Day: '10', Year: '1984' };
  for (const [part, typed] of Object.entries(parts)) await page.getByLabel(part).fill(typed);
  await button(page, replyWords.en.open.show).click();
}

/** What the server answers to whoever asks for the reply that is kept there. */
export const keptReplyOn = async (house: House): Promise<number> => {
  const { id, verifier } = await draftKeys(code, `reply ${followUpId}`);
  const response = await fetch(`${house.url}/api/drafts/${id}`, {
    headers: { authorization: `Draft ${verifier}` },
  });
  return response.status;
};
