import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import type { Locale } from '../../src/lib/locale.ts';
import { words } from '../../src/patient/words/words.ts';
import { type Answers, allPages } from '../../src/steps/catalog.ts';
import { listWords } from '../../src/ui/lists/words.ts';
import { uiWords } from '../../src/ui/words/words.ts';
import { answersOf, openBrowser } from '../journeys/clinic.ts';
import type { House } from '../journeys/house.ts';
import { button, codeOn, headingIs, known } from '../journeys/patient.ts';
import {
  begin,
  fillPage,
  goOnUntil,
  onwards,
  pressContinue,
  type Robot,
  type Seen,
  whereIs,
} from '../journeys/robot.ts';
import { jump } from '../time-jump.ts';

/** One page as it is seen once: what it is called here, and how far it is filled in. */
export interface Stop {
  readonly page: Page;
  readonly locale: Locale;
  readonly name: string;
  readonly state: 'blank' | 'filled' | 'error';
  /** Turned to from another page, so that the h1 must have the focus. */
  readonly isTurned: boolean;
}

export type Look = (stop: Stop) => Promise<void>;

/** Somebody whose answers call up every page and every question that another one calls up. */
export const everyPage: Answers = answersOf('V01', {
  ...known,
  emergencyNow: 'unsure',
  interpreter: 'no',
  preferredName: 'Xime',
  safetyCallConsent: 'no',
  emergencyContactName: 'Rosa',
  emergencyContactPhone: '615 555 0199',
  emergencyContactConsent: 'yes',
  conditions: ['depression', 'ptsd', 'chronicPain'],
  mainCondition: 'depression',
  episodeMonths: 14,
  wellTwoMonths: 'no',
  phq9: [2, 2, 2, 2, 2, 2, 2, 3, 1],
  phq9Difficulty: 2,
  traumaEver: 'yes',
  pcptsd5: [1, 1, 0, 0, 1],
  peg: [5, 6, 7],
  asq1: 'yes',
  asq4: 'yes',
  asq4when: 'over1y',
  asq5: 'no',
  highPeriodEver: 'yes',
  highPeriodTrouble: 'no',
  highPeriodNoticed: 'unsure',
  maniaCurrent: 'no',
  ect: { had: 'yes', when: '2091', sessions: 8, response: 'some' },
  tms: { had: 'no' },
  priorKetamine: 'yes',
  priorKetReaction: 'none',
  mi: 'yes',
  miWhen: 'over6m',
  htn: 'yes',
  htnControlled: 'yes',
  sbp: 80,
  dbp: 120,
  bpAge: 'within6m',
  allergies: 'Penicillin',
  heightIn: 70,
  weightLb: 80,
  liver: 'yes',
  liverSevere: 'no',
  sex: 'female',
  canBecomePregnant: 'yes',
  pregnant: 'no',
  tryingPregnant: 'no',
  contraception: 'yes',
  drugUse: 'monthly',
  drugsUsed: 'Cannabis',
  opioidTreatment: 'no',
  twiceWeekly: 'yes',
  insurer: 'Example Health',
  requestKind: 'appointment',
  preferredTimes: ['evening'],
  contactMethod: 'phone',
});

/** A browser whose width is what is set, so that what runs off the page can be measured. */
export async function openTour(browser: Browser, house: House, locale: Locale, path = '/') {
  const opened = await openBrowser(browser, {
    viewport: { width: 390, height: 844 },
    locale: locale === 'es' ? 'es-MX' : 'en-US',
    reducedMotion: 'reduce',
  });
  await opened.page.goto(`${house.url}${path}?lang=${locale}`);
  await opened.page.locator('main h1').waitFor();
  return opened;
}

/** The example clinic has two locations, a privacy notice and Spanish that was confirmed. */
export const exampleClinic = (): object => JSON.parse(readFileSync('clinic.example.json', 'utf8'));
export const locations = { nashville: 'Nashville', franklin: 'Franklin' };

const tooLong = 'y'.repeat(4001);

/** Fills a page in so that it cannot go on, and presses Continue. False where no page like it can be wrong. */
async function spoil({ page, locale }: Robot, place: Seen): Promise<boolean> {
  const questions = allPages.find(({ id }) => id === place)?.questions ?? [];
  const has = (...kinds: readonly string[]) => questions.some(({ kind }) => kinds.includes(kind));
  const isNeeded = questions.some(({ needed }) => needed === 'toContinue');
  if (!isNeeded && !has('text', 'number', 'birthDate', 'treatment', 'trials')) return false;
  if (has('treatment')) await page.locator('main .tile-face').first().click();
  if (has('trials')) {
    await page.getByRole('combobox').first().fill('sertraline');
    await page.getByRole('combobox').first().press('Enter');
  }
  const boxes = await page.locator('main').getByRole('textbox').all();
  if (boxes.length === 0 && !isNeeded) return false;
  for (const box of boxes) await box.fill(tooLong);
  await button(page, words[locale].continue).click();
  await page.locator('.error-summary:focus').waitFor();
  return true;
}

