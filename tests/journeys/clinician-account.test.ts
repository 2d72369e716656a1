import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../chromium.ts';
import { administrator, axeFindings, enrol, openBrowser, setUpClinic, signOut } from './clinic.ts';
import { type House, openHouse } from './house.ts';

let house: House;
let browser: Browser;
let page: Page;
let complaints: readonly string[];

beforeAll(async () => {
  [house, browser] = await Promise.all([openHouse(), launchBrowser()]);
  ({ page, complaints } = await openBrowser(browser));
  await setUpClinic(page, house);
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

const h1 = (name: string) => page.getByRole('heading', { level: 1, name, exact: true });
const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
const dialog = (name: string) => page.getByRole('dialog', { name });

/** A platform authenticator that always says yes, as a fingerprint would. */
async function giveFingerprint(): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

/** As if the second factor had been shown long ago. */
function letTheFactorGrowOld(): void {
  const database = new DatabaseSync(join(house.folder, 'data', 'prelude.sqlite'), { timeout: 20_000 });
  database.exec('update sessions set factor_at = 0');
  database.close();
}

async function openFromMenu(name: string): Promise<void> {
  await page.getByText(`${administrator.name}: pages`).click();
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name }).click();
}

test('the account page is reached from the bar, and says what the account signs in with', async () => {
  await giveFingerprint();
  await openFromMenu('Your account');
  await h1('Your account').waitFor();
  await page.getByText('Authenticator app', { exact: true }).waitFor();
  await page.getByText('10 of 10 are left.').waitFor();
  await page
    .getByText(/^Chrome on /)
    .first()
    .waitFor();
  await expect.poll(() => axeFindings(page)).toEqual([]);
});

test('a passkey is added, named, and then signs in without a code', async () => {
  await press('Add a passkey');
  await page.getByRole('textbox', { name: 'Name' }).fill('Office laptop');
  await press('Continue');
  await page.getByText('Office laptop').first().waitFor();
  await signOut(page);
  await page.getByLabel('User name or e-mail').fill(administrator.signInName);
  await page.getByLabel('Password', { exact: true }).fill(administrator.password);
  await press('Sign in');
  await h1('Your second step').waitFor();
  await expect.poll(() => axeFindings(page)).toEqual([]);
  await press('Use your passkey');
  await h1('Your account').waitFor();
});

test('what is worth protecting asks for the second step again, and is then done', async () => {
  letTheFactorGrowOld();
  await press('Make new recovery codes');
  await dialog('Show again that it is you').getByRole('button', { name: 'Cancel' }).click();
  await page.getByText('Nothing was done, because your second step was not shown.').waitFor();
  await press('Make new recovery codes');
  await dialog('Show again that it is you').waitFor();
  await expect.poll(() => axeFindings(page)).toEqual([]);
  await press('Use your passkey');
  await dialog('Keep your recovery codes').waitFor();
  await expect.poll(() => page.locator('.recovery-codes li').count()).toBe(10);
  await press('I have kept them');
});

test('the password is changed with the one that is known, and a wrong one is said at its field', async () => {
  await press('Change your password');
  await press('Change password');
  await page.getByRole('alert').getByRole('link', { name: 'Enter the password you have.' }).waitFor();
  await expect.poll(() => axeFindings(page)).toEqual([]);
  await page.getByLabel('Password you have').fill('not the right one');
  await page.getByLabel('New password', { exact: true }).fill('lantern orchard velvet nine');
  await press('Change password');
  await page
    .getByRole('alert')
    .getByRole('link', { name: /^This is not your password/ })
    .waitFor();
  await page.getByLabel('Password you have').fill(administrator.password);
  await press('Change password');
  await page.getByText('Your password is changed. Everywhere else you are signed out.').waitFor();
});

test('the last factor cannot be removed', async () => {
  await page.getByRole('button', { name: 'Remove Authenticator app' }).click();
  await expect.poll(() => page.getByRole('button', { name: /^Remove/ }).count()).toBe(0);
  await page.getByText('Office laptop').first().waitFor();
});

test('an administrator invites a colleague, whose link leads in; and their session can be ended', async () => {
  await openFromMenu('Users');
  await h1('Users').waitFor();
  await press('Invite somebody');
  await press('Make the account');
  await page.getByRole('alert').getByRole('link', { name: 'Choose at least one role.' }).waitFor();
  await page.getByLabel('Name', { exact: true }).fill('Ana Reyes');
  await page.getByLabel('E-mail or user name').fill('ana');
  await page.getByText('Front desk', { exact: false }).first().click();
  await press('Make the account');
  const link = await dialog('Hand over this link').locator('.handed-link').innerText();
  await expect.poll(() => axeFindings(page)).toEqual([]);
  await press('Close');

  const hers = await openBrowser(browser);
  await hers.page.goto(link);
  await hers.page.getByLabel('Password', { exact: true }).fill('lantern orchard velvet nine');
  await hers.page.getByRole('button', { name: 'Save and sign in' }).click();
  await enrol(hers.page, 'ana');
  await hers.page.getByRole('heading', { level: 1, name: 'Safety now' }).waitFor();

  await page.reload();
  await page.getByText('ana · active').waitFor();
  await page.getByRole('button', { name: 'Sessions of Ana Reyes' }).click();
  await dialog('Where Ana Reyes is signed in').getByRole('button', { name: /^End/ }).click();
  await page.getByText('Not signed in anywhere.').waitFor();
  await press('Close');
  await hers.page.getByRole('link', { name: 'New' }).click();
  await hers.page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
  await hers.page.context().close();
});

test('roles, reset and disabling are a press and a question away', async () => {
  await page.getByRole('button', { name: 'Roles of Ana Reyes' }).click();
  await dialog('Roles of Ana Reyes').getByText('Clinician', { exact: false }).first().click();
  await press('Save');
  await page.getByText('Clinician, Front desk').waitFor();
  await page.getByRole('button', { name: 'Disable Ana Reyes' }).click();
  await dialog('Disable Ana Reyes').getByRole('button', { name: 'Disable' }).click();
  await page.getByText('ana · disabled').waitFor();
  await page.getByRole('button', { name: 'Enable Ana Reyes' }).click();
  await dialog('Enable Ana Reyes').getByRole('button', { name: 'Enable' }).click();
  await page.getByText('ana · active').waitFor();
  await page.getByRole('button', { name: 'Reset Ana Reyes' }).click();
  await dialog('Reset Ana Reyes').getByRole('button', { name: 'Reset' }).click();
  await dialog('Hand over this link').waitFor();
  await press('Close');
  await page.getByText('ana · invited, has not signed in yet').waitFor();
  await expect.poll(() => axeFindings(page)).toEqual([]);
});

test('nothing was complained of on the console, the security policy included', () => {
  expect(complaints).toEqual([]);
});
