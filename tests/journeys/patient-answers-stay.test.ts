import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { words } from '../../src/patient/words/words.ts';
import { birthDate } from '../../src/steps/birth-date/questions.ts';
import { allPages } from '../../src/steps/catalog.ts';
import { uiWords } from '../../src/ui/words/words.ts';
import { launchBrowser } from '../chromium.ts';
import { answersOf } from './clinic.ts';
import { type House, openHouse } from './house.ts';
import {
  button,
  codeOn,
  everythingStored,
  goOnTo,
  headingIs,
  known,
  openPhone,
  readable,
  resume,
  saved,
} from './patient.ts';
import { begin, fillPage, goOnUntil, heading, pressContinue, type Robot } from './robot.ts';

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

async function started(device: 'own' | 'shared') {
  const phone = await openPhone(browser);
  const robot: Robot = { page: phone.page, locale: 'en', answers };
  await phone.page.goto(house.url);
  await begin(robot, device);
  return { ...phone, robot };
}

test('P02–P04 P06 what is needed says so, and every page of the plain path has the same parts in the same order, its h1 in focus, and one address', async () => {
  const { page, robot, complaints, requests } = await started('own');
  const headings: string[] = [];
  await goOnUntil(
    robot,
    (seen) => seen === 'check',
    async (seen, h1) => {
      headings.push(h1);
      const parts = await page.evaluate(() => {
        const order = [
          '.skip-link',
          '.skip-link:nth-of-type(2)',
          'header .clinic-name',
          'header a[href="/help"]',
          'header a[hreflang]',
          'header a.leave',
          'main .back',
          'main .caption',
          'main h1',
          'main button[type="submit"]',
          'footer',
        ];
        const all = [...document.querySelectorAll('*')];
        return order
          .map((selector) => ({ selector, at: all.findIndex((one) => one.matches(selector)) }))
          .filter(({ at }) => at >= 0);
      });
      const places = parts.map(({ at }) => at);
      expect(places).toEqual([...places].sort((a, b) => a - b));
      if (seen !== 'aside') expect(parts).toHaveLength(11);
      const isNeeded =
        allPages.find(({ id }) => id === seen)?.questions.some((one) => 'needed' in one && one.needed) ??
        false;
      expect([seen, (await page.getByText(uiWords.en.weNeedThis).count()) > 0]).toEqual([seen, isNeeded]);
      expect(await page.locator('main h1').count()).toBe(1);
      expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/form');
      expect(await page.title()).toMatch(/^(Section \d of 7 · )?Your form$/);
      expect(await page.getByRole('button', { name: w.continue, exact: true }).isEnabled()).toBe(true);
    },
  );
  expect(new Set(headings).size).toBe(headings.length);
  expect(headings.length).toBeLessThanOrEqual(45);
  expect(complaints).toEqual([]);
  for (const request of requests) {
    expect(new URL(request.url()).origin).toBe(house.url);
    for (const text of readable) expect(`${request.url()} ${request.postData() ?? ''}`).not.toContain(text);
  }
  const stored = await everythingStored(page);
  for (const text of readable) expect(stored).not.toContain(text);
});

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
  expect(await page.title()).toMatch(/^Error: /);
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
  expect(await no.isChecked()).toBe(true);
  arrival.resolve();

  await headingIs(page, birthDatePage);
  const focused = () => page.evaluate(() => [document.activeElement?.tagName, window.scrollY]);
  expect(await focused()).toEqual(['H1', 0]);
  await page.getByRole('button', { name: w.back }).click();
  await headingIs(page, 'Are you in danger right now?');
  expect(await focused()).toEqual(['H1', 0]);
  expect(await no.isChecked()).toBe(true);
});

test('P04 half a date survives a reload, and Back and Forward keep page and answers', async () => {
  const { page, robot } = await started('shared');
  await goOnTo(robot, 'birthDate');
  await page.getByRole('textbox', { name: 'Month' }).fill('febr');
  await page.getByRole('textbox', { name: 'Day' }).fill('10');
  await page.waitForTimeout(900);
  await page.reload();
  await headingIs(page, birthDatePage);
  expect(await page.getByRole('textbox', { name: 'Month' }).inputValue()).toBe('febr');
  expect(await page.getByRole('textbox', { name: 'Day' }).inputValue()).toBe('10');
  await goOnTo(robot, 'contact');
  await page.goBack();
  await headingIs(page, 'Your name');
  expect(await page.getByRole('textbox', { name: 'First name' }).inputValue()).toBe('Ximena');
  await page.goForward();
  await headingIs(page, 'How to reach you');
});

