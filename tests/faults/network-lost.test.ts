import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Place } from '../../src/machines/places.ts';
import { words } from '../../src/patient/words/words.ts';
import type { Answers } from '../../src/steps/catalog.ts';
import type { QueueItem, View } from '../../src/submission/staff-wire.ts';
import { uiWords } from '../../src/ui/words/words.ts';
import { launchBrowser } from '../chromium.ts';
import { answersOf } from '../journeys/clinic.ts';
import { type House, openHouse } from '../journeys/house.ts';
import { button, headingIs, known, openPhone } from '../journeys/patient.ts';
import { fillPage, goOnUntil, heading, type Robot } from '../journeys/robot.ts';
import { goOnFromList, heldForOffline, openLink } from './coming-back.ts';
import { draftUpTo, keepOnServer, readFromServer } from './kept-draft.ts';
import { openQueue } from './queue.ts';

const w = words.en;

let house: House;
let browser: Browser;
let queue: (view: View) => Promise<readonly QueueItem[]>;

beforeAll(async () => {
  [house, browser] = await Promise.all([openHouse(), launchBrowser()]);
  queue = await openQueue(house);
});
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

/** Names nobody shares: by them a record is found in the queue. */
const person = (lastName: string, more: Answers = {}): Answers =>
  answersOf('V01', { ...known, firstName: 'Nell', lastName, ...more });

const found = async (view: View, lastName: string) =>
  (await queue(view)).filter(({ name }) => name.startsWith(`${lastName[0]}., Nell`));

async function standingAt(place: Place, answers: Answers) {
  const code = await keepOnServer(house, draftUpTo(place, answers));
  const phone = await openPhone(browser);
  const robot: Robot = { page: phone.page, locale: 'en', answers };
  await openLink(phone.page, house, code, 'own');
  await heldForOffline(phone.page);
  return { ...phone, robot, code };
}

const banner = (page: Page) => page.locator('.banner', { hasText: uiWords.en.offline });

async function signAndPressSend(page: Page, { firstName, lastName }: Answers): Promise<void> {
  await page.getByRole('textbox', { name: w.sign.name }).fill(`${firstName} ${lastName}`);
  await page.getByRole('button', { name: w.sign.send }).click();
}

test('P11 P20 a danger answer with the network cut: support at once, answer kept, alert pending in sight, sent on return', async () => {
  const answers = person('Aldous', {
    phq9: [2, 2, 2, 2, 2, 2, 2, 1, 2],
    safetyCallConsent: 'yes',
  });
  const { page, context, robot, code } = await standingAt('phq9Thoughts', answers);
  await context.setOffline(true);
  await fillPage(robot, 'phq9Thoughts');
  const pressed = Date.now();
  await button(page, w.continue).click();
  await headingIs(page, w.support.h1);
  expect(Date.now() - pressed).toBeLessThan(1_500);
  await page.getByText(w.support.pending).waitFor();
  await page.getByRole('link', { name: w.crisis.call988 }).first().waitFor();
  expect(await found('safety', 'Aldous')).toEqual([]);

  // Closed and opened again, still without a connection: answer and alert are kept on the own device.
  await page.close();
  const again = await context.newPage();
  await again.goto(house.url);
  await button(again, w.start.goOn).click();
  await goOnFromList(again);
  await again.getByText(w.support.pending).waitFor();

  await context.setOffline(false);
  await again.getByText(w.support.told.split('.')[0] ?? '').waitFor();
  await expect.poll(() => found('safety', 'Aldous')).toHaveLength(1);
  expect((await found('safety', 'Aldous'))[0]).toMatchObject({ kind: 'alert', level: 'sameDay' });
  await expect.poll(async () => (await readFromServer(house, code)).answers.phq9?.[8]).toBe(2);
});

test('P20 the form goes on without a connection, says so, and saves by itself when it is back', async () => {
  const answers = person('Birch');
  const { page, context, robot, code } = await standingAt('goals', answers);
  await context.setOffline(true);
  await banner(page).waitFor();
  await goOnUntil(
    robot,
    (seen) => seen === 'gad7Worry',
    async () => {
      await expect.poll(() => banner(page).isVisible()).toBe(true);
    },
  );
  expect(await readFromServer(house, code)).not.toHaveProperty('answers.phq9');
  await context.setOffline(false);
  await banner(page).waitFor({ state: 'detached' });
  await expect.poll(async () => (await readFromServer(house, code)).answers.phq9).toEqual(answers.phq9);
});

test('P20 sending without a connection waits in sight, and one record arrives when it is back', async () => {
  const answers = person('Carver');
  const { page, context } = await standingAt('sign', answers);
  await context.setOffline(true);
  await signAndPressSend(page, answers);
  await headingIs(page, w.sending.h1);
  await page.getByRole('status').filter({ hasText: w.sending.offline }).waitFor();
  expect(await found('new', 'Carver')).toEqual([]);
  await context.setOffline(false);
  await headingIs(page, w.done.h1);
  expect(await found('new', 'Carver')).toHaveLength(1);
});

test('P20 a captive portal that answers with a page of HTML, and a receipt that is lost, are never taken for success', async () => {
  const answers = person('Dunmore');
  const { page, context, robot } = await standingAt('sign', answers);
  let portal = 0;
  let lost = 0;
  await context.route('**/api/**', (route) => {
    portal += 1;
    return route.fulfill({ status: 200, contentType: 'text/html', body: '<h1>Accept the terms</h1>' });
  });
  await signAndPressSend(page, answers);
  await page.getByRole('status').filter({ hasText: w.sending.unheard }).waitFor();
  await expect.poll(() => portal).toBeGreaterThan(2);
  await expect.poll(() => heading(robot)).toBe(w.sending.h1);
  expect(await found('new', 'Dunmore')).toEqual([]);

  await context.unroute('**/api/**');
  await context.route('**/api/submissions/**', async (route) => {
    lost += 1;
    if (lost > 1) return route.continue();
    await route.fetch();
    return route.abort('connectionreset');
  });
  await headingIs(page, w.done.h1);
  expect(lost).toBeGreaterThan(1);
  expect(await found('new', 'Dunmore')).toHaveLength(1);
});

test('P15 a busy server that asks to wait: the page says for how long, and the form arrives then', async () => {
  const answers = person('Eastman');
  const { page, context } = await standingAt('sign', answers);
  let asked = 0;
  await context.route('**/api/submissions/**', (route) => {
    asked += 1;
    if (asked > 1) return route.continue();
    return route.fulfill({ status: 429, headers: { 'retry-after': '3' }, json: {} });
  });
  await signAndPressSend(page, answers);
  await page.getByText(w.sending.unheard).waitFor();
  await page.getByText(/^We try again in [1-5] seconds?\.$/).waitFor();
  await headingIs(page, w.done.h1);
  expect(asked).toBe(2);
});
