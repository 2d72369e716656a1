import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { words } from '../../src/patient/words/words.ts';
import { launchBrowser } from '../chromium.ts';
import { answersOf } from '../journeys/clinic.ts';
import { type House, openHouse } from '../journeys/house.ts';
import {
  button,
  draftsKept,
  everythingStored,
  headingIs,
  known,
  openPhone,
  readable,
} from '../journeys/patient.ts';
import { jump } from '../time-jump.ts';
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

/** In the page: how long after the press that leaves nothing of it was left to see. */
const untilCovered = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let pressed = 0;
        const press = () => {
          pressed = performance.now();
        };
        for (const kind of ['keydown', 'click']) window.addEventListener(kind, press, { capture: true });
        new MutationObserver(() => {
          if (document.body.className === 'covered') resolve(performance.now() - pressed);
        }).observe(document.body, { attributes: true, childList: true });
      }),
  );

const ways = [
  {
    way: 'by the link, on an own device',
    device: 'own',
    leave: (page: Page) => page.locator('header a.leave').click(),
  },
  {
    way: 'with Shift three times, on a shared device',
    device: 'shared',
    leave: async (page: Page) => {
      for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('Shift');
    },
  },
] as const;

test.for(ways)(
  'P18 leave quickly $way: covered within 100 ms, storage wiped, Back shows nothing, the code brings it back',
  async ({ device, leave }) => {
    const code = await keepOnServer(house, draftUpTo('contact', answers));
    const { page } = await openPhone(browser);
    await openLink(page, house, code, device);
    // Capital letters are no way out.
    const phone = page.getByRole('textbox', { name: 'Phone' }).first();
    await phone.focus();
    for (const letter of ['A', 'B', 'C']) await page.keyboard.press(`Shift+${letter}`);
    await expect.poll(() => phone.inputValue()).toBe('ABC');
    await phone.fill('615 555 0171');
    // Typed this very moment: not saved, and not even known to the session.
    const covered = untilCovered(page);
    await leave(page);
    expect(await covered).toBeLessThan(100);
    await page.waitForURL(`${house.url}/blank`);
    await expect.poll(() => page.title()).toBe('New tab');
    await expect.poll(async () => (await page.locator('body').innerText()).trim()).toBe('');
    const stored = await everythingStored(page);
    for (const text of [...readable, code.replaceAll('-', '')]) expect(stored).not.toContain(text);
    await expect.poll(() => draftsKept(page)).toBe(0);

    await page.goBack();
    await page.waitForLoadState();
    await page.waitForTimeout(500);
    const shown = `${await page.title()} ${await page.locator('body').innerText()}`;
    for (const text of [...readable, 'How to reach you']) expect(shown).not.toContain(text);
    await page.goto(house.url);
    await page.getByRole('button', { name: w.start.begin }).waitFor();
    await expect.poll(() => button(page, w.start.goOn).count()).toBe(0);
    // The last seconds went out with the page.
    await expect.poll(async () => (await readFromServer(house, code)).answers.phone).toBe('615 555 0171');
  },
);

const minutes = (n: number) => n * 60_000;

test('P17 after 18 idle minutes the page asks, one tap goes on; after 20 the answers are hidden, and the birth date shows them', async () => {
  const code = await keepOnServer(house, draftUpTo('contact', answers));
  const { page } = await openPhone(browser);
  await page.clock.install();
  await openLink(page, house, code, 'shared');
  await headingIs(page, 'How to reach you');
  await page.getByRole('textbox', { name: 'Phone' }).first().fill('615 555 0171');
  await page.clock.runFor(5_000);

  // As often as wanted.
  for (let times = 0; times < 2; times += 1) {
    await jump(page, minutes(18));
    await button(page, w.idle.stay).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  }
  await jump(page, minutes(16));
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
  await jump(page, minutes(2.5));
  await page.getByRole('dialog', { name: w.idle.title }).waitFor();
  await jump(page, minutes(2));
  await headingIs(page, w.idle.lockedTitle);
  const shown = await page.locator('body').innerHTML();
  for (const text of [...readable, 'How to reach you']) expect(shown).not.toContain(text);

  const unlock = async (month: string, day: string, year: string) => {
    await page.getByRole('textbox', { name: 'Month' }).fill(month);
    await page.getByRole('textbox', { name: 'Day' }).fill(day);
    await page.getByRole('textbox', { name: 'Year' }).fill(year);
    await button(page, w.idle.open).click();
  };
  await unlock('1', '1', '1990');
  await page.locator('.error-summary:focus', { hasText: '2 more times' }).waitFor();
  const [year = '', month = '', day = ''] = (answers.birthDate ?? '').split('-');
  await unlock(month, day, year);
  await headingIs(page, 'How to reach you');
  await expect
    .poll(() => page.getByRole('textbox', { name: 'Phone' }).first().inputValue())
    .toBe('615 555 0171');
});

test('P17 three wrong birth dates: only the link or the code opens the answers', async () => {
  const code = await keepOnServer(house, draftUpTo('contact', answers));
  const { page } = await openPhone(browser);
  await page.clock.install();
  await openLink(page, house, code, 'shared');
  await jump(page, minutes(18));
  await page.getByRole('dialog').waitFor();
  await jump(page, minutes(2));
  for (const heard of ['2 more times', 'one more time', w.idle.useCode]) {
    await page.getByRole('textbox', { name: 'Month' }).fill('1');
    await page.getByRole('textbox', { name: 'Day' }).fill('1');
    await page.getByRole('textbox', { name: 'Year' }).fill('1970');
    await button(page, w.idle.open).click();
    await page.getByText(heard).first().waitFor();
  }
  await expect.poll(() => page.getByRole('textbox').count()).toBe(0);
  await page.getByRole('link', { name: w.idle.useCode }).click();
  await headingIs(page, w.resume.h1);
  await page.getByRole('textbox', { name: w.resume.code }).fill(code);
  await page.getByText(w.start.deviceOptions.shared).click();
  await button(page, w.resume.open).click();
  await goOnFromList(page);
  await headingIs(page, 'How to reach you');
});

test('P16 two tabs on one device: different answers are both kept, and one answer given twice is asked about', async () => {
  const code = await keepOnServer(house, draftUpTo('name', answers));
  const { page: first, context } = await openPhone(browser);
  await openLink(first, house, code, 'own');
  await first.getByRole('textbox', { name: 'Last name' }).fill('Quillfeather');
  await expect.poll(async () => (await readFromServer(house, code)).answers.lastName).toBe('Quillfeather');
  const second = await context.newPage();
  await second.goto(house.url);
  await button(second, w.start.goOn).click();
  await goOnFromList(second);
  await second.getByRole('textbox', { name: 'First name' }).fill('Second');
  await expect.poll(async () => (await readFromServer(house, code)).answers.firstName).toBe('Second');
  await first.bringToFront();
  await first.getByRole('textbox', { name: 'First name' }).fill('First');
  await headingIs(first, w.conflict.h1);
  const choices = first.getByRole('radio');
  await expect.poll(() => choices.count()).toBe(2);
  await expect.poll(() => first.locator('main').innerText()).toMatch(/First[\s\S]*Second/);
  await first.getByText('First', { exact: true }).click();
  await button(first, w.continue).click();
  await headingIs(first, 'Your name');
  await expect
    .poll(async () => (await readFromServer(house, code)).answers)
    .toMatchObject({ firstName: 'First', lastName: 'Quillfeather' });
});
