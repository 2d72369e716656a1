import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tell } from '../../src/patient/words/tell.ts';
import { words } from '../../src/patient/words/words.ts';
import type { Answers } from '../../src/steps/catalog.ts';
import { uiWords } from '../../src/ui/words/words.ts';
import { launchBrowser } from '../chromium.ts';
import { answersOf } from './clinic.ts';
import { type House, openHouse } from './house.ts';
import {
  button,
  codeOn,
  everythingStored,
  headingIs,
  known,
  openDraftAt,
  openPhone,
  readable,
} from './patient.ts';
import { begin, fillPage, pressContinue, type Robot } from './robot.ts';

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

const atCheck = (answers: Answers) => openDraftAt(browser, house, answers, 'check');

test('P06 P30–P33 blanks are named first, changes lead straight back, a different name can be kept, and the receipt is the server’s own', async () => {
  const { firstName: _, phone: _phone, email: _email, ...unreachable } = answersOf('V12', known);
  const { page, robot, complaints, context } = await atCheck(unreachable);

  // What is needed comes first and keeps nobody from looking at the rest.
  await page.getByRole('heading', { name: w.check.neededTitle }).waitFor();
  await button(page, w.continue).click();
  await page.locator('.error-summary:focus').waitFor();
  await expect.poll(() => page.locator('main section').first().getAttribute('class')).toBe('error-summary');

  await page.getByRole('button', { name: tell(w.check.addName, { name: 'First name' }) }).click();
  await headingIs(page, 'Your name');
  await page.getByRole('textbox', { name: 'First name' }).fill('Ximena');
  await pressContinue(robot);
  await headingIs(page, 'Check your answers');
  await page.getByRole('button', { name: tell(w.check.addName, { name: w.check.missingPhone }) }).click();
  await page.getByRole('textbox', { name: 'Phone number' }).fill('615 555 0171');
  await pressContinue(robot);
  await headingIs(page, 'Check your answers');
  await expect.poll(() => page.getByRole('heading', { name: w.check.neededTitle }).count()).toBe(0);

  // Not answered, not sure and no are different things; each change link has a name of its own.
  const row = (label: string) =>
    page.locator('.answers > div', { has: page.getByText(label, { exact: true }) });
  await expect.poll(() => row('Aneurysm').locator('dd').first().innerText()).toBe('I’m not sure');
  await expect.poll(() => row('Pronouns').locator('dd').first().innerText()).toBe(w.check.notAnswered);
  const changes = await page
    .locator('.answers .change button')
    .evaluateAll((all) => all.map((one) => one.ariaLabel));
  expect(changes.length).toBeGreaterThan(20);
  expect(new Set(changes).size).toBe(changes.length);

  // A change that calls up another question leads there first, then back.
  await page.getByRole('button', { name: tell(w.check.changeName, { name: 'Heart attack' }) }).click();
  await headingIs(page, 'Your heart');
  await page.goBack();
  await headingIs(page, 'Check your answers');

  await pressContinue(robot);
  await headingIs(page, w.sign.h1);
  await button(page, w.sign.send).click();
  await page.locator('.error-summary:focus', { hasText: w.sign.nameNeeded }).waitFor();
  await expect.poll(() => page.title()).toMatch(/^Error: /);
  await page.getByRole('textbox', { name: w.sign.name }).fill('Somebody Else');
  await button(page, w.sign.send).click();
  await headingIs(page, w.sign.different);

  // A captive portal answers everything with a page of HTML: that is never a receipt.
  await context.route('**/api/submissions/**', (route) =>
    route.fulfill({ status: 200, contentType: 'text/html', body: '<h1>Free WiFi</h1>' }),
  );
  await button(page, w.sign.keepName).click();
  await headingIs(page, w.sending.h1);
  await page.getByText(w.sending.unheard).waitFor();
  await expect.poll(() => page.locator('.reference').count()).toBe(0);

  // Reloaded in the middle of sending, it goes on sending.
  await page.reload();
  await headingIs(page, w.sending.h1);
  await context.unroute('**/api/submissions/**');
  await headingIs(page, w.done.h1);
  const reference = (await page.locator('.reference').innerText()).trim();
  expect(reference).toMatch(/^[0-9A-Z]{3}-[0-9A-Z]{3}$/);
  await page.getByText(w.done.medicines).waitFor();
  await page.getByText(w.done.contact.phone).first().waitFor();

  await button(page, w.done.record).click();
  await headingIs(page, w.record.h1);
  for (const text of [reference, 'Aneurysm', 'I’m not sure', 'Ximena', 'Signed by Somebody Else'])
    await expect.poll(() => page.locator('main').innerText()).toContain(text);
  await page.goBack();
  await headingIs(page, w.done.h1);

  // A reload still shows the reference number, and the same code tells how far the clinic is.
  await page.reload();
  await headingIs(page, w.done.h1);
  await expect.poll(async () => (await page.locator('.reference').innerText()).trim()).toBe(reference);
  const code = await codeOn(page);
  const stored = await everythingStored(page);
  for (const text of readable) expect(stored).not.toContain(text);
  const other = await openPhone(browser);
  await other.page.goto(`${house.url}/resume#${code}`);
  await button(other.page, w.resume.open).click();
  await headingIs(other.page, w.status.h1);
  await other.page.getByText(w.status.words.received, { exact: true }).waitFor();
  await expect.poll(() => other.page.locator('main').innerText()).not.toContain('Ximena');

  await button(page, w.done.finish).click();
  await headingIs(page, w.done.cleared);
  await page.reload();
  await expect.poll(() => everythingStored(page)).not.toContain(code.replaceAll('-', ''));
  // Not even an empty store is left.
  await expect.poll(() => page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
  expect(complaints).toEqual([]);
});

test('P34 a helper is told whose answers these are, reads instruments out, and signs with own name and relation', async () => {
  const answers = answersOf('V19', {
    ...known,
    completedBy: 'other',
    helperName: 'Hal Helper',
    helperRelation: 'brother',
  });
  const { page } = await openDraftAt(browser, house, answers, 'phq9Body');
  await page.getByText(tell(w.helper.answeringFor, { name: 'Ximena' })).waitFor();
  await page.getByText(tell(w.helper.read, { name: 'Ximena' })).waitFor();
  const { page: signing } = await openDraftAt(browser, house, answers, 'sign');
  await signing.getByRole('textbox', { name: w.sign.nameHelper }).fill('Hal Helper');
  const relation = signing.getByRole('textbox', { name: tell(w.sign.relation, { name: 'Ximena' }) });
  await expect.poll(() => relation.inputValue()).toBe('brother');
  await button(signing, w.sign.send).click();
  await headingIs(signing, w.done.h1);
  await button(signing, w.done.record).click();
  await signing.getByText(/Signed by Hal Helper \(brother\)/).waitFor();
});

test('P14 P20 without a connection the work goes on, is said to be unsaved, and is saved and sent by itself later', async () => {
  const { page, robot, context } = await atCheck(answersOf('V01', known));
  await pressContinue(robot);
  await headingIs(page, w.sign.h1);
  await context.setOffline(true);
  await page.getByText(uiWords.en.offline).first().waitFor();
  await page.getByRole('textbox', { name: w.sign.name }).fill('Ximena Quillfeather');
  await button(page, w.sign.send).click();
  await headingIs(page, w.sending.h1);
  await page.getByText(w.sending.offline).waitFor();
  await context.setOffline(false);
  await headingIs(page, w.done.h1);
});

test('P05 an answer that has to be mended is kept as typed, with the same words in summary and field', async () => {
  const phone = await openPhone(browser);
  const { page } = phone;
  const robot: Robot = { page, locale: 'en', answers: answersOf('V01', known) };
  await page.goto(house.url);
  await begin(robot);
  await button(page, w.continue).click();
  const summary = page.locator('.error-summary:focus');
  await summary.waitFor();
  await expect.poll(() => page.title()).toBe('Error: Section 1 of 7 · Your form');
  const besideTheField = async () =>
    (await page.locator('.field-error').innerText()).replace(/^Error:\s*/, '');
  await expect
    .poll(async () => (await summary.locator('li').innerText()) === (await besideTheField()))
    .toBe(true);
  await fillPage(robot, 'danger');
  await pressContinue(robot);
  await expect.poll(() => page.title()).toBe('Section 1 of 7 · Your form');
  await page.getByRole('textbox', { name: 'Month' }).fill('13');
  await page.getByRole('textbox', { name: 'Day' }).fill('40');
  await page.getByRole('textbox', { name: 'Year' }).fill('1984');
  // Nothing is said while typing or on leaving a field.
  await page.getByRole('textbox', { name: 'Month' }).focus();
  await expect.poll(() => page.locator('.field-error').count()).toBe(0);
  await button(page, w.continue).click();
  await summary.waitFor();
  await summary.locator('a').first().click();
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('name')))
    .toMatch(/^birthDate\./);
  await expect.poll(() => page.getByRole('textbox', { name: 'Month' }).inputValue()).toBe('13');
  await expect.poll(() => new URL(page.url()).hash).toBe('');
});