test('nobody jumps past a page that was not left with Continue', async () => {
  const { page, robot } = await started('own');
  await goOnTo(robot, 'birthDate');
  await page.waitForTimeout(1_500);
  await page.evaluate(() => history.pushState({ depth: 9, place: 'sign' }, '', '/form'));
  await page.reload();
  await headingIs(page, birthDatePage);
});

describe('P15–P16 coming back', () => {
  test('on an own device by opening the page again, from the place where it was left', async () => {
    const { page, context, robot } = await started('own');
    await goOnTo(robot, 'name');
    await page.getByRole('textbox', { name: 'First name' }).fill('Ximena');
    await page.waitForTimeout(2_000);
    await page.close();
    const again = await context.newPage();
    await again.goto(house.url);
    await button(again, w.start.goOn).click();
    await headingIs(again, w.sectionList.h1);
    expect(await again.locator('.part-status').allInnerTexts()).toEqual([
      w.sectionList.statuses.inProgress,
      ...Array.from({ length: 6 }, () => w.sectionList.statuses.cannotStart),
    ]);
    await button(again, w.sectionList.goOn).click();
    await headingIs(again, 'Your name');
    expect(await again.getByRole('textbox', { name: 'First name' }).inputValue()).toBe('Ximena');
  });

  test('on another device by the typed code, however it is typed; nothing was left on the first', async () => {
    const { page, robot, context } = await started('shared');
    await fillPage(robot, 'danger');
    await pressContinue(robot);
    await headingIs(page, w.keep.h1);
    const code = await codeOn(page);
    expect(code).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
    await goOnTo(robot, 'who');
    await saved(page);
    await context.close();

    const other = await openPhone(browser);
    await resume(other.page, house, ` ${code.toLowerCase().replaceAll('-', ' ')} `);
    await headingIs(other.page, w.sectionList.h1);
    await button(other.page, w.sectionList.goOn).click();
    await headingIs(other.page, 'Who is answering');
    await other.page.getByRole('button', { name: w.back }).click();
    expect(await other.page.getByRole('textbox', { name: 'Year' }).inputValue()).toBe('1984');
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
    expect(await page.title()).toMatch(/^Error: /);
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
    expect(await page.evaluate(() => sessionStorage.getItem('prelude'))).toBeNull();
    await resume(page, house, code);
    await page.locator('.error-summary', { hasText: w.resume.notFound }).waitFor();
  });
});

test('two devices never overwrite each other in silence: both answers are shown', async () => {
  const first = await started('shared');
  await fillPage(first.robot, 'danger');
  await pressContinue(first.robot);
  const code = await codeOn(first.page);
  await goOnTo(first.robot, 'who');
  await pressContinue(first.robot);
  await headingIs(first.page, 'Your name');

  const second = await openPhone(browser);
  await resume(second.page, house, code);
  await headingIs(second.page, w.sectionList.h1);
  await button(second.page, w.sectionList.goOn).click();
  await second.page.getByRole('textbox', { name: 'First name' }).fill('Second');
  await second.page.waitForTimeout(2_000);

  await first.page.getByRole('textbox', { name: 'First name' }).fill('First');
  await headingIs(first.page, w.conflict.h1);
  const choices = first.page.getByRole('radio');
  expect(await choices.count()).toBe(2);
  await first.page.getByText('Second').click();
  await button(first.page, w.continue).click();
  await headingIs(first.page, 'Your name');
  expect(await first.page.getByRole('textbox', { name: 'First name' }).inputValue()).toBe('Second');
});

test('P29 another language keeps the page and what is typed', async () => {
  const { page, robot } = await started('own');
  await goOnTo(robot, 'birthDate');
  await page.getByRole('textbox', { name: 'Month' }).fill('2');
  await page.getByRole('link', { name: 'Español' }).click();
  await headingIs(page, birthDate.words.es.label);
  expect(await page.locator('html').getAttribute('lang')).toBe('es');
  expect(await page.getByRole('textbox', { name: 'Mes' }).inputValue()).toBe('2');
  await page.waitForTimeout(2_000);
  await page.reload();
  await headingIs(page, birthDate.words.es.label);
  expect(await heading({ page })).toContain('nacimiento');
});
