import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../chromium.ts';
import { jump } from '../time-jump.ts';
import {
  administrator,
  answersOf,
  axeFindings,
  enrol,
  openBrowser,
  send,
  signIn,
  signOut,
} from './clinic.ts';
import { type House, openHouse } from './house.ts';

let house: House;
let browser: Browser;
let page: Page;
let complaints: readonly string[];

beforeAll(async () => {
  [house, browser] = await Promise.all([openHouse(), launchBrowser()]);
  ({ page, complaints } = await openBrowser(browser));
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

const h1 = (name: string) => page.getByRole('heading', { level: 1, name, exact: true });
const password = () => page.getByLabel('Password', { exact: true });
const create = () => page.getByRole('button', { name: 'Create account' }).click();
const linkSecret = () => new URL(house.setupLink).hash.slice(1);

test('the secret of the one-time link leaves the address bar before anything is drawn', async () => {
  await page.goto(house.setupLink);
  await h1('Set up the clinic portal').waitFor();
  expect(page.url()).toBe(`${house.url}/clinic/setup`);
  await expect.poll(() => page.content()).not.toContain(linkSecret());
  await expect.poll(() => page.title()).toBe('Set up · Clinic portal');
});

test('whoever sets up is told what a password needs before and after trying', async () => {
  await expect.poll(() => page.getByText('12 to 128 characters of any kind').isVisible()).toBe(true);
  await create();
  const summary = page.getByRole('alert');
  await expect.poll(() => summary.evaluate((box) => box === document.activeElement)).toBe(true);
  await expect
    .poll(() => summary.getByRole('link').allInnerTexts())
    .toEqual(['Enter your name.', 'Enter your e-mail or a user name.', 'Choose a password.']);

  await page.getByLabel('Your name').fill(administrator.name);
  await page.getByLabel('E-mail or user name').fill(administrator.signInName);
  await password().fill('short one');
  await create();
  await expect
    .poll(() => page.getByRole('alert').getByRole('link').allInnerTexts())
    .toEqual(['Use at least 12 characters. This has 9.']);
  await password().fill('Password1234!');
  await create();
  await page.getByRole('alert').getByText('easy to guess').waitFor();
  await expect.poll(() => page.getByLabel('Your name').inputValue()).toBe(administrator.name);
});

test('a password can be looked at before it is sent', async () => {
  await password().fill(administrator.password);
  await page.getByRole('button', { name: 'Show password' }).click();
  await expect.poll(() => password().getAttribute('type')).toBe('text');
  await page.getByRole('button', { name: 'Hide password' }).click();
  await expect.poll(() => password().getAttribute('type')).toBe('password');
});

test('the first administrator gets a second factor before anything opens, and is told of a wrong code', async () => {
  await create();
  await h1('Add a second step').waitFor();
  await page.getByRole('button', { name: 'Use an authenticator app' }).click();
  await page.getByRole('img', { name: 'QR code of the key for your authenticator app' }).waitFor();
  await page.getByLabel('Code from the app').fill('000000');
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.getByRole('alert').getByRole('link', { name: 'This code is not right.' }).waitFor();
  await expect.poll(() => axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Choose another way' }).click();
  await enrol(page, administrator.signInName);
});

test('the first administrator is in, is a clinician, and finds an honest empty queue', async () => {
  await h1('Safety now').waitFor();
  await page.getByText('Nobody is waiting for a safety call.').waitFor();
  await page.waitForURL(`${house.url}/clinic?view=safety`);
  await page.goBack();
  await expect.poll(() => page.url()).not.toContain('setup');
  await page.goto(`${house.url}/clinic`);
  await h1('Safety now').waitFor();
});

test('the link does not work twice', async () => {
  const other = await openBrowser(browser);
  await other.page.goto(house.setupLink);
  await other.page.getByLabel('Your name').fill('Somebody Else');
  await other.page.getByLabel('E-mail or user name').fill('else');
  await other.page.getByLabel('Password', { exact: true }).fill('copper lantern meadow');
  await other.page.getByRole('button', { name: 'Create account' }).click();
  await other.page.getByText('This link cannot be used any more').waitFor();
  await other.page.getByRole('link', { name: 'Go to the sign-in page' }).click();
  await other.page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
  await other.page.context().close();
});

test('the setup page without its secret says how to get in, and takes a link pasted over it', async () => {
  const other = await openBrowser(browser);
  await other.page.goto(`${house.url}/clinic/setup`);
  await other.page.getByText('This page opens with a one-time link').waitFor();
  await other.page.goto(house.setupLink);
  await other.page.getByRole('button', { name: 'Create account' }).waitFor();
  await other.page.waitForURL(`${house.url}/clinic/setup`);
  await other.page.context().close();
});

test('a wrong password says that name and password do not belong together, and keeps what was typed', async () => {
  await signOut(page);
  await page.getByText('You are signed out.').waitFor();
  await page.getByLabel('User name or e-mail').fill(administrator.signInName);
  await password().fill('violin harbor tuesday mos');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  const alert = page.getByRole('alert');
  await alert.getByRole('link', { name: 'This name and password do not belong together' }).click();
  await expect.poll(() => password().evaluate((input) => input === document.activeElement)).toBe(true);
  await expect.poll(() => page.getByLabel('User name or e-mail').inputValue()).toBe(administrator.signInName);
  await expect.poll(() => password().inputValue()).toBe('violin harbor tuesday mos');
});

test('an empty form is not sent, and says what is missing', async () => {
  await page.getByLabel('User name or e-mail').fill('');
  await password().fill('');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect
    .poll(() => page.getByRole('alert').getByRole('link').allInnerTexts())
    .toEqual(['Enter your user name or e-mail.', 'Enter your password.']);
});

test('too many tries are told how long to wait', async () => {
  await page.getByLabel('User name or e-mail').fill('nobody-of-this-name');
  const waitFor = page.getByText(/^Too many tries\. Wait \d+ (seconds|minutes), then try again\.$/);
  await password().fill('not the right one');
  await expect
    .poll(
      async () => {
        await page.getByRole('button', { name: 'Sign in', exact: true }).click();
        return waitFor.isVisible();
      },
      { timeout: 60_000 },
    )
    .toBe(true);
});

test('C18 a portal nobody touches warns, locks, hides everything, and comes back as it was', async () => {
  const id = await send(house, {
    answers: answersOf('V12', { firstName: 'Lena', lastName: 'Okafor', phone: '(615) 555-0142' }),
  });
  await page.clock.install();
  await page.goto(`${house.url}/clinic/submissions/${id}?view=new`);
  await signIn(page, administrator);
  await h1('Lena Okafor').waitFor();
  await page.getByRole('heading', { level: 3, name: 'TREATABLE?' }).click();
  const finding = page.locator('details.flag', { hasText: 'Not known: Aneurysm' });
  await finding.locator('summary').click();
  await finding.getByText('CV-ANEURYSM').waitFor();
  await page.getByRole('heading', { level: 3, name: 'Your body' }).scrollIntoViewIfNeeded();
  const heightOf = () =>
    page
      .getByRole('heading', { level: 3, name: 'Your body' })
      .evaluate((h3) => Math.round(h3.getBoundingClientRect().y));
  await expect.poll(() => page.locator('#case').evaluate((half) => half.scrollTop)).toBeGreaterThan(200);
  const before = await heightOf();

  await jump(page, '09:05');
  await page.getByText('The portal locks in a minute').waitFor();
  await page.mouse.move(300, 300);
  await expect.poll(() => page.getByText('The portal locks in a minute').count()).toBe(0);

  await jump(page, '10:01');
  await h1('The portal is locked').waitFor();
  expect(await page.content()).not.toContain('Okafor');
  await expect.poll(() => page.title()).toBe('Locked · Clinic portal');
  expect(page.url()).toContain(id);
  await expect.poll(() => page.getByLabel('User name or e-mail').inputValue()).toBe(administrator.signInName);

  await signIn(page, administrator);
  await h1('Lena Okafor').waitFor();
  await finding.getByText('CV-ANEURYSM').waitFor({ state: 'visible' });
  await expect.poll(heightOf).toBe(before);
});

test('a session that has ended on the server asks to sign in over the same place, and keeps what was typed', async () => {
  const before = page.url();
  await page.getByText('Ask the patient for more').click();
  await page.getByLabel('Your question to the patient').fill('Since when do you take it?');
  await page.getByRole('button', { name: /^Note/ }).click();
  // Signed out in a way that this page does not hear of by itself.
  const headers = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' };
  await page.request.post(`${house.url}/api/auth/sign-out`, { headers });
  await page.locator('.work-panel textarea').fill('Her pharmacy is closed.');
  // While the server tells of changes the page itself asks once a minute.
  await jump(page, '01:00');
  await h1('Sign in').waitFor();
  await page.getByText('Your session has ended.').waitFor();
  expect(page.url()).toBe(before);
  await signIn(page, administrator);
  await h1('Lena Okafor').waitFor();
  await page.getByRole('button', { name: 'Go on writing' }).click();
  await expect.poll(() => page.locator('.work-panel textarea').inputValue()).toBe('Her pharmacy is closed.');
  await expect
    .poll(() => page.getByLabel('Your question to the patient').inputValue())
    .toBe('Since when do you take it?');
  await page.getByRole('button', { name: 'Save note' }).click();
  await page.getByRole('region', { name: 'Timeline' }).getByText('Her pharmacy is closed.').waitFor();
});

test('signing out in one tab signs the other out', async () => {
  const second = await page.context().newPage();
  await second.goto(`${house.url}/clinic?view=new`);
  await second.getByRole('link', { name: 'O., Lena' }).waitFor();
  await signOut(second);
  await h1('Sign in').waitFor();
  expect(await page.content()).not.toContain('Okafor');
  await page.goBack();
  await h1('Sign in').waitFor();
  await expect.poll(() => page.content()).not.toContain('Okafor');
});

test('nothing was complained of on the console, the security policy included', () => {
  expect(complaints).toEqual([]);
});
