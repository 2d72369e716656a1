import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Page, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Locale, locales } from '../../src/lib/locale.ts';
import { replyWords } from '../../src/patient/reply/words.ts';
import { words } from '../../src/patient/words/words.ts';
import { allPages } from '../../src/steps/catalog.ts';
import { uiWords } from '../../src/ui/words/words.ts';
import { launchBrowser } from '../chromium.ts';
import { overflow } from '../gallery.ts';
import { type House, openHouse } from '../journeys/house.ts';
import { everythingStored, readable } from '../journeys/patient.ts';
import { begin, heading, type Robot } from '../journeys/robot.ts';
import { seeTheMerge, seeTheReply, seeTheTrouble } from './patient-corners.ts';
import { anatomyProblems, axeFindings, isNeutral, sidewaysScroll, smallTargets } from './patient-looks.ts';
import {
  everyPage,
  exampleClinic,
  type Look,
  locations,
  openTour,
  type Stop,
  seeTheAsides,
  seeTheEnds,
  seeTheIdle,
  seeTheOutside,
  seeTheSending,
  walkTheForm,
} from './patient-tour.ts';

/**
 * Every page of the patient's side in the real app, walked by the robot. `npm test` sees each page once or twice, in a
 * language, a theme and a width that take turns until all of them have met every state; FULL=1 sees all of them on
 * each page.
 */
const isFull = process.env.FULL === '1';

let house: House;
let browser: Browser;

