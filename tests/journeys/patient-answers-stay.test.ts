import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Place } from '../../src/machines/places.ts';
import type { Device } from '../../src/patient/session/device.ts';
import { words } from '../../src/patient/words/words.ts';
import { birthDate } from '../../src/steps/birth-date/questions.ts';
import { launchBrowser } from '../chromium.ts';
import { openLink } from '../faults/coming-back.ts';
import { draftUpTo, keepOnServer, readFromServer, typedOnServer } from '../faults/kept-draft.ts';
import { answersOf } from './clinic.ts';
import { type House, openHouse } from './house.ts';
import { button, codeOn, copiesKept, goOnTo, headingIs, known, openPhone, resume } from './patient.ts';
import { begin, fillPage, heading, pressContinue, type Robot } from './robot.ts';

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

const answers = answersOf('V01', known);
const birthDatePage = birthDate.words.en.label;

async function started(device: Device) {
  const phone = await openPhone(browser);
  const robot: Robot = { page: phone.page, locale: 'en', answers };
  await phone.page.goto(house.url);
  await begin(robot, device);
  return { ...phone, robot };
}

/** On a page up to which the form was filled in before. */
async function standingAt(place: Place, device: Device) {
  const code = await keepOnServer(house, draftUpTo(place, answers));
  const phone = await openPhone(browser);
  await openLink(phone.page, house, code, device);
  const robot: Robot = { page: phone.page, locale: 'en', answers };
  return { ...phone, robot, code };
}

test('P03 P05 P25 the first question is answered by keyboard and waits for the code behind it; after Continue and after Back the reading place is the h1, at the top', async () => {
  const { page } = await openPhone(browser, { serviceWorkers: 'block' });
  const arrival = Promise.withResolvers<void>();
  await page.route('**/assets/first-answer*', (route) => arrival.promise.then(() => route.continue()));
  await page.goto(house.url);
  await begin({ page, locale: 'en', answers }, 'own');
  const isFocused = (at: Locator) => at.and(page.locator(':focus')).waitFor();
  const yes = page.getByRole('radio', { name: 'Yes' });
  const no = page.getByRole('radio', { name: 'No', exact: true });

  await page.keyboard.press('Tab');
  await isFocused(yes);
  await page.keyboard.press('Enter');
  await page.locator('.error-summary:focus').waitFor();
  await expect.poll(() => page.title()).toMatch(/^Error: /);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await isFocused(yes);
  await page.keyboard.press('ArrowDown');
  await isFocused(no);
  for (const next of [w.continue, w.finishLater]) {
    await page.keyboard.press('Tab');
    await isFocused(button(page, next));
  }
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('status').getByText(w.loading).waitFor();
  await expect.poll(() => no.isChecked()).toBe(true);
  arrival.resolve();

  await headingIs(page, birthDatePage);
  const focused = () => page.evaluate(() => [document.activeElement?.tagName, window.scrollY]);
  await expect.poll(() => focused()).toEqual(['H1', 0]);
  await page.getByRole('button', { name: w.back }).click();
  await headingIs(page, 'Are you in danger right now?');
  await expect.poll(() => focused()).toEqual(['H1', 0]);
  await expect.poll(() => no.isChecked()).toBe(true);
});

test('P05 P35 what is pressed before the app has come counts, and never stands in the address', async () => {
  const { page } = await openPhone(browser, { serviceWorkers: 'block' });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const arrival = Promise.withResolvers<void>();
  await page.route(/assets\/first-(?!press|answer)/, (route) => arrival.promise.then(() => route.continue()));
  await page.goto(house.url, { waitUntil: 'commit' });
  await page.getByText(w.start.deviceOptions.shared, { exact: true }).click();
  const isHeard = () => !document.dispatchEvent(new SubmitEvent('submit', { cancelable: true }));
  await expect.poll(() => page.evaluate(isHeard)).toBe(true);
  await button(page, w.start.begin).click();
  await headingIs(page, 'Are you in danger right now?');
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  await page.getByText('No', { exact: true }).click();
  await button(page, w.continue).click();
  await page.getByRole('status').getByText(w.loading).waitFor();
  arrival.resolve();

  // On a shared device the code comes after the first answer.
  await page.locator('.code').waitFor();
  await button(page, w.continue).click();
  await headingIs(page, birthDatePage);
  expect(asked.filter((url) => url.includes('?'))).toEqual([]);
  await page.getByRole('button', { name: w.back }).click();
  await headingIs(page, 'Are you in danger right now?');
  await expect.poll(() => page.getByRole('radio', { name: 'No', exact: true }).isChecked()).toBe(true);
});

test('P04 half a date survives a reload, and Back and Forward keep page and answers', async () => {
  const { page, robot, code } = await standingAt('birthDate', 'shared');
  await page.getByRole('textbox', { name: 'Month' }).fill('febr');
  await page.getByRole('textbox', { name: 'Day' }).fill('10');
  const half = () => typedOnServer(house, code);
  await expect.poll(half).toMatchObject({ birthDate: { month: 'febr', day: '10' } });
  await page.reload();
  await headingIs(page, birthDatePage);
  await expect.poll(() => page.getByRole('textbox', { name: 'Month' }).inputValue()).toBe('febr');
  await expect.poll(() => page.getByRole('textbox', { name: 'Day' }).inputValue()).toBe('10');
  await goOnTo(robot, 'contact');
  await page.goBack();
  await headingIs(page, 'Your name');
  await expect.poll(() => page.getByRole('textbox', { name: 'First name' }).inputValue()).toBe('Ximena');
  await page.goForward();
  await headingIs(page, 'How to reach you');
});

