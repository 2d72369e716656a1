import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { words } from '../../src/patient/words/words.ts';
import { madeUpFile } from '../../src/questions/instrument.fixture.ts';
import { demoSettings } from '../../src/settings/demo.ts';
import { launchBrowser } from '../chromium.ts';
import { answersOf, openBrowser, setUpClinic } from './clinic.ts';
import { type House, openHouse } from './house.ts';
import { button, headingIs, known, leaveDraft, openPhone, resume, saved } from './patient.ts';
import { goOnUntil, pressContinue, type Robot, signAndSend, whereIs } from './robot.ts';

let house: House;
let browser: Browser;
const folder = mkdtempSync(join(tmpdir(), 'prelude-instrument-'));
const w = words.en;

beforeAll(async () => {
  const instrumentFile = join(folder, 'screen.json');
  writeFileSync(instrumentFile, JSON.stringify(madeUpFile));
  [house, browser] = await Promise.all([openHouse({ ...demoSettings, instrumentFile }), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
  rmSync(folder, { recursive: true });
});

test('a clinic’s own instrument is asked in place of the ASQ, brings up support, and stands on the case', async () => {
  const { page, complaints, requests } = await openPhone(browser);
  const robot: Robot = { page, locale: 'en', answers: answersOf('V02', known) };
  // Everything else is answered, the ASQ too: the place to go on is the clinic's own instrument all the same.
  const code = await leaveDraft(house, robot.answers, 'check');
  const goOn = async () => {
    await resume(page, house, code);
    await button(page, w.sectionList.goOn).click();
  };
  await goOn();
  await headingIs(page, madeUpFile.title.en);

  const answer = async (key: string, text: 'Yes' | 'No' | 'Prefer not to answer') => {
    const group = page.getByRole('group', { name: `Made-up question ${key}?` });
    await group.getByText(text, { exact: true }).click();
  };
  const asked = () => page.locator('main fieldset legend').allInnerTexts();
  expect((await asked()).join(' ')).not.toContain('cssrs3');
  await answer('cssrs1', 'No');
  await answer('cssrs2', 'Prefer not to answer');
  await page.getByRole('group', { name: 'Made-up question cssrs5?' }).waitFor();
  for (const key of ['cssrs3', 'cssrs4', 'cssrs5', 'cssrs6']) await answer(key, 'No');
  await pressContinue(robot);

  await headingIs(page, w.support.h1);
  await pressContinue(robot, w.support.goOn);
  await expect.poll(() => whereIs(robot)).toBe('highPeriods');
  await saved(page);
  await goOn();
  await page.getByText('Made-up cssrs2', { exact: true }).waitFor();
  await goOnUntil(robot, (seen) => seen === 'sign');
  await signAndSend(robot, 'Ximena Quillfeather');
  expect(complaints).toEqual([]);

  const sent = requests.find((one) => one.method() === 'PUT' && one.url().includes('/api/submissions/'));
  const id = sent?.url().split('/').at(-1);
  const staff = await openBrowser(browser);
  await setUpClinic(staff.page, house);
  await staff.page.goto(`${house.url}/clinic/submissions/${id}?view=new`);
  await staff.page
    .getByText(/Made-up screen 2 declined/)
    .first()
    .waitFor();
  await staff.page.locator('.answers-section [data-key="cssrs2"]').first().waitFor({ state: 'attached' });
  await expect.poll(() => staff.page.locator('main').innerText()).not.toMatch(/ASQ 1–4/);
  expect(staff.complaints).toEqual([]);
});
