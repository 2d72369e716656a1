import { isDeepStrictEqual } from 'node:util';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { pageAt } from '../../src/machines/places.ts';
import { replyWords } from '../../src/patient/reply/words.ts';
import type { Device } from '../../src/patient/session/device.ts';
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
const isFull = process.env.FULL === '1';
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
  await twoSecondsPass(page, device === 'own' ? undefined : () => isOnServer({ code, place, answers }));
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

/**
 * The two seconds are those of a machine that does nothing else. The short run, which shares one with other tests,
 * also gives the save on its way the time to arrive.
 */
async function twoSecondsPass(
  page: Page,
  hasArrived: () => Promise<boolean> = async () => true,
): Promise<void> {
  await page.waitForTimeout(TWO_SECONDS);
  if (!isFull) await expect.poll(hasArrived).toBe(true);
}

const isOnServer = async ({ code, place, answers }: Omit<Left, 'before'>): Promise<boolean> =>
  isDeepStrictEqual(await answered(code, place), expected({ place, answers }));

interface Left extends Omit<Kill, 'device'> {
  readonly code: string;
  readonly before: Seen;
}

async function comesBackHere(context: BrowserContext, { code, before, ...kill }: Left): Promise<void> {
  const page = await context.newPage();
  await page.goto(house.url);
  await button(page, w.start.goOn).click();
  await goOnFromList(page);
  await expect.poll(() => seenOn(page)).toEqual(before);
  await context.unroute('**/api/**');
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await expect.poll(() => answered(code, kill.place)).toEqual(expected(kill));
  await context.close();
}

async function comesBackElsewhere({ code, before, ...kill }: Left): Promise<void> {
  await expect.poll(() => answered(code, kill.place)).toEqual(expected(kill));
  const { page, context } = await openPhone(browser);
  await resume(page, house, code);
  await goOnFromList(page);
  await expect.poll(() => seenOn(page)).toEqual(before);
  await context.close();
}

/** Counts what is lost before the test fails of it. */
async function killedAndCounted(kill: Kill): Promise<void> {
  try {
    await killedOn(kill);
  } catch (loss) {
    losses.push(`${kill.place}, ${kill.device} device: ${loss}`);
    throw loss;
  }
}

const eitherDevice: readonly Device[] = ['own', 'shared'];
/** Left to the full run. */
const testInFull = isFull ? test : () => {};

const kinds: readonly { readonly what: string; readonly place: PageId; readonly on: readonly Device[] }[] = [
  { what: 'text', place: 'name', on: eitherDevice },
  { what: 'radio buttons', place: 'heart', on: ['own'] },
  { what: 'checkboxes', place: 'goals', on: ['shared'] },
  { what: 'a medicine on its card', place: 'medicines', on: ['own'] },
  { what: 'long text', place: 'allergies', on: ['shared'] },
];

/** The tabs of a device live and die side by side; in the short form the kinds of answers take turns on the devices. */
test.for(eitherDevice)(
  'P14 P19: text, choices, a medicine and long text of two seconds ago come back after the tab was killed (%s device)',
  async (device) => {
    const killed = kinds.filter(({ on }) => isFull || on.includes(device));
    const before = losses.length;
    await Promise.allSettled(killed.map(({ place }) => killedAndCounted({ place, device, answers })));
    expect(losses.slice(before)).toEqual([]);
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
    await expect.poll(() => again.getByRole('textbox', { name: 'Month' }).inputValue()).toBe('febr');
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
    await expect.poll(() => month(other.page).inputValue()).toBe('febr');
    await month(other.page).fill('');
    await other.page.waitForTimeout(TWO_SECONDS);
    await other.context.close();
    const third = await openPhone(browser);
    await open(third.page);
    await expect.poll(() => month(third.page).inputValue()).toBe('');
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
  await twoSecondsPass(page, async () => (await readFromServer(house, code)).answers.firstName === 'Ximena');
  await killTab(page);
  kills += 1;
  const other = await openPhone(browser);
  await resume(other.page, house, code);
  await goOnFromList(other.page);
  await expect.poll(() => fieldsOn(other.page)).toContain('firstName: Ximena');
  await Promise.all([context.close(), other.context.close()]);
});

test('P14 P16 P19 a reply of two seconds ago comes back by the link on another device, asks about odd numbers, and is wiped once it is sent', async () => {
  const message = messageAsking(['sbp', 'dbp']);
  const typed = 'The small white one that my aunt sorts out at dawn.';
  const first = await openPhone(browser);
  await openMessage(first.page, house, message);
  await first.page.getByLabel(/Which heart medicine/).fill(typed);
  await twoSecondsPass(first.page, async () => (await keptReplyOn(house, message)) === 200);
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
  await expect.poll(() => field.inputValue()).toBe(typed);
  await button(page, w.continue).click();
  await page.getByLabel('Top number').fill('80');
  await page.getByLabel('Bottom number').fill('120');
  await button(page, r.last).click();
  await headingIs(page, w.numbers.h1);
  await page.getByText('80 over 120').waitFor();
  await button(page, w.numbers.change).click();
  await expect.poll(() => page.getByLabel('Top number').inputValue()).toBe('80');
  await button(page, r.last).click();
  await button(page, w.numbers.keep).click();
  await headingIs(page, r.done);
  expect(message.sent.map(({ texts, answers }) => ({ texts, answers }))).toEqual([
    { texts: [typed], answers: { sbp: 80, dbp: 120 } },
  ]);
  await expect
    .poll(() => page.evaluate(() => JSON.stringify({ ...sessionStorage })))
    .not.toContain('ciphertext');
  await expect.poll(() => keptReplyOn(house, message)).toBe(404);
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
