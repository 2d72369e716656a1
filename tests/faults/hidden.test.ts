import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { words } from '../../src/patient/words/words.ts';
import { launchBrowser } from '../chromium.ts';
import { answersOf } from '../journeys/clinic.ts';
import { type House, openHouse } from '../journeys/house.ts';
import { button, everythingStored, headingIs, known, openPhone, readable } from '../journeys/patient.ts';
import { goOnFromList, openLink } from './coming-back.ts';
import { draftUpTo, keepOnServer, readFromServer } from './kept-draft.ts';

const w = words.en;
const answers = answersOf('V01', known);

let house: House;
let browser: Browser;

beforeAll(async () => {
  [house, browser] = await Promise.all([openHouse(), launchBrowser()]);
});
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

/** In the page: how long after the third press of Shift nothing of it was left to see. */
const untilCovered = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let pressed = 0;
        window.addEventListener(
          'keydown',
          ({ timeStamp }) => {
            pressed = timeStamp;
          },
          { capture: true },
        );
        new MutationObserver(() => {
          if (document.body.className === 'covered') resolve(performance.now() - pressed);
        }).observe(document.body, { attributes: true, childList: true });
      }),
  );

const pressShiftThreeTimes = async (page: Page) => {
  for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('Shift');
};

for (const device of ['own', 'shared'] as const)
  test(`P18 leave quickly on ${device === 'own' ? 'an own' : 'a shared'} device: covered within 100 ms, storage wiped, Back shows nothing, the code brings it back`, async () => {
    const code = await keepOnServer(house, draftUpTo('contact', answers));
    const { page } = await openPhone(browser);
    await openLink(page, house, code, device);
    await page.getByRole('textbox', { name: 'Phone' }).first().fill('615 555 0171');
    // Typed this very moment: not saved, and not even known to the session.
    const covered = untilCovered(page);
    await pressShiftThreeTimes(page);
    expect(await covered).toBeLessThan(100);
    await page.waitForURL(`${house.url}/blank`);
    expect(await page.title()).toBe('New tab');
    expect((await page.locator('body').innerText()).trim()).toBe('');
    const stored = await everythingStored(page);
    for (const text of [...readable, code.replaceAll('-', '')]) expect(stored).not.toContain(text);
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);

    await page.goBack();
    await page.waitForLoadState();
    await page.waitForTimeout(500);
    const shown = `${await page.title()} ${await page.locator('body').innerText()}`;
    for (const text of [...readable, 'How to reach you']) expect(shown).not.toContain(text);
    await page.goto(house.url);
    await page.getByRole('button', { name: w.start.begin }).waitFor();
    expect(await button(page, w.start.goOn).count()).toBe(0);
    // The last seconds went out with the page.
    await expect
      .poll(async () => (await readFromServer(house, code)).answers.phone, { timeout: 10_000 })
      .toBe('615 555 0171');
  });

const minutes = (n: number) => n * 60_000;

test('P17 after 18 idle minutes the page asks, one tap goes on; after 20 the answers are hidden, and the birth date shows them', async () => {
  const code = await keepOnServer(house, draftUpTo('contact', answers));
  const { page } = await openPhone(browser);
  await page.clock.install();
  await openLink(page, house, code, 'shared');
  await headingIs(page, 'How to reach you');
  await page.getByRole('textbox', { name: 'Phone' }).first().fill('615 555 0171');
  await page.clock.runFor(5_000);

  await page.clock.fastForward(minutes(18));
  await button(page, w.idle.stay).click();
  await page.clock.fastForward(minutes(17));
  expect(await page.getByRole('dialog').count()).toBe(0);
  await page.clock.fastForward(minutes(1.5));
  await page.getByRole('dialog').waitFor();
  await page.clock.fastForward(minutes(2));
  await headingIs(page, w.idle.lockedTitle);
  const shown = await page.locator('body').innerHTML();
  for (const text of readable) expect(shown).not.toContain(text);

  const unlock = async (month: string, day: string, year: string) => {
    await page.getByRole('textbox', { name: 'Month' }).fill(month);
    await page.getByRole('textbox', { name: 'Day' }).fill(day);
    await page.getByRole('textbox', { name: 'Year' }).fill(year);
    await button(page, w.idle.open).click();
  };
  await unlock('1', '1', '1990');
  await page.locator('.error-summary', { hasText: '2 more times' }).waitFor();
  const [year = '', month = '', day = ''] = (answers.birthDate ?? '').split('-');
  await unlock(month, day, year);
  await headingIs(page, 'How to reach you');
  expect(await page.getByRole('textbox', { name: 'Phone' }).first().inputValue()).toBe('615 555 0171');
});

test('P17 three wrong birth dates: only the link or the code opens the answers', async () => {
  const code = await keepOnServer(house, draftUpTo('contact', answers));
  const { page } = await openPhone(browser);
  await page.clock.install();
  await openLink(page, house, code, 'shared');
  await page.clock.fastForward(minutes(18));
  await page.getByRole('dialog').waitFor();
  await page.clock.fastForward(minutes(2));
  for (let tries = 0; tries < 3; tries += 1) {
    await page.getByRole('textbox', { name: 'Month' }).fill(String(tries + 1));
    await page.getByRole('textbox', { name: 'Day' }).fill('1');
    await page.getByRole('textbox', { name: 'Year' }).fill('1970');
    await button(page, w.idle.open).click();
  }
  await page.getByText(w.idle.useCode).waitFor();
  await expect.poll(() => page.getByRole('textbox').count()).toBe(0);
  await openLink(page, house, code, 'shared');
  await headingIs(page, 'How to reach you');
});

test('P16 two tabs on one device: different answers are both kept, and one answer given twice is asked about', async () => {
  const code = await keepOnServer(house, draftUpTo('name', answers));
  const { page: first, context } = await openPhone(browser);
  await openLink(first, house, code, 'own');
  await first.getByRole('textbox', { name: 'Last name' }).fill('Quillfeather');
  await expect
    .poll(async () => (await readFromServer(house, code)).answers.lastName, { timeout: 10_000 })
    .toBe('Quillfeather');
  const second = await context.newPage();
  await second.goto(house.url);
  await button(second, w.start.goOn).click();
  await goOnFromList(second);
  await second.getByRole('textbox', { name: 'First name' }).fill('Second');
  await expect
    .poll(async () => (await readFromServer(house, code)).answers.firstName, { timeout: 10_000 })
    .toBe('Second');
  await first.bringToFront();
  await first.getByRole('textbox', { name: 'First name' }).fill('First');
  await headingIs(first, w.conflict.h1);
  const choices = first.getByRole('radio');
  expect(await choices.count()).toBe(2);
  expect(await first.locator('main').innerText()).toMatch(/First[\s\S]*Second/);
  await first.getByText('First', { exact: true }).click();
  await button(first, w.continue).click();
  await headingIs(first, 'Your name');
  await expect
    .poll(async () => (await readFromServer(house, code)).answers, { timeout: 10_000 })
    .toMatchObject({ firstName: 'First', lastName: 'Quillfeather' });
});
