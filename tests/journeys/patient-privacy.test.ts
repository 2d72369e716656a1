import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { words } from '../../src/patient/words/words.ts';
import { launchBrowser } from '../chromium.ts';
import { answersOf } from './clinic.ts';
import { type House, openHouse } from './house.ts';
import {
  button,
  codeOn,
  draftsKept,
  everythingStored,
  goOnTo,
  headingIs,
  known,
  openPhone,
  resume,
} from './patient.ts';
import { begin, fillPage, pressContinue, type Robot } from './robot.ts';

let house: House;
let browser: Browser;
const w = words.en;
const answers = answersOf('V01', known);

beforeAll(async () => {
  [house, browser] = await Promise.all([openHouse(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

async function started(device: 'own' | 'shared') {
  const phone = await openPhone(browser);
  const robot: Robot = { page: phone.page, locale: 'en', answers };
  await phone.page.goto(house.url);
  await begin(robot, device);
  return { ...phone, robot };
}

const isBlank = async (page: Page) => {
  await page.waitForURL('**/blank');
  expect(await page.title()).toBe('New tab');
  expect((await page.locator('body').innerText()).trim()).toBe('');
};

describe('P18 leave quickly', () => {
  test('covers the page in less than 100 ms, wipes the device, and Back shows nothing; the code brings the answers back', async () => {
    const { page, robot } = await started('shared');
    await fillPage(robot, 'danger');
    await pressContinue(robot);
    const code = await codeOn(page);
    await goOnTo(robot, 'name');
    await page.getByRole('textbox', { name: 'First name' }).fill('Ximena');
    await page.waitForTimeout(300);
    const coveredAfter = await page.evaluate(() => {
      const leave = document.querySelector<HTMLElement>('header a.leave');
      const pressed = performance.now();
      leave?.click();
      return document.body.innerText.trim() === '' ? performance.now() - pressed : Number.POSITIVE_INFINITY;
    });
    expect(coveredAfter).toBeLessThan(100);
    await isBlank(page);
    const stored = await everythingStored(page);
    expect(stored).not.toContain(code.replaceAll('-', ''));
    expect(await draftsKept(page)).toBe(0);

    await page.goBack();
    await headingIs(page, w.start.h1);
    expect(await page.locator('main').innerText()).not.toContain('Ximena');

    const other = await openPhone(browser);
    await resume(other.page, house, code);
    await button(other.page, w.sectionList.goOn).click();
    await headingIs(other.page, 'Your name');
    // The last words before leaving went along.
    expect(await other.page.getByRole('textbox', { name: 'First name' }).inputValue()).toBe('Ximena');
  });

  test('by Shift three times, not by capital letters', async () => {
    const { page, robot } = await started('own');
    await goOnTo(robot, 'name');
    const field = page.getByRole('textbox', { name: 'First name' });
    await field.focus();
    for (const letter of ['A', 'B', 'C']) {
      await page.keyboard.down('Shift');
      await page.keyboard.press(letter);
      await page.keyboard.up('Shift');
    }
    expect(await field.inputValue()).toBe('ABC');
    for (let times = 0; times < 3; times += 1) await page.keyboard.press('Shift');
    await isBlank(page);
    expect(await draftsKept(page)).toBe(0);
  });

  test('by the second link that a keyboard meets, also without JavaScript', async () => {
    const { page, context } = await openPhone(browser, { javaScriptEnabled: false });
    await page.goto(house.url);
    const link = page.locator('a.skip-link').nth(1);
    expect(await link.getAttribute('href')).toBe('/blank');
    await page.goto(`${house.url}${await link.getAttribute('href')}`);
    expect(await page.title()).toBe('New tab');
    await context.close();
  });
});

describe('P17 nobody is there', () => {
  const minutes = (n: number) => n * 60_000;

  async function idle(device: 'own' | 'shared') {
    const phone = await openPhone(browser);
    const { page } = phone;
    await page.clock.install();
    const robot: Robot = { page, locale: 'en', answers };
    await page.goto(house.url);
    await begin(robot, device);
    await goOnTo(robot, 'who');
    return { ...phone, robot };
  }

  test('a warning two minutes before, one tap goes on, as often as wanted', async () => {
    const { page } = await idle('own');
    for (let times = 0; times < 2; times += 1) {
      await page.clock.fastForward(minutes(18) + 1_000);
      await page.getByRole('dialog', { name: w.idle.title }).waitFor();
      await button(page, w.idle.stay).click();
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
    }
    await headingIs(page, 'Who is answering');
  });

  test('then the answers are hidden; the birth date shows them again, three tries long', async () => {
    const { page } = await idle('own');
    await page.clock.fastForward(minutes(18) + 1_000);
    await page.clock.fastForward(minutes(2) + 1_000);
    await headingIs(page, w.idle.lockedTitle);
    expect(await page.locator('body').innerText()).not.toContain('Who is answering');
    const enter = async (year: string) => {
      await page.getByRole('textbox', { name: 'Month' }).fill('2');
      await page.getByRole('textbox', { name: 'Day' }).fill('10');
      await page.getByRole('textbox', { name: 'Year' }).fill(year);
      await button(page, w.idle.open).click();
    };
    await enter('1983');
    await page.locator('.error-summary:focus').waitFor();
    await enter('1984');
    await headingIs(page, 'Who is answering');
  });

  test('after three wrong tries only the link or the code opens them', async () => {
    const { page } = await idle('shared');
    await page.clock.fastForward(minutes(18) + 1_000);
    await page.clock.fastForward(minutes(2) + 1_000);
    for (let times = 0; times < 3; times += 1) {
      await page.getByRole('textbox', { name: 'Year' }).fill(`199${times}`);
      await button(page, w.idle.open).click();
    }
    await page.getByText('use your link or code').waitFor();
    expect(await page.getByRole('textbox').count()).toBe(0);
    await page.getByRole('link', { name: w.idle.useCode }).click();
    await headingIs(page, w.resume.h1);
  });
});