async function mend({ page, locale }: Robot): Promise<void> {
  const remove = page.getByRole('button', { name: new RegExp(`^${listWords[locale].remove} `) });
  for (const one of await remove.all()) await one.click();
  for (const box of await page.locator('main').getByRole('textbox').all()) await box.fill('');
}

/** Page by page to check answers, each seen blank, with what is to be mended, and filled in. */
export async function walkTheForm(robot: Robot, look: Look, tag = ''): Promise<ReadonlySet<string>> {
  const { page, locale } = robot;
  const met = new Set<string>();
  for (let turns = 0; turns < 90; turns += 1) {
    const seen = await whereIs(robot);
    if (seen === 'unknown') throw new Error(`The tour does not know the page "${await page.title()}"`);
    const at = { page, locale, name: `${tag}${seen === 'aside' ? 'code or privacy' : seen}` };
    await look({ ...at, state: 'blank', isTurned: true });
    met.add(seen);
    if (seen === 'check') return met;
    if (await spoil(robot, seen)) {
      await look({ ...at, state: 'error', isTurned: false });
      await mend(robot);
    }
    await fillPage(robot, seen);
    const isQuestions = allPages.some(({ id }) => id === seen);
    if (isQuestions) await look({ ...at, state: 'filled', isTurned: false });
    await pressContinue(robot, onwards(seen, locale));
  }
  throw new Error('The tour walks in circles');
}

/** The pages that need no form: start, help, about, resume, status, and an address that is not there. */
export async function seeTheOutside(browser: Browser, house: House, locale: Locale, look: Look) {
  const w = words[locale];
  const { page, complaints } = await openTour(browser, house, locale);
  const see = (name: string, state: Stop['state'] = 'blank') =>
    look({ page, locale, name, state, isTurned: false });
  await see('start');
  await page.locator('main .tile-face').first().click();
  await see('start', 'filled');
  const visit = async (path: string) => {
    await page.goto(`${house.url}${path}?lang=${locale}`);
    await page.locator('main h1').waitFor();
  };
  for (const name of ['help', 'about', 'resume', 'status', 'lost'] as const) {
    await visit(name === 'lost' ? '/no-such-page' : `/${name}`);
    await see(name);
    if (name !== 'resume' && name !== 'status') continue;
    await page.getByRole('button', { name: name === 'resume' ? w.resume.open : w.status.show }).click();
    await page.locator('.error-summary:focus').waitFor();
    await see(name, 'error');
  }
  await page.context().close();
  return complaints;
}

/** On somebody else's device: the code, "Finish later", all parts, "Stop here", the call that is asked for, deleting. */
export async function seeTheAsides(browser: Browser, house: House, locale: Locale, look: Look) {
  const w = words[locale];
  const { page, complaints } = await openTour(browser, house, locale);
  const robot: Robot = { page, locale, answers: { ...everyPage, birthDate: '1984-02-10' } };
  const see = (name: string, state: Stop['state'] = 'blank', isTurned = true) =>
    look({ page, locale, name, state, isTurned });
  await begin(robot, 'shared');
  await fillPage(robot, 'danger');
  await pressContinue(robot);
  await button(page, w.support.ask).click();
  await see('asked for a call', 'blank', false);
  await button(page, w.support.askSend).click();
  await page.locator('.error-summary:focus').waitFor();
  await see('asked for a call', 'error', false);
  await button(page, w.support.askCancel).click();
  await button(page, w.support.stop).click();
  await page.locator('.code').waitFor();
  await see('stopped');
  await button(page, w.keep.goOn).click();
  await goOnUntil(robot, (seen) => seen === 'who');
  await page.context().setOffline(true);
  await page.locator('.banner', { hasText: uiWords[locale].offline }).waitFor();
  await see('without a connection', 'blank', false);
  await page.context().setOffline(false);
  await page.locator('.banner', { hasText: uiWords[locale].offline }).waitFor({ state: 'detached' });
  await button(page, w.finishLater).click();
  await headingIs(page, w.keep.finishLater);
  await see('keep');
  await page.locator('details summary').first().click();
  await see('keep with the link and its picture', 'blank', false);
  await button(page, w.sectionList.h1All).click();
  await headingIs(page, w.sectionList.h1);
  await see('parts');
  await page.goBack();
  await headingIs(page, w.keep.finishLater);
  await page.locator('.save-line', { hasText: uiWords[locale].save.idle }).waitFor();
  await page.context().close();
  return complaints;
}

