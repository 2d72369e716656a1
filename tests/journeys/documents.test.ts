import { readFileSync } from 'node:fs';
import type { Browser, Download } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { words } from '../../src/patient/words/words.ts';
import { textOfPdf } from '../../src/server/exports/pdf-reader.fixture.ts';
import { launchBrowser } from '../chromium.ts';
import { answersOf, openBrowser, send, setUpClinic } from './clinic.ts';
import { type House, openHouse } from './house.ts';
import { button, headingIs, known, openDraftAt } from './patient.ts';

let house: House;
let browser: Browser;

beforeAll(async () => {
  [house, browser] = await Promise.all([openHouse(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

const pdfIn = async (download: Download) => textOfPdf(readFileSync(await download.path()));

test('P33 the record is saved as a PDF, and a failure is said and can be tried again', async () => {
  const w = words.en;
  const answers = answersOf('V12', known);
  const { page, context, complaints } = await openDraftAt(browser, house, answers, 'sign');
  await headingIs(page, w.sign.h1);
  await page.getByRole('textbox', { name: w.sign.name }).fill('Ximena Quillfeather');
  await button(page, w.sign.send).click();
  await headingIs(page, w.done.h1);

  await context.route('**/record.pdf', (route) =>
    route.fulfill({ status: 200, contentType: 'text/html', body: '<h1>Free WiFi</h1>' }),
  );
  await button(page, w.record.savePdf).click();
  await page.getByRole('status').filter({ hasText: w.record.pdfUnheard }).waitFor();
  await context.unroute('**/record.pdf');

  await button(page, w.done.record).click();
  await headingIs(page, w.record.h1);
  const downloading = page.waitForEvent('download');
  await button(page, w.record.savePdf).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('record.pdf');
  expect(await pdfIn(download)).toContain('Ximena');
  await page.getByRole('status').filter({ hasText: w.record.savedPdf }).waitFor();
  expect(complaints).toEqual([]);
});

test('C13 C14 a clinician copies the case for the record system, and saves it as a PDF', async () => {
  const { page, complaints } = await openBrowser(browser);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await setUpClinic(page, house);
  const id = await send(house, { answers: answersOf('V12', { ...known, firstName: 'Ana' }) });
  await page.goto(`${house.url}/clinic/submissions/${id}?view=new`);

  await page.getByText('Export', { exact: true }).click();
  await button(page, 'Copy for record').click();
  await page.getByRole('status').filter({ hasText: 'Copied. Paste it into the record.' }).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^INTAKE SUMMARY - PATIENT-REPORTED, NOT VERIFIED/);
  expect(copied).toContain('Patient: Ana Quillfeather');

  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'PDF, everything' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('intake-summary.pdf');
  expect(await pdfIn(download)).toContain('Ana Quillfeather');
  expect(complaints).toEqual([]);
});
