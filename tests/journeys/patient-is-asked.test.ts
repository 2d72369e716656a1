import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../chromium.ts';
import { answersOf, axeFindings, openBrowser, raiseAlert, send, setUpClinic } from './clinic.ts';
import { type House, openHouse } from './house.ts';

let browser: Browser;
let house: House;

beforeAll(async () => {
  [browser, house] = await Promise.all([launchBrowser(), openHouse()]);
});
afterAll(async () => {
  await browser.close();
  await house.close();
});

const who = {
  firstName: 'Ana',
  lastName: 'Rivera',
  phone: '(615) 555-0142',
  birthDate: '1984-02-10',
} as const;
const focused = (page: Page) => page.evaluate(() => document.activeElement?.id);

test('C16 C08 P16 an alert arrives live, the patient is asked, answers on a phone, and staff see what changed and the scores over time', async () => {
  const { page, complaints } = await openBrowser(browser);
  await setUpClinic(page, house);
  const id = await send(house, { answers: answersOf('V08', { ...who, mi: 'unsure' }) });
  const row = page.getByRole('link', { name: /R\., Ana/ });
  await page.getByRole('link', { name: /^New/ }).click();
  await row.waitFor();

  // Live: nothing was pressed, and whoever types is not disturbed.
  await page.getByLabel('Name, phone, birth date or reference').focus();
  await raiseAlert(house, {
    submissionId: id,
    state: 'raised',
    agreedBy: 'asked',
    language: 'en',
    name: 'Ana Rivera',
    phone: who.phone,
    answers: {},
  });
  await row.getByText('Safety: call').waitFor({ timeout: 5_000 });
  await page.getByText('New in Safety now: 1 waiting.').waitFor({ state: 'attached' });
  expect(await focused(page)).toBe('search');

  await row.click();
  await page.getByText('Ask the patient for more').click();
  await page.getByLabel('Your question to the patient').fill('Which heart medicine do you take?');
  await page.getByLabel('Ask a question of the form again').selectOption('mi');
  await page.getByRole('button', { name: 'Ask the patient', exact: true }).click();
  await page.getByText('Asked. The case now waits on the patient.').waitFor();
  await page.getByRole('button', { name: 'Make a link' }).click();
  const url = await page.locator('.made-url').innerText();

  const phone = await openBrowser(browser, { viewport: { width: 390, height: 844 } });
  await phone.page.goto(url);
  await phone.page.getByRole('heading', { level: 1, name: /You have a message from/ }).waitFor();
  expect(phone.page.url()).not.toContain('#');
  for (const [part, value] of [
    ['Month', '2'],
    ['Day', '10'],
    ['Year', '1984'],
  ] as const)
    await phone.page.getByLabel(part).fill(value);
  await phone.page.getByRole('button', { name: 'Show the message' }).click();
  await phone.page.getByLabel('Which heart medicine do you take?').fill('Metoprolol.');
  await phone.page.getByRole('button', { name: 'Continue' }).click();
  await phone.page
    .getByRole('group', { name: /heart attack/i })
    .getByText('Yes', { exact: true })
    .click();
  await phone.page.getByText(/In the past 6 weeks/).click();
  expect(await axeFindings(phone.page)).toEqual([]);
  await phone.page.getByRole('button', { name: 'Send my answers' }).click();
  await phone.page
    .getByRole('heading', { level: 1, name: 'Thank you. The clinic has your answers.' })
    .waitFor();
  expect(await phone.page.title()).not.toMatch(/heart|clinic/i);

  await page.getByText('The patient has replied.').waitFor({ timeout: 5_000 });
  const asked = page.locator('.asked-question');
  expect(await asked.innerText()).toContain('Metoprolol.');
  expect(await asked.getByRole('row', { name: /Have you ever had a heart attack/ }).innerText()).toMatch(
    /not sure\s+Yes/,
  );
  expect(await asked.innerText()).toContain('Findings that appeared');
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Show the new answers' }).click();
  await page.locator('[data-key="miWhen"]').first().waitFor({ state: 'attached' });
  expect([...complaints, ...phone.complaints]).toEqual([]);
  await phone.page.context().close();

  // C08: once a clinician has said that it is the same person, the scores stand on one axis.
  await page.locator('.trend').waitFor({ state: 'detached' });
  await send(house, { answers: answersOf('V08', { ...who, phq9: [3, 3, 3, 2, 2, 2, 2, 3, 1] }) });
  await page.getByRole('link', { name: /R\., Ana.*PHQ-9 21/ }).click();
  await page.getByText('May be the same person as').waitFor();
  await page.getByRole('button', { name: 'Same person' }).click();
  const chart = page.getByRole('img', { name: /^PHQ-9 over time/ });
  await chart.waitFor();
  for (const mark of ['severe 20–27', 'minimal 0–4', 'baseline', 'item 9 = 1'])
    expect(await chart.textContent()).toContain(mark);
  expect(await chart.locator('.trend-line').count()).toBe(1);
  const table = page.getByRole('table', { name: 'PHQ-9 by date' });
  expect(await table.locator('tbody tr').count()).toBe(2);
  expect(await axeFindings(page)).toEqual([]);
  await page.context().close();
});
