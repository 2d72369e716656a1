import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { pageAt } from '../../src/machines/places.ts';
import type { Device } from '../../src/patient/pages/start.tsx';
import { replyWords } from '../../src/patient/reply/words.ts';
import { words } from '../../src/patient/words/words.ts';
import type { Answers, PageId } from '../../src/steps/catalog.ts';
import { launchBrowser } from '../chromium.ts';
import { answersOf } from '../journeys/clinic.ts';
import { type House, openHouse } from '../journeys/house.ts';
import {
  button,
  codeOn,
  everythingStored,
  goOnTo,
  headingIs,
  known,
  openPhone,
  resume,
} from '../journeys/patient.ts';
import { begin, fillPage, heading, pressContinue, type Robot } from '../journeys/robot.ts';
import { personas } from '../personas.ts';
import { keptReplyOn, messageAsking, openMessage } from './asked-by-clinic.ts';
import { fieldsOn, goOnFromList, openLink } from './coming-back.ts';
import { draftUpTo, keepOnServer, pagesOf, readFromServer } from './kept-draft.ts';
import { killTab, refuseStorage } from './kill.ts';

/** Nothing that was typed longer ago than this may be lost. */
const TWO_SECONDS = 2_100;

const w = words.en;
const r = replyWords.en;
const answers = answersOf('V01', {
  ...known,
  allergies: 'Penicillin gives me hives; shellfish, maybe.',
  medications: [{ key: 'lisinopril', name: 'lisinopril', dose: '10 mg', howOften: 'once a day' }],
});

let house: House;
let browser: Browser;
let kills = 0;
const losses: string[] = [];

beforeAll(async () => {
  [house, browser] = await Promise.all([openHouse(), launchBrowser()]);
});
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
  console.log(
    `tabs killed: ${kills}; with a loss: ${losses.length}${losses.map((one) => `\n  ${one}`).join('')}`,
  );
});

interface Seen {
  readonly h1: string;
  readonly fields: readonly string[];
}
const seenOn = async (page: Page): Promise<Seen> => ({
  h1: await heading({ page }),
  fields: await fieldsOn(page),
});

/** Waits until the server holds what was answered on a page; a tab that was opened again saves by itself. */
const answered = async (code: string, place: PageId): Promise<Answers> => {
  const draft = await readFromServer(house, code);
  return answersOn(place, draft.answers);
};

const expected = ({ place, answers }: Pick<Kill, 'place' | 'answers'>) => answersOn(place, answers);

/** What a page has to do with: of an instrument its own items, of a medicine its name; units go with the numbers. */
function answersOn(place: PageId, from: Answers): Answers {
  const page = pageAt(place);
  const asked = (page?.questions ?? []).filter(({ key }) => key !== 'bodyUnits');
  return Object.fromEntries(
    asked.map((question) => {
      const answer = from[question.key];
      if (question.kind === 'items' && Array.isArray(answer))
        return [question.key, page?.items?.map((item) => answer[item]) ?? answer];
      if (question.kind === 'medications' && Array.isArray(answer))
        return [
          question.key,
          answer.map((one) => (typeof one === 'object' && one && 'name' in one ? one.name : one)),
        ];
      return [question.key, answer];
    }),
  );
}

interface Kill {
  readonly place: PageId;
  readonly device: Device;
  readonly answers: Answers;
}

/**
 * Fills in a page, lets two seconds pass, kills the tab and comes back: on an own device by opening the first page
 * again, although no save has reached the server; else by the code, on another device.
 */
async function killedOn({ place, device, answers }: Kill): Promise<void> {
  const code = await keepOnServer(house, draftUpTo(place, answers));
  const { page, context } = await openPhone(browser);
  const robot: Robot = { page, locale: 'en', answers };
  await openLink(page, house, code, device);
  if (device === 'own') await context.route('**/api/**', (route) => route.abort());
  await fillPage(robot, place);
  const before = await seenOn(page);
  await page.waitForTimeout(TWO_SECONDS);
  await killTab(page);
  kills += 1;
  // What is left of the tab is taken away, so that the next one is the only one.
  await page.close();
  if (device === 'own') await comesBackHere(context, { code, place, answers, before });
  else {
    await context.close();
    await comesBackElsewhere({ code, place, answers, before });
  }
}

