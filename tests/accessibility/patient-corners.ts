import type { Browser } from 'playwright-core';
import type { Locale } from '../../src/lib/locale.ts';
import { applyPage } from '../../src/machines/draft.ts';
import { replyWords } from '../../src/patient/reply/words.ts';
import { words } from '../../src/patient/words/words.ts';
import { pages as checkEn } from '../../src/steps/sending/en.ts';
import { pages as checkEs } from '../../src/steps/sending/es.ts';
import { uiWords } from '../../src/ui/words/words.ts';
import { messageAsking, openMessage } from '../faults/asked-by-clinic.ts';
import { draftUpTo, keepOnServer, saveOver } from '../faults/kept-draft.ts';
import { answersOf } from '../journeys/clinic.ts';
import type { House } from '../journeys/house.ts';
import { button, headingIs, known } from '../journeys/patient.ts';
import type { Robot } from '../journeys/robot.ts';
import { type Look, openTour, type Stop } from './patient-tour.ts';

const checkTitle = { en: checkEn.check.title, es: checkEs.check.title };
const problem = {
  type: 'about:blank',
  title: 'Not taken',
  status: 422,
  detail: 'It was not taken.',
  requestId: 'tour',
};

/** The clinic's question, from the link to the thanks: asked, in trouble, odd numbers, support, not sent, sent. */
export async function seeTheReply(browser: Browser, house: House, locale: Locale, look: Look) {
  const w = words[locale];
  const r = replyWords[locale];
  const { page, complaints } = await openTour(browser, house, locale, '/follow-up');
  const see = (name: string, state: Stop['state'] = 'blank', isTurned = true) =>
    look({ page, locale, name, state, isTurned });
  await see('message', 'blank', false);
  await button(page, r.open.show).click();
  await page.locator('.error-summary:focus').waitFor();
  await see('message', 'error', false);
  const message = messageAsking(['asq5', 'sbp', 'dbp']);
  await openMessage(page, house, message, locale);
  await page.locator('main textarea').waitFor();
  await see('reply in words');
  await page.locator('main textarea').fill('Metoprolol.');
  await page.locator('.save-line.saved').waitFor();
  await see('reply in words', 'filled', false);
  await button(page, w.continue).click();
  await page.locator('main [name="asq5"]').first().waitFor({ state: 'attached' });
  await see('reply of the form');
  await page.locator('main .tile-face').first().click();
  await button(page, w.continue).click();
  await headingIs(page, w.support.h1);
  await see('reply and support');
  await button(page, r.goOn).click();
  await page.getByLabel(uiWords[locale].pressure.top).fill('80');
  await page.getByLabel(uiWords[locale].pressure.bottom).fill('120');
  await button(page, r.last).click();
  await headingIs(page, w.numbers.h1);
  await see('reply with odd numbers');
  message.isDown = true;
  await button(page, w.numbers.keep).click();
  await page.locator('.notice.warning', { hasText: r.unheard }).waitFor();
  await see('reply not sent yet', 'filled', false);
  message.isDown = false;
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await headingIs(page, r.done);
  await see('reply sent');
  await page.context().close();
  return complaints;
}

/** The same answer changed on two devices, and a code that is not known. */
export async function seeTheMerge(browser: Browser, house: House, locale: Locale, look: Look) {
  const w = words[locale];
  const answers = answersOf('V01', known);
  const draft = { ...draftUpTo('name', answers), language: locale };
  const code = await keepOnServer(house, draft);
  const { page, complaints } = await openTour(browser, house, locale, '/resume');
  await page.locator('#resume-code').fill(code);
  await button(page, w.resume.open).click();
  await headingIs(page, w.sectionList.h1);
  await look({ page, locale, name: 'back from another device', state: 'blank', isTurned: true });
  await button(page, w.sectionList.goOn).click();
  await page.locator('[name="firstName"]').waitFor();
  const at = new Date().toISOString();
  await saveOver(house, code, applyPage(draft, 'name', { firstName: 'Second', lastName: 'Person' }, at));
  await page.locator('[name="firstName"]').fill('First');
  await headingIs(page, w.conflict.h1);
  await look({ page, locale, name: 'changed in two places', state: 'blank', isTurned: true });
  await page.context().close();
  return complaints;
}

/** The server does not answer, and then cannot take the form as it is: from the signature and back to it. */
export async function seeTheTrouble({ page, locale, answers }: Robot, look: Look): Promise<void> {
  const w = words[locale];
  const see = (name: string) => look({ page, locale, name, state: 'blank', isTurned: false });
  await page.route('**/api/submissions/*', (route) =>
    route.fulfill({ status: 503, headers: { 'retry-after': '40' }, body: '' }),
  );
  await page.locator('#sign-name').fill(`${answers.firstName} ${answers.lastName}`);
  await button(page, w.sign.send).click();
  await page.getByText(w.sending.unheardText).waitFor();
  await see('sending again in a while');
  await page.unroute('**/api/submissions/*');
  await page.route('**/api/submissions/*', (route) =>
    route.fulfill({ status: 422, contentType: 'application/problem+json', json: problem }),
  );
  await button(page, w.sending.tryAgain).click();
  await headingIs(page, w.sending.h1Refused);
  await see('sending refused');
  await page.unroute('**/api/submissions/*');
  await button(page, w.sending.backToCheck).click();
  await headingIs(page, checkTitle[locale]);
  await button(page, w.continue).click();
  await headingIs(page, w.sign.h1);
}