/** Nobody is there for twenty minutes: the question, the hidden answers, and a wrong date. */
export async function seeTheIdle(browser: Browser, house: House, locale: Locale, look: Look) {
  const w = words[locale];
  const { page, complaints } = await openTour(browser, house, locale);
  const robot: Robot = { page, locale, answers: { emergencyNow: 'no', birthDate: '1984-02-10' } };
  const see = (name: string, state: Stop['state'] = 'blank') =>
    look({ page, locale, name, state, isTurned: false });
  await page.clock.install();
  await page.reload();
  await begin(robot);
  await goOnUntil(robot, (seen) => seen === 'who');
  await jump(page, '18:10');
  await page.locator('dialog[open]').waitFor();
  await see('are you still there');
  await jump(page, '02:10');
  await headingIs(page, w.idle.lockedTitle);
  await see('hidden answers');
  await button(page, w.idle.open).click();
  await page.locator('.error-summary:focus').waitFor();
  await see('hidden answers', 'error');
  await page.context().close();
  return complaints;
}

/** Under 18, and a form that was deleted. */
export async function seeTheEnds(browser: Browser, house: House, locale: Locale, look: Look) {
  const w = words[locale];
  const { page, complaints } = await openTour(browser, house, locale);
  const robot: Robot = { page, locale, answers: { emergencyNow: 'no', birthDate: '2015-02-10' } };
  const see = (name: string, state: Stop['state'] = 'blank', isTurned = true) =>
    look({ page, locale, name, state, isTurned });
  await begin(robot);
  await fillPage(robot, 'danger');
  await pressContinue(robot);
  await fillPage(robot, 'birthDate');
  await pressContinue(robot);
  await headingIs(page, w.underAge.h1);
  await see('under age');
  await button(page, w.underAge.again).click();
  await headingIs(page, w.start.h1);
  await begin(robot);
  await button(page, w.finishLater).click();
  await button(page, w.keep.remove).click();
  await see('sure to delete', 'blank', false);
  await button(page, w.keep.removeYes).click();
  await headingIs(page, w.keep.removed);
  await see('deleted');
  await page.getByRole('link', { name: w.header.leave }).last().click();
  await page.waitForURL(`${house.url}/blank`);
  await page.context().close();
  return complaints;
}

/** From check answers to the cleared device: signing, sending without a connection, the receipt, the record, the status. */
export async function seeTheSending(
  robot: Robot,
  house: House,
  look: Look,
  inTrouble?: () => Promise<void>,
): Promise<void> {
  const { page, locale, answers } = robot;
  const w = words[locale];
  const see = (name: string, state: Stop['state'] = 'blank', isTurned = true) =>
    look({ page, locale, name, state, isTurned });
  await button(page, w.continue).click();
  await headingIs(page, w.sign.h1);
  await see('sign');
  await page.locator('#sign-name').fill('');
  await button(page, w.sign.send).click();
  await page.locator('.error-summary:focus').waitFor();
  await see('sign', 'error', false);
  await page.locator('#sign-name').fill('Somebody Else');
  await see('sign', 'filled', false);
  await button(page, w.sign.send).click();
  await headingIs(page, w.sign.different);
  await see('a different name');
  await button(page, w.sign.changeName).click();
  await headingIs(page, w.sign.h1);
  await inTrouble?.();
  await page.context().setOffline(true);
  await page.locator('#sign-name').fill(`${answers.firstName} ${answers.lastName}`);
  await button(page, w.sign.send).click();
  await headingIs(page, w.sending.h1);
  await see('sending');
  await page.context().setOffline(false);
  await headingIs(page, w.done.h1);
  await see('done');
  const code = await codeOn(page);
  await button(page, w.done.record).click();
  await headingIs(page, w.record.h1);
  await see('record');
  await page.goBack();
  await headingIs(page, w.done.h1);
  await button(page, w.done.finish).click();
  await headingIs(page, w.done.cleared);
  await see('cleared');
  await page.goto(`${house.url}/status?lang=${locale}`);
  await page.locator('#resume-code').fill(code);
  await button(page, w.status.show).click();
  await page.locator('.notice.success').waitFor();
  await see('status of a sent form', 'filled', false);
}
