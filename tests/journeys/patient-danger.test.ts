import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openHours } from '../../src/patient/shell/hours.ts';
import { tell } from '../../src/patient/words/tell.ts';
import { words } from '../../src/patient/words/words.ts';
import { demoSettings } from '../../src/settings/demo.ts';
import type { Answers } from '../../src/steps/catalog.ts';
import { launchBrowser } from '../chromium.ts';
import { answersOf } from './clinic.ts';
import { type House, openHouse } from './house.ts';
import { button, codeOn, draftsKept, goOnTo, headingIs, known, openPhone, resume } from './patient.ts';
import { begin, fillPage, pressContinue, type Robot } from './robot.ts';

let house: House;
let browser: Browser;
const w = words.en;
const told = tell(w.support.told, { hours: openHours(demoSettings.hours, w) });

beforeAll(async () => {
  [house, browser] = await Promise.all([openHouse(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

async function started(answers: Answers, device: 'own' | 'shared' = 'own') {
  const phone = await openPhone(browser);
  const robot: Robot = { page: phone.page, locale: 'en', answers };
  await phone.page.goto(house.url);
  await begin(robot, device);
  return { ...phone, robot };
}

const clinicSays = (page: Page) => page.locator('.told').innerText();
const alertsSent = (phone: Awaited<ReturnType<typeof openPhone>>) =>
  phone.requests.filter((request) => request.url().includes('/api/safety-alerts/'));

describe('P11 support at the moment of the answer', () => {
  test('danger on the first page: nobody was told, and the person can ask for a call', async () => {
    const phone = await started(answersOf('V06', { ...known, emergencyNow: 'yes' }));
    const { page, robot } = phone;
    await fillPage(robot, 'danger');
    await pressContinue(robot);
    await headingIs(page, w.support.h1);
    await expect.poll(() => clinicSays(page)).toBe(w.support.notTold);
    for (const name of [w.crisis.call988, w.crisis.text988, w.crisis.call911])
      await expect
        .poll(() => page.getByRole('link', { name, exact: true }).getAttribute('href'))
        .toMatch(/^(tel|sms):\d{3}$/);

    await button(page, w.support.ask).click();
    await button(page, w.support.askSend).click();
    await page.locator('.error-summary', { hasText: w.support.phoneNeeded }).waitFor();
    await page.getByRole('textbox', { name: w.support.name }).fill('Ximena Quillfeather');
    await page.getByRole('textbox', { name: w.support.phone }).fill('615 555 0171');
    await button(page, w.support.askSend).click();
    await page.locator('.told', { hasText: told }).waitFor();
    const [request] = alertsSent(phone);
    expect(request?.postDataJSON()).toMatchObject({
      agreedBy: 'asked',
      state: 'raised',
      name: 'Ximena Quillfeather',
      phone: '615 555 0171',
      answers: { emergencyNow: 'yes' },
    });

    await button(page, w.support.goOn).click();
    await headingIs(page, 'What is your date of birth?');
    // P08: what was told for the call is not asked again.
    await goOnTo(robot, 'name');
    await expect.poll(() => page.getByRole('textbox', { name: 'First name' }).inputValue()).toBe('Ximena');
    expect(phone.complaints).toEqual([]);
  });

  test('with consent the clinic is told at once, and the support page says so; it comes once', async () => {
    const phone = await started(answersOf('V06', { ...known, safetyCallConsent: 'yes' }));
    const { page, robot } = phone;
    const path = await goOnTo(robot, 'highPeriods');
    expect(path.filter((seen) => seen === 'dangerSupport')).toHaveLength(2);
    const told = () => alertsSent(phone).map((request) => request.postDataJSON());
    await expect.poll(() => told().at(-1)).toMatchObject({ answers: { asq5: 'yes' } });
    const [first] = told();
    expect(first).toMatchObject({ agreedBy: 'consent', answers: { phq9: expect.arrayContaining([3]) } });
    // Of the PHQ-9 only item 9 leaves before the form is sent.
    expect(first.answers.phq9.slice(0, 8)).toEqual(Array.from({ length: 8 }, () => null));
    await page.getByRole('button', { name: w.back }).click();
    await headingIs(page, 'How you are right now');
  });

  test('the network is cut: support at once, the answer kept, the alert visibly pending, told on return', async () => {
    const phone = await started(answersOf('V06', { ...known, safetyCallConsent: 'yes' }));
    const { page, robot, context } = phone;
    await goOnTo(robot, 'phq9Thoughts');
    await fillPage(robot, 'phq9Thoughts');
    await context.setOffline(true);
    await button(page, w.continue).click();
    await headingIs(page, w.support.h1);
    await page.locator('.told', { hasText: w.support.pending }).waitFor();
    await context.setOffline(false);
    await page.locator('.told', { hasText: told }).waitFor();
    await button(page, w.support.goOn).click();
    await headingIs(page, 'Your daily life');
    await page.getByRole('button', { name: w.back }).click();
    await headingIs(page, 'Your thoughts');
    await expect.poll(() => page.getByRole('radio', { name: 'Nearly every day' }).isChecked()).toBe(true);
  });

  test('"Stop here" keeps the answers, gives the code and the numbers, and leads back to the exact page', async () => {
    const { page, robot } = await started(answersOf('V04', known), 'shared');
    await goOnTo(robot, 'phq9Thoughts');
    await fillPage(robot, 'phq9Thoughts');
    await pressContinue(robot);
    await headingIs(page, w.support.h1);
    await button(page, w.support.stop).click();
    await headingIs(page, w.stopped.h1);
    await expect.poll(() => page.getByRole('link', { name: w.crisis.call988, exact: true }).count()).toBe(1);
    const code = await codeOn(page);
    const other = await openPhone(browser);
    await resume(other.page, house, code);
    await headingIs(other.page, w.sectionList.h1);
    await button(other.page, w.sectionList.goOn).click();
    await headingIs(other.page, w.support.h1);
  });
});

test('P10 help is one tap away with half a date typed, and the way back is the exact page', async () => {
  const { page, robot } = await started(answersOf('V01', known), 'shared');
  await goOnTo(robot, 'birthDate');
  await page.getByRole('textbox', { name: 'Year' }).fill('19');
  await page.getByRole('link', { name: w.header.helpNow }).click();
  await headingIs(page, w.help.h1);
  await button(page, w.help.goBack).click();
  await headingIs(page, 'What is your date of birth?');
  await expect.poll(() => page.getByRole('textbox', { name: 'Year' }).inputValue()).toBe('19');
});

test('P09 under 18: help first, then why it ends here; nothing stays on the device or the server', async () => {
  // The server goes by the real day, so the person is 16 on any of them, or 15 where the year has just turned.
  const birthDate = `${new Date().getFullYear() - 16}-01-01`;
  const { page, robot } = await started({ ...known, birthDate, emergencyNow: 'no' }, 'shared');
  await fillPage(robot, 'danger');
  await pressContinue(robot);
  const code = await codeOn(page);
  await goOnTo(robot, 'birthDate');
  await fillPage(robot, 'birthDate');
  await button(page, w.continue).click();
  await headingIs(page, w.underAge.h1);
  await page.getByText(w.underAge.adults).waitFor();
  const text = await page.locator('main').innerText();
  expect(text).toContain(w.crisis.call988);
  expect(text.indexOf(w.crisis.call988)).toBeLessThan(text.indexOf(w.underAge.adultsTitle));
  await expect.poll(() => draftsKept(page)).toBe(0);
  await page.reload();
  await headingIs(page, w.start.h1);
  await resume(page, house, code);
  await page.locator('.error-summary', { hasText: w.resume.notFound }).waitFor();
});