beforeAll(async () => {
  [house, browser] = await Promise.all([openHouse(exampleClinic()), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

interface Sight {
  readonly locale: Locale;
  readonly theme: 'light' | 'dark';
  readonly width: number;
}

const themes = ['light', 'dark'] as const;
const widths = [390, 320, 1280];
const sights: readonly Sight[] = widths.flatMap((width) =>
  themes.flatMap((theme) => locales.map((locale) => ({ locale, theme, width }))),
);

/** Findings of all pages together, so that one run tells of all that is to be mended. */
const ledger = { checks: 0, names: new Set<string>(), findings: [] as string[] };

async function speak(page: Page, locale: Locale): Promise<void> {
  if ((await page.locator('html').getAttribute('lang')) === locale) return;
  await page.locator('header a[hreflang]').click();
  await page.locator(`html[lang="${locale}"]`).waitFor();
}

async function seeAs(stop: Stop, { locale, theme, width }: Sight): Promise<void> {
  const { page, name, state } = stop;
  if (!(await page.locator('dialog[open]').count())) await speak(page, locale);
  await page.emulateMedia({ colorScheme: theme });
  await page.setViewportSize({ width, height: 844 });
  // Scrolled, a tile that happens to lie half under the toolbar would count as too small.
  await page.evaluate(() => window.scrollTo(0, 0));
  const found = [...(await axeFindings(page)), ...((await overflow(page)) > 0 ? ['runs off sideways'] : [])];
  ledger.checks += 1;
  ledger.names.add(`${name} ${state}`);
  ledger.findings.push(...found.map((one) => `${name}, ${state}, ${locale}, ${theme}, ${width}: ${one}`));
}

const turns = { blank: 0, filled: 5, error: 2 };
/** Blank and filled in take turns; what is to be mended is always seen. */
let other = 0;

const seeAll: Look = async (stop) => {
  const { page, locale, state } = stop;
  if (isFull) {
    for (const theme of themes) await seeAs(stop, { locale, theme, width: 390 });
    await seeAs(stop, { locale, theme: 'light', width: 1280 });
  } else {
    if (state !== 'error') other += 1;
    if (state !== 'error' && other % 2 === 0) return;
    const sight = sights[turns[state] % sights.length];
    turns[state] += 1;
    if (sight) await seeAs(stop, sight);
  }
  if (!(await page.locator('dialog[open]').count())) await speak(page, locale);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 390, height: 844 });
};

/** What holds on every page, in whatever colors: the parts and their order, the focus, the title, room and reach. */
const holdTheShape: Look = async ({ page, locale, name, state, isTurned }) => {
  const problems = [
    ...(await untilNone(() => placeProblems(page, locale, isTurned))),
    ...(await anatomyProblems(page)),
    ...(await sidewaysScroll(page)),
    ...(await smallTargets(page)),
    ...(await continueProblems(page, locale)),
  ];
  ledger.findings.push(...problems.map((one) => `${name}, ${state}, ${locale}: ${one}`));
};

/** What comes with the page, or a moment after it: the title, the reading place, the address. */
async function placeProblems(page: Page, locale: Locale, isTurned: boolean): Promise<readonly string[]> {
  const title = await page.title();
  const { activeTag, top } = await page.evaluate(() => ({
    activeTag: document.activeElement?.tagName,
    top: window.scrollY,
  }));
  return [
    ...(isNeutral(title, locale) ? [] : [`the title is "${title}"`]),
    ...(isTurned && activeTag !== 'H1' ? [`the focus is on ${activeTag}`] : []),
    ...(isTurned && top !== 0 ? [`the page begins at ${top} px`] : []),
  ];
}

/** Looks again for a while before it believes in a problem. */
async function untilNone(look: () => Promise<readonly string[]>): Promise<readonly string[]> {
  for (let looks = 0; looks < 50; looks += 1) {
    if ((await look()).length === 0) return [];
    await pause(100);
  }
  return look();
}

/** What is needed says so, and nothing else does; all pages of the form have one address. */
async function formProblems(page: Page, name: string, locale: Locale): Promise<readonly string[]> {
  const isNeeded = allPages
    .find(({ id }) => id === name)
    ?.questions.some((one) => 'needed' in one && one.needed);
  const saysSo = (await page.getByText(uiWords[locale].weNeedThis).count()) > 0;
  const { pathname, hash } = new URL(page.url());
  return [
    ...(saysSo === (isNeeded ?? false)
      ? []
      : [saysSo ? 'says that it is needed' : 'does not say that it is needed']),
    ...(pathname === '/form' && hash === '' ? [] : [`the address is ${pathname}${hash}`]),
  ];
}

/** A page of questions goes on with one button, always called the same and never off; a reply ends with its own. */
async function continueProblems(page: Page, locale: Locale): Promise<readonly string[]> {
  const isQuestions = await page.locator('main .page-end .save-line ~ button[type="submit"]').count();
  if (!isQuestions || (await page.locator('#sign-name').count())) return [];
  const goOn = page.locator('main .page-end button[type="submit"]');
  const isReply = new URL(page.url()).pathname !== '/form';
  const names = [words[locale].continue, ...(isReply ? [replyWords[locale].last] : [])];
  const isSure = (await goOn.isEnabled()) && names.includes(await goOn.innerText());
  return isSure ? [] : ['Continue is called otherwise, or is off'];
}

const look: Look = async (stop) => {
  await holdTheShape(stop);
  await seeAll(stop);
};

/** The languages whose whole walk is taken; in the short form the other one takes turns on the pages of the first. */
const walked: readonly Locale[] = isFull ? locales : ['en'];

describe.each(walked)('P36, P02–P04, P25–P27, P29: in %s', (locale) => {
  const complaintsOf: string[] = [];

  test('P06 every page of the form, from the first question to the cleared device', async () => {
    const { page, complaints } = await openTour(browser, house, locale);
    const requests: Request[] = [];
    page.on('request', (request) => requests.push(request));
    const headings = new Map<string, string>();
    const isHelped = locale === 'es';
    const helped = { completedBy: 'other', helperName: 'Rosa Ayuda', helperRelation: 'madre' } as const;
    const answers = { ...everyPage, location: 'nashville', ...(isHelped && helped) };
    const robot: Robot = { page, locale, answers, locations };
    await begin(robot);
    const met = await walkTheForm(robot, async (stop) => {
      const h1 = await heading(robot);
      const before = headings.get(h1) ?? stop.name;
      if (before !== stop.name) ledger.findings.push(`${stop.name} and ${before} share the h1 "${h1}"`);
      headings.set(h1, stop.name);
      if (stop.state === 'blank') {
        const problems = await untilNone(() => formProblems(page, stop.name, locale));
        ledger.findings.push(...problems.map((one) => `${stop.name}, ${locale}: ${one}`));
      }
      await look(stop);
    });
    // Nothing of the person has left the device in clear or is kept on it in clear.
    const stored = await everythingStored(page);
    for (const text of readable) expect(stored).not.toContain(text);
    for (const request of requests) {
      expect(new URL(request.url()).origin).toBe(house.url);
      for (const text of readable) expect(`${request.url()} ${request.postData() ?? ''}`).not.toContain(text);
    }
    const ofForm = allPages.map(({ id }) => id).filter((id) => id !== 'sign');
    expect(ofForm.filter((id) => !met.has(id))).toEqual([]);
    const signed = isHelped ? { firstName: 'Rosa', lastName: 'Ayuda' } : answers;
    const signing = { ...robot, answers: signed };
    await seeTheSending(signing, house, look, isFull ? () => seeTheTrouble(signing, look) : undefined);
    complaintsOf.push(...complaints);
    await page.context().close();
  }, 1_200_000);

  test('the pages around the form', async () => {
    const corners = isFull ? [seeTheReply, seeTheMerge] : [];
    for (const see of [seeTheOutside, seeTheAsides, seeTheIdle, seeTheEnds, ...corners])
      complaintsOf.push(...(await see(browser, house, locale, look)));
  }, 600_000);

  test('nothing was complained of on any console', () => {
    expect(complaintsOf).toEqual([]);
  });
});

test('P36 axe and the shape of the page have nothing to say', () => {
  console.log(
    `${ledger.names.size} pages × states seen in ${ledger.checks} checks of language × theme × width: ${ledger.findings.length} findings`,
  );
  expect(ledger.findings).toEqual([]);
});
