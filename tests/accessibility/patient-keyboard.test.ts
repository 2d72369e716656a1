import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { words } from '../../src/patient/words/words.ts';
import type { Answers } from '../../src/steps/catalog.ts';
import { launchBrowser } from '../chromium.ts';
import { type House, openHouse } from '../journeys/house.ts';
import { headingIs } from '../journeys/patient.ts';

let house: House;
let browser: Browser;
const w = words.en;

beforeAll(async () => {
  [house, browser] = await Promise.all([openHouse(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

/** What somebody answers who skips all that can be skipped. */
const answers: Answers = {
  emergencyNow: 'no',
  birthDate: '1984-02-10',
  completedBy: 'self',
  firstName: 'Kay',
  lastName: 'Board',
  phone: '615 555 0171',
  mayCall: 'yes',
  conditions: ['depression'],
  phq9: [1, 1, 0, 1, 0, 0, 0, 0, 0],
  asq1: 'no',
  asq2: 'no',
  asq3: 'no',
  asq4: 'no',
  aneurysm: 'no',
  sbp: 124,
  dbp: 78,
};

/** What stands in a control of this name: `phq9.2` is the third item, `birthDate.month` the month. */
function wanted(name: string): string | undefined {
  const [key = '', part = ''] = name.split('.');
  const value: unknown = Reflect.get(answers, key);
  if (key === 'birthDate') {
    const [year, month, day] = String(value).split('-');
    return { year, month, day }[part];
  }
  const answer: unknown = Array.isArray(value) && part ? value[Number(part)] : value;
  return typeof answer === 'string' || typeof answer === 'number' ? String(answer) : undefined;
}

interface Focus {
  readonly name: string;
  readonly type: string;
  readonly value: string;
  readonly text: string;
  readonly isOnMain: boolean;
}

const focus = (page: Page): Promise<Focus> =>
  page.evaluate(() => {
    const on = document.activeElement;
    const input = on instanceof HTMLInputElement ? on : undefined;
    return {
      name: input?.name ?? '',
      type: input?.type ?? on?.getAttribute('type') ?? on?.tagName ?? '',
      value: input?.value ?? '',
      text: on?.textContent?.trim() ?? '',
      isOnMain: on?.closest('main') !== null,
    };
  });

/** Space takes the option in focus, the arrows the next one. */
async function chooseByArrows(page: Page, value: string): Promise<void> {
  await page.keyboard.press('Space');
  for (let presses = 0; presses < 12; presses += 1) {
    if ((await focus(page)).value === value) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`The arrows never came to ${value}`);
}

async function answerInFocus(page: Page, { name, type, value }: Focus): Promise<void> {
  const answer = wanted(name);
  if (type === 'radio' && answer !== undefined) return chooseByArrows(page, answer);
  if (type === 'text' || type === 'tel' || type === 'email') return page.keyboard.type(answer ?? '');
  const chosen: unknown = Reflect.get(answers, name);
  if (type === 'checkbox' && Array.isArray(chosen) && chosen.includes(value))
    await page.keyboard.press('Space');
}

/** From the h1 by Tab to the button, answering on the way; Enter presses it. */
async function tabThrough(page: Page, button: string, onTheWay = answerInFocus): Promise<void> {
  for (let tabs = 0; tabs < 400; tabs += 1) {
    await page.keyboard.press('Tab');
    const on = await focus(page);
    if (on.text === button) return page.keyboard.press('Enter');
    if (on.isOnMain) await onTheWay(page, on);
  }
  throw new Error(`Tab never came to "${button}" on "${await page.locator('main h1').textContent()}"`);
}

const turned = (page: Page, before: string) =>
  page.waitForFunction(
    (h1) => document.activeElement?.tagName === 'H1' && document.querySelector('main h1')?.textContent !== h1,
    before,
  );

test('P25 the whole form with Tab, Space, Enter and the arrows alone, to the reference number', async () => {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 }, locale: 'en-US' });
  await page.goto(house.url);
  const start = await page.locator('main h1').textContent();
  await tabThrough(page, w.start.begin, async (_, on) => {
    if (on.type === 'radio') await chooseByArrows(page, 'own');
  });
  await turned(page, start ?? '');
  for (let pages = 0; pages < 60; pages += 1) {
    const h1 = (await page.locator('main h1').textContent()) ?? '';
    if (h1 === w.sign.h1) break;
    await tabThrough(page, w.continue);
    await turned(page, h1);
  }
  await tabThrough(page, w.sign.send, async (_, on) => {
    if (on.name === 'sign-name') await page.keyboard.type('Kay Board');
  });
  await headingIs(page, w.done.h1);
  await expect.poll(() => page.locator('.reference').innerText()).toMatch(/^[0-9A-Z]{3}-[0-9A-Z]{3}$/);
});