test('nobody jumps past a page that was not left with Continue', async () => {
  const { page } = await standingAt('birthDate', 'own');
  await headingIs(page, birthDatePage);
  await expect.poll(() => copiesKept(page)).toBeGreaterThan(0);
  await page.evaluate(() => history.pushState({ depth: 9, place: 'sign' }, '', '/form'));
  await page.reload();
  await headingIs(page, birthDatePage);
});

describe('P15–P16 coming back', () => {
  test('on an own device by opening the page again, from the place where it was left', async () => {
    const { page, context, code } = await standingAt('name', 'own');
    await page.getByRole('textbox', { name: 'First name' }).fill('Ximena');
    await expect.poll(async () => (await readFromServer(house, code)).answers.firstName).toBe('Ximena');
    await page.close();
    const again = await context.newPage();
    await again.goto(house.url);
    await button(again, w.start.goOn).click();
    await headingIs(again, w.sectionList.h1);
    await expect
      .poll(() => again.locator('.part-status').allInnerTexts())
      .toEqual([
        w.sectionList.statuses.inProgress,
        ...Array.from({ length: 6 }, () => w.sectionList.statuses.cannotStart),
      ]);
    await button(again, w.sectionList.goOn).click();
    await headingIs(again, 'Your name');
    await expect.poll(() => again.getByRole('textbox', { name: 'First name' }).inputValue()).toBe('Ximena');
  });

  test('on another device by the typed code, however it is typed; nothing was left on the first', async () => {
    const { page, robot, context } = await started('shared');
    await fillPage(robot, 'danger');
    await pressContinue(robot);
    await headingIs(page, w.keep.h1);
    const code = await codeOn(page);
    expect(code).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
    await goOnTo(robot, 'who');
    await expect.poll(async () => (await readFromServer(house, code)).passed).toContain('birthDate');
    await context.close();

    const other = await openPhone(browser);
    await resume(other.page, house, ` ${code.toLowerCase().replaceAll('-', ' ')} `);
    await headingIs(other.page, w.sectionList.h1);
    await button(other.page, w.sectionList.goOn).click();
    await headingIs(other.page, 'Who is answering');
    await other.page.getByRole('button', { name: w.back }).click();
    await expect.poll(() => other.page.getByRole('textbox', { name: 'Year' }).inputValue()).toBe('1984');
    expect(other.complaints).toEqual([]);
  });

  test('by the link, whose secret leaves the address bar at once', async () => {
    const { page, robot } = await started('shared');
    await fillPage(robot, 'danger');
    await pressContinue(robot);
    const code = await codeOn(page);
    await goOnTo(robot, 'birthDate');
    const other = await openPhone(browser);
    await other.page.goto(`${house.url}/resume#${code}`);
    await headingIs(other.page, w.resume.h1);
    expect(other.page.url()).toBe(`${house.url}/resume`);
    await button(other.page, w.resume.open).click();
    await headingIs(other.page, w.sectionList.h1);
    expect(other.requests.some((request) => request.url().includes(code.slice(0, 4)))).toBe(false);
  });

  test('a wrong code gets a sentence that says what to do, and the focus', async () => {
    const { page } = await openPhone(browser);
    await resume(page, house, '0000-0000-0000-0000');
    await page.locator('.error-summary:focus', { hasText: w.resume.notFound }).waitFor();
    await expect.poll(() => page.title()).toMatch(/^Error: /);
    await page.getByRole('textbox', { name: w.resume.code }).fill('not a code');
    await button(page, w.resume.open).click();
    await page.locator('.error-summary', { hasText: w.resume.codeNeeded }).waitFor();
  });

  test('after "Delete my answers" the code opens nothing', async () => {
    const { page, robot } = await started('shared');
    await fillPage(robot, 'danger');
    await pressContinue(robot);
    const code = await codeOn(page);
    await goOnTo(robot, 'birthDate');
    await button(page, w.finishLater).click();
    await button(page, w.keep.remove).click();
    await button(page, w.keep.removeYes).click();
    await page.getByText(w.keep.removedText).waitFor();
    await expect.poll(() => page.evaluate(() => sessionStorage.getItem('prelude'))).toBeNull();
    await resume(page, house, code);
    await page.locator('.error-summary', { hasText: w.resume.notFound }).waitFor();
  });
});

test('two devices never overwrite each other in silence: both answers are shown', async () => {
  const first = await standingAt('name', 'shared');
  await headingIs(first.page, 'Your name');

  const second = await openPhone(browser);
  await openLink(second.page, house, first.code, 'shared');
  await second.page.getByRole('textbox', { name: 'First name' }).fill('Second');
  await expect.poll(async () => (await readFromServer(house, first.code)).answers.firstName).toBe('Second');

  await first.page.getByRole('textbox', { name: 'First name' }).fill('First');
  await headingIs(first.page, w.conflict.h1);
  const choices = first.page.getByRole('radio');
  await expect.poll(() => choices.count()).toBe(2);
  await first.page.getByText('Second').click();
  await button(first.page, w.continue).click();
  await headingIs(first.page, 'Your name');
  await expect
    .poll(() => first.page.getByRole('textbox', { name: 'First name' }).inputValue())
    .toBe('Second');
});

test('P29 another language keeps the page and what is typed', async () => {
  const { page, code } = await standingAt('birthDate', 'own');
  await page.getByRole('textbox', { name: 'Month' }).fill('2');
  await page.getByRole('link', { name: 'Español' }).click();
  await headingIs(page, birthDate.words.es.label);
  await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('es');
  await expect.poll(() => page.getByRole('textbox', { name: 'Mes' }).inputValue()).toBe('2');
  await expect.poll(async () => (await readFromServer(house, code)).language).toBe('es');
  await page.reload();
  await headingIs(page, birthDate.words.es.label);
  await expect.poll(() => heading({ page })).toContain('nacimiento');
});
