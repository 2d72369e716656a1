import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../chromium.ts';
import { answersOf, openBrowser, send, setUpClinic } from './clinic.ts';
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

test('a clinician has a case evaluated again: the same result, nothing different today, and it is audited', async () => {
  const id = await send(house, {
    answers: answersOf('V06', { firstName: 'Ana', lastName: 'Rivera', phone: '(615) 555-0142' }),
  });
  await page.goto(`${house.url}/clinic/submissions/${id}?view=new`);
  await page.getByRole('heading', { level: 2, name: 'Evaluated again' }).waitFor();
  await page.getByRole('button', { name: 'Evaluate again' }).click();
  await page.getByText('The same result, in every rule, score and trial.').waitFor();
  await page.getByText('Nothing would be different.').waitFor();
  const file = join(house.folder, 'data', 'prelude.sqlite');
  const database = new DatabaseSync(file, { readOnly: true, timeout: 20_000 });
  const rows = database.prepare("select object_id from audit where action = 'submission.replay'").all();
  database.close();
  expect(rows).toEqual([{ object_id: id }]);
  expect(complaints).toEqual([]);
});