interface Left extends Omit<Kill, 'device'> {
  readonly code: string;
  readonly before: Seen;
}

async function comesBackHere(context: BrowserContext, { code, before, ...kill }: Left): Promise<void> {
  const page = await context.newPage();
  await page.goto(house.url);
  await button(page, w.start.goOn).click();
  await goOnFromList(page);
  expect(await seenOn(page)).toEqual(before);
  await context.unroute('**/api/**');
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await expect.poll(() => answered(code, kill.place), { timeout: 10_000 }).toEqual(expected(kill));
  await context.close();
}

async function comesBackElsewhere({ code, before, ...kill }: Left): Promise<void> {
  expect(await answered(code, kill.place)).toEqual(expected(kill));
  const { page, context } = await openPhone(browser);
  await resume(page, house, code);
  await goOnFromList(page);
  expect(await seenOn(page)).toEqual(before);
  await context.close();
}

/** Counts what is lost before the test fails of it. */
async function killedAndCounted(kill: Kill): Promise<void> {
  try {
    await killedOn(kill);
  } catch (loss) {
    losses.push(`${kill.place}, ${kill.device} device`);
    throw loss;
  }
}

const eitherDevice: readonly Device[] = ['own', 'shared'];
const isFull = process.env.FULL === '1';
/** Left to the full run. */
const testInFull = isFull ? test : () => {};

/** In the short form the devices take turns. */
const kinds: readonly { readonly what: string; readonly place: PageId; readonly on: readonly Device[] }[] = [
  { what: 'text', place: 'name', on: eitherDevice },
  { what: 'radio buttons', place: 'heart', on: isFull ? eitherDevice : ['own'] },
  { what: 'checkboxes', place: 'goals', on: isFull ? eitherDevice : ['shared'] },
  { what: 'a medicine on its card', place: 'medicines', on: isFull ? eitherDevice : ['own'] },
  { what: 'long text', place: 'allergies', on: isFull ? eitherDevice : ['shared'] },
];

test.for(kinds)(
  'P14 P19: $what of two seconds ago comes back after the tab was killed ($on)',
  async ({ place, on }) => {
    await Promise.all(on.map((device) => killedAndCounted({ place, device, answers })));
  },
);

testInFull(
  'P14 P19: half a date, which is no answer yet, is still there after the tab was killed on an own device',
  async () => {
    const code = await keepOnServer(house, draftUpTo('birthDate', answers));
    const { page, context } = await openPhone(browser);
    await openLink(page, house, code, 'own');
    await page.getByRole('textbox', { name: 'Month' }).fill('febr');
    await page.waitForTimeout(TWO_SECONDS);
    await killTab(page);
    kills += 1;
    await page.close();
    const again = await context.newPage();
    await again.goto(house.url);
    await button(again, w.start.goOn).click();
    await goOnFromList(again);
    expect(await again.getByRole('textbox', { name: 'Month' }).inputValue()).toBe('febr');
  },
);

testInFull(
  'P14 P16: half a date on a shared device comes back by the code on another one; rubbed out, it stays away',
  async () => {
    const code = await keepOnServer(house, draftUpTo('birthDate', answers));
    const month = (page: Page) => page.getByRole('textbox', { name: 'Month' });
    const open = async (page: Page) => {
      await openLink(page, house, code, 'shared');
      await month(page).waitFor();
    };
    const { page, context } = await openPhone(browser);
    await open(page);
    await month(page).fill('febr');
    await page.waitForTimeout(TWO_SECONDS);
    await killTab(page);
    kills += 1;
    await context.close();
    const other = await openPhone(browser);
    await open(other.page);
    expect(await month(other.page).inputValue()).toBe('febr');
    await month(other.page).fill('');
    await other.page.waitForTimeout(TWO_SECONDS);
    await other.context.close();
    const third = await openPhone(browser);
    await open(third.page);
    expect(await month(third.page).inputValue()).toBe('');
  },
);

