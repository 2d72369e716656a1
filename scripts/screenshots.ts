/**
 * `npm run screenshots`: every page of the patient's side in both languages and both themes at 390 px, and chosen ones at
 * 1280, and the portal at both widths, into `screenshots/`; and the two pictures of the README. `--pictures` makes only
 * those two, `--portal` only the portal's.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { locales } from '../src/lib/locale.ts';
import { seeTheMerge, seeTheReply, seeTheTrouble } from '../tests/accessibility/patient-corners.ts';
import {
  everyPage,
  exampleClinic,
  type Look,
  locations,
  openTour,
  seeTheAsides,
  seeTheEnds,
  seeTheIdle,
  seeTheOutside,
  seeTheSending,
  walkTheForm,
} from '../tests/accessibility/patient-tour.ts';
import { launchBrowser } from '../tests/chromium.ts';
import { answersOf, openBrowser, setUpClinic } from '../tests/journeys/clinic.ts';
import { type House, openHouse } from '../tests/journeys/house.ts';
import { begin, goOnUntil, type Robot } from '../tests/journeys/robot.ts';
import { fillWithInventedPeople, inventedClinic, photographPortal } from './portal-screens.ts';

const folder = 'screenshots';
const pictures = 'docs/pictures';
const themes = ['light', 'dark'] as const;
/** Pages whose layout is another one where there is room. */
const alsoWide = [
  'start',
  'help',
  'about',
  'medicines',
  'phq9Mood',
  'dangerSupport',
  'check',
  'record',
  'done',
];

const taken = new Map<string, number>();

/** Each page in both themes, numbered in the order in which they are met. */
const photograph: Look = async ({ page, locale, name, state }) => {
  const number = (taken.get(locale) ?? 0) + 1;
  taken.set(locale, number);
  const shoot = async (theme: string, width: number) => {
    await page.setViewportSize({ width, height: 844 });
    // Whatever stays at the top of the window would stand in the middle of the picture.
    await page.evaluate(() => window.scrollTo(0, 0));
    const to = join(folder, `${locale}-${theme}-${width}`);
    mkdirSync(to, { recursive: true });
    const file = `${String(number).padStart(3, '0')}-${name.replaceAll(' ', '-')}-${state}.png`;
    await page.screenshot({ path: join(to, file), fullPage: true });
  };
  for (const theme of themes) {
    await page.emulateMedia({ colorScheme: theme });
    await shoot(theme, 390);
    if (alsoWide.includes(name) && state !== 'error') await shoot(theme, 1280);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 390, height: 844 });
};

async function photographPatients(browser: Browser): Promise<void> {
  const house = await openHouse(exampleClinic());
  try {
    for (const locale of locales) {
      for (const see of [seeTheOutside, seeTheAsides, seeTheIdle, seeTheEnds, seeTheReply, seeTheMerge])
        await see(browser, house, locale, photograph);
      const { page } = await openTour(browser, house, locale);
      const answers = { ...everyPage, location: 'nashville' } as const;
      const robot: Robot = { page, locale, answers, locations };
      await begin(robot);
      await walkTheForm(robot, photograph);
      await seeTheSending(robot, house, photograph, () => seeTheTrouble(robot, photograph));
      await page.context().close();
      console.log(`${locale}: ${taken.get(locale)} pages × states, in two themes`);
    }
  } finally {
    await house.close();
  }
}

/** A question page on a phone. */
async function pictureTheForm(browser: Browser, house: House): Promise<void> {
  const { page } = await openTour(browser, house, 'en');
  const robot: Robot = {
    page,
    locale: 'en',
    answers: answersOf('V01', { location: 'nashville' }),
    locations,
  };
  await begin(robot);
  await goOnUntil(robot, (seen) => seen === 'vessels');
  await page.locator('main .tile-face').first().click();
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.screenshot({ path: join(pictures, 'wizard.png') });
  await page.context().close();
}

/** Of all invented weeks some whose names any machine has the letters for. */
const SEED = 44;

/** The queue and a summary, in the twelve invented weeks. */
async function pictureThePortal(browser: Browser, house: House): Promise<void> {
  const { page } = await openBrowser(browser, { reducedMotion: 'reduce' });
  await setUpClinic(page, house);
  fillWithInventedPeople(house, SEED);
  await page.goto(`${house.url}/clinic?view=new`);
  await page.locator('.rows a').first().click();
  await page.locator('.case h1').waitFor();
  await page.getByRole('button', { name: /^Decide/ }).waitFor();
  await page.evaluate(() => document.fonts.ready);
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.screenshot({ path: join(pictures, 'portal.png') });
  await page.context().close();
}

async function makePictures(browser: Browser): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  const house = await openHouse(inventedClinic());
  try {
    await pictureTheForm(browser, house);
    await pictureThePortal(browser, house);
  } finally {
    await house.close();
  }
  for (const name of ['wizard.png', 'portal.png'])
    console.log(`${name}: ${Math.round(statSync(join(pictures, name)).size / 1024)} kB`);
}

execFileSync(process.execPath, ['scripts/build-if-needed.ts'], { stdio: 'inherit' });
const browser = await launchBrowser();
try {
  const only = process.argv.at(2);
  if (only === undefined) rmSync(folder, { recursive: true, force: true });
  if (only !== '--portal') await makePictures(browser);
  if (only === undefined) await photographPatients(browser);
  if (only !== '--pictures') await photographPortal(browser, folder);
} finally {
  await browser.close();
}
