import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../chromium.ts';
import { answersOf, axeFindings, openBrowser, send, setUpClinic } from './clinic.ts';
import { type House, openHouse } from './house.ts';
import { known } from './patient.ts';

let house: House;
let browser: Browser;

beforeAll(async () => {
  [house, browser] = await Promise.all([openHouse(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

test('C15 a clinician fills in a prior authorization, takes out a list, and finds both in the audit', async () => {
  const { page, complaints } = await openBrowser(browser);
  await setUpClinic(page, house);
  const answers = answersOf('V01', { ...known, firstName: 'Ana', insurer: 'Cigna PPO' });
  const id = await send(house, { answers });

  await page.goto(`${house.url}/clinic/submissions/${id}?view=new`);
  await page.getByText('Export', { exact: true }).click();
  await page.getByRole('link', { name: 'Prior authorization' }).click();
  await page.getByRole('heading', { level: 1, name: 'Prior authorization: Cigna' }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByLabel('NPI').fill('123');
  await page.getByRole('button', { name: 'Save these fields' }).click();
  await page.getByRole('link', { name: /NPI: not ten digits/ }).waitFor();
  await page.getByLabel('NPI').fill('1234567893');
  await page.getByLabel('Specialty').selectOption('psychiatry');
  await page.getByRole('button', { name: 'Save these fields' }).click();
  await page.getByText('Staff: the prescriber is a psychiatrist.').waitFor();
  await page.getByLabel('Payer', { exact: true }).selectOption('general');
  await page.getByRole('heading', { level: 1, name: /General/ }).waitFor();
  const missing = await page.locator('.sheet-list').first().locator('li').count();
  await page.getByRole('button', { name: 'Ask the patient for these' }).click();
  const chosen = page.getByRole('list', { name: 'Asked again' });
  await chosen.waitFor();
  expect(await chosen.getByRole('listitem').count()).toBe(missing);
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('questions-title');

  await page.goto(`${house.url}/clinic/lists`);
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByText('Choose the first day and the last day and the reason.').waitFor();
  await page.getByLabel('Received from').fill('2020-01-01');
  await page.getByLabel('to (included)').fill('2099-12-31');
  await page.getByLabel('Reason').selectOption('operations');
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const list = readFileSync(await (await downloading).path(), 'utf8');
  expect(list).toContain('"Ana","Quillfeather"');
  expect(await axeFindings(page)).toEqual([]);

  await page.goto(`${house.url}/clinic/audit`);
  await page.getByRole('button', { name: 'Verify the audit' }).click();
  await page.getByText('The audit is whole').waitFor();
  for (const act of ['Fields of a sheet saved', 'List exported'])
    await page.getByRole('cell', { name: act }).first().waitFor();
  expect(await axeFindings(page)).toEqual([]);
  expect(complaints).toEqual([]);
});