test('P16 a draft with an answer that the form no longer takes: the person is told what to answer again', async () => {
  const draft = draftUpTo('allergies', answers);
  const code = await keepOnServer(house, {
    ...draft,
    answers: { ...draft.answers, heightIn: 9_000 },
  });
  const { page } = await openPhone(browser);
  await resume(page, house, code);
  await page.getByRole('region', { name: w.sectionList.changed }).getByText('Height').waitFor();
  await goOnFromList(page);
  await headingIs(page, 'Your allergies');
});

test('P16 P19: with storage refused the code is shown after the first Continue, and opens what was typed until the kill', async () => {
  const { page, context } = await openPhone(browser);
  await refuseStorage(page);
  await page.goto(house.url);
  const robot: Robot = { page, locale: 'en', answers };
  await begin(robot, 'own');
  await fillPage(robot, 'danger');
  await pressContinue(robot);
  await headingIs(page, w.keep.h1);
  const code = await codeOn(page);
  await goOnTo(robot, 'name');
  await fillPage(robot, 'name');
  await page.waitForTimeout(TWO_SECONDS);
  await killTab(page);
  kills += 1;
  const other = await openPhone(browser);
  await resume(other.page, house, code);
  await goOnFromList(other.page);
  expect(await fieldsOn(other.page)).toContain('firstName: Ximena');
  await Promise.all([context.close(), other.context.close()]);
});

test('P14 P16 P19 a reply of two seconds ago comes back by the link on another device, asks about odd numbers, and is wiped once it is sent', async () => {
  const message = messageAsking(['sbp', 'dbp']);
  const typed = 'The small white one that my aunt sorts out at dawn.';
  const first = await openPhone(browser);
  await openMessage(first.page, house, message);
  await first.page.getByLabel(/Which heart medicine/).fill(typed);
  await first.page.waitForTimeout(TWO_SECONDS);
  const stored = await everythingStored(first.page);
  expect(stored).toContain('ciphertext');
  kills += 1;
  expect(stored).not.toMatch(/white one that my aunt|Which heart medicine/);
  await killTab(first.page);
  await first.context.close();

  const { page } = await openPhone(browser);
  await openMessage(page, house, message);
  const field = page.getByLabel(/Which heart medicine/);
  await field.waitFor();
  expect(await field.inputValue()).toBe(typed);
  await button(page, w.continue).click();
  await page.getByLabel('Top number').fill('80');
  await page.getByLabel('Bottom number').fill('120');
  await button(page, r.last).click();
  await headingIs(page, w.numbers.h1);
  await page.getByText('80 over 120').waitFor();
  await button(page, w.numbers.change).click();
  expect(await page.getByLabel('Top number').inputValue()).toBe('80');
  await button(page, r.last).click();
  await button(page, w.numbers.keep).click();
  await headingIs(page, r.done);
  expect(message.sent.map(({ texts, answers }) => ({ texts, answers }))).toEqual([
    { texts: [typed], answers: { sbp: 80, dbp: 120 } },
  ]);
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain('ciphertext');
  await expect.poll(() => keptReplyOn(house, message), { timeout: 10_000 }).toBe(404);
});

/** Every page that any persona comes to, with the persona that answers most of it. */
function everyPage(): readonly Pick<Kill, 'place' | 'answers'>[] {
  const best = new Map<PageId, { readonly answers: Answers; readonly given: number }>();
  for (const { id } of personas) {
    const theirs = answersOf(id, known);
    for (const place of pagesOf(theirs)) {
      const given = pageAt(place)?.questions.filter(({ key }) => theirs[key] !== undefined).length ?? 0;
      if (given > (best.get(place)?.given ?? 0)) best.set(place, { answers: theirs, given });
    }
  }
  return [...best].map(([place, { answers: theirs }]) => ({ place, answers: theirs }));
}

testInFull(
  'P14 P19: every page with a field, on an own device and by the code',
  { timeout: 3_600_000 },
  async () => {
    const failures: string[] = [];
    const pages = everyPage().filter(({ place }) => place !== 'sign');
    for (const page of pages)
      for (const device of ['own', 'shared'] as const)
        await killedAndCounted({ ...page, device }).catch((failure: unknown) => {
          failures.push(`${page.place}, ${device}: ${failure}`);
        });
    console.log(`pages: ${pages.length}`);
    expect([...losses, ...failures]).toEqual([]);
  },
);
