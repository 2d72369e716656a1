import { randomUUID } from 'node:crypto';
import type { Browser, Page, Response } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rules } from '../../src/screening/rules.ts';
import { launchBrowser } from '../chromium.ts';
import {
  addColleague,
  answersOf,
  axeFindings,
  type Colleague,
  openBrowser,
  raiseAlert,
  send,
  signIn,
  signOut,
} from './clinic.ts';
import { type House, openHouse } from './house.ts';

const frontDesk: Colleague = {
  name: 'Ida Moreau',
  signInName: 'ida',
  password: 'copper lantern meadow',
  roles: ['frontDesk'],
};
const onlyAdministrator: Colleague = {
  name: 'Ben Ito',
  signInName: 'ben',
  password: 'granite pillow orchard',
  roles: ['administrator'],
};

let house: House;
let browser: Browser;
let page: Page;
let complaints: readonly string[];
/** All that the server answered to the page of the front desk. */
const answered: Promise<string>[] = [];
const hear = (response: Response) => {
  // The stream of changes never ends, and holds ids alone.
  const isStream = response.headers()['content-type']?.startsWith('text/event-stream');
  if (!response.url().includes('/api/staff/') || isStream) return;
  const body = response.text();
  // What could not be read fails the test that waits for it.
  body.catch(() => {});
  answered.push(body);
};

beforeAll(async () => {
  [house, browser] = await Promise.all([openHouse(), launchBrowser()]);
  await addColleague(house, frontDesk);
  await addColleague(house, onlyAdministrator);
  await send(house, {
    answers: answersOf('V06', {
      firstName: 'Wen',
      lastName: 'Zhao',
      preferredName: 'Wendy',
      phone: '(615) 555-0142',
      email: 'wen@example.org',
      mayCall: 'yes',
      mayText: 'no',
      whereToday: 'Rutherford County',
      interpreter: 'yes',
      contactMethod: 'phone',
      preferredTimes: ['weekdayMorning', 'evening'],
    }),
  });
  await send(house, {
    answers: answersOf('V12', { firstName: 'Lena', lastName: 'Okafor', email: 'lena@example.org' }),
  });
  await raiseAlert(house, {
    submissionId: randomUUID(),
    state: 'raised',
    agreedBy: 'asked',
    language: 'es',
    name: 'Dana Whitfield',
    phone: '(615) 555-0177',
    whereToday: 'Davidson County',
    mayLeaveMessage: 'no',
    answers: { emergencyNow: 'yes' },
  });
  ({ page, complaints } = await openBrowser(browser));
  page.on('response', hear);
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
/** Waits until the open case says all of this. */
const caseSays = async (...facts: readonly string[]) => {
  for (const fact of facts)
    await expect.poll(async () => plain(await page.locator('#case').innerText())).toContain(fact);
};

/** Words that only a clinician may read: rules, scales, treatments, and what was asked. */
const clinical = [
  ...rules.map(({ id }) => id),
  'PHQ-9',
  'GAD-7',
  'ASQ',
  'SPRAVATO',
  'ketamine',
  'Label CI',
  'suicid',
  'kill',
  'aneurysm',
  'sertraline',
  'depression',
  'emergencyNow',
];

test('the front desk sees whom to call and how to reach everybody', async () => {
  await page.goto(`${house.url}/clinic?view=safety`);
  await signIn(page, frontDesk);
  const rows = page.getByRole('region', { name: 'Safety now' }).getByRole('listitem');
  await expect
    .poll(async () => (await rows.allInnerTexts()).map(plain))
    .toEqual([
      expect.stringMatching(
        /^Wen Zhao \(goes by Wendy\) .* ▲ Call now New · \(615\) 555-0142 · Rutherford County · interpreter$/,
      ),
      expect.stringMatching(
        /^Dana Whitfield .* ▲ Call now Form not sent yet · \(615\) 555-0177 · Davidson County · Spanish$/,
      ),
    ]);
});

test('an alert tells the front desk name, phone and place, without the why', async () => {
  await page.getByRole('link', { name: /^Dana Whitfield/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Dana Whitfield' }).waitFor();
  await caseSays(
    'Call now',
    'Name Dana Whitfield Phone (615) 555-0177 Where they are today Davidson County',
    'A message may be left No',
  );
});

test('a case tells the front desk contact, times and status', async () => {
  await page.getByRole('link', { name: /^Wen Zhao/ }).click();
  await page.getByRole('heading', { level: 1, name: /^Wen Zhao/ }).waitFor();
  await caseSays(
    'E-mail wen@example.org',
    'Prefers Phone call',
    'Good times weekday mornings, evenings',
    'May call Yes',
    'May text No',
    'May leave a message – Not answered',
  );
  await expect.poll(() => axeFindings(page)).toEqual([]);
});

test('C19 nothing clinical reaches the browser of the front desk', async () => {
  await page
    .getByRole('navigation', { name: 'Views of the queue' })
    .getByRole('link', { name: 'New' })
    .click();
  await page.getByRole('link', { name: /^Lena Okafor/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Lena Okafor' }).waitFor();
  await expect.poll(() => answered.length).toBeGreaterThan(4);
  page.off('response', hear);
  const everything = [...(await Promise.all(answered)), await page.content()].join('\n').toLowerCase();
  for (const word of clinical) expect(everything).not.toContain(word.toLowerCase());
});

test('an administrator who is no clinician is told in a plain sentence, and asks the server for nothing', async () => {
  await signOut(page);
  await page.goto(`${house.url}/clinic?view=new`);
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/api/staff/')) asked.push(request.url());
  });
  await signIn(page, onlyAdministrator);
  await page.getByRole('heading', { level: 1, name: 'You are signed in as an administrator' }).waitFor();
  await page.getByText('It does not show who has written to the clinic or what they sent.').waitFor();
  await expect.poll(() => axeFindings(page)).toEqual([]);
  expect(asked).toEqual([]);
  await expect.poll(() => page.content()).not.toMatch(/Zhao|Okafor|Whitfield/);
});

test('nothing was complained of on the console, the security policy included', () => {
  expect(complaints).toEqual([]);
});
