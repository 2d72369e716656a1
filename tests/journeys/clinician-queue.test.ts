import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../chromium.ts';
import { jump } from '../time-jump.ts';
import { answersOf, openBrowser, raiseAlert, send, setUpClinic } from './clinic.ts';
import { type House, openHouse } from './house.ts';

let house: House;
let browser: Browser;
let page: Page;
let complaints: readonly string[];
const ids: Record<'plain' | 'unsure' | 'danger' | 'passive' | 'alert', string> = {
  plain: '',
  unsure: '',
  danger: '',
  passive: '',
  alert: '',
};

beforeAll(async () => {
  [house, browser] = await Promise.all([openHouse(), launchBrowser()]);
  const contact = { phone: '(615) 555-0142', email: 'someone@example.org' } as const;
  // Sent in this order: the last one must be called first all the same.
  ids.plain = await send(house, {
    answers: answersOf('V01', { firstName: 'Ana', lastName: 'Rivera', ...contact }),
  });
  ids.unsure = await send(house, {
    answers: answersOf('V12', { firstName: 'Lena', lastName: 'Okafor', ...contact }),
  });
  ids.passive = await send(house, {
    answers: answersOf('V01', {
      firstName: 'Tom',
      lastName: 'Berg',
      phq9: [2, 2, 2, 2, 2, 2, 2, 3, 1],
      ...contact,
    }),
  });
  ids.danger = await send(house, {
    answers: answersOf('V06', { firstName: 'Wen', lastName: 'Zhao', interpreter: 'yes', ...contact }),
    language: 'es',
  });
  ids.alert = await raiseAlert(house, {
    submissionId: randomUUID(),
    state: 'raised',
    agreedBy: 'asked',
    language: 'en',
    name: 'Dana Whitfield',
    phone: '(615) 555-0177',
    whereToday: 'Davidson County',
    mayLeaveMessage: 'no',
    answers: { emergencyNow: 'unsure' },
  });
  ({ page, complaints } = await openBrowser(browser));
  await page.clock.install();
  await setUpClinic(page, house);
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

const h1 = (name: string) => page.getByRole('heading', { level: 1, name, exact: true });
const view = (name: string) =>
  page.getByRole('navigation', { name: 'Views of the queue' }).getByRole('link', { name });
/** The page looks at the queue again after ten seconds, and after a minute while the server tells of changes. */
const nextLook = () => jump(page, '01:00');
const rows = () => page.getByRole('region').getByRole('listitem');
const names = () => page.locator('.row-name').allInnerTexts();

test('C01 who may be in danger now stands first, then who must be called today, each by the longest wait', async () => {
  await expect.poll(names).toEqual(['Z., Wen', 'W., Dana', 'B., Tom']);
  await view('New').click();
  await h1('New').waitFor();
  await page.waitForURL(`${house.url}/clinic?view=new`);
  await expect.poll(names).toEqual(['Z., Wen', 'B., Tom', 'R., Ana', 'O., Lena']);
});

test('a row says who, how long, for what, in which language, and what presses', async () => {
  const first =
    /^Z\., Wen 42 (just now received just now|\d+ min waiting \d+ min) .*Safety: call now.*Either treatment · PHQ-9 24 · Spanish · interpreter/;
  await expect
    .poll(async () => (await rows().allInnerTexts()).map((text) => text.replace(/\s+/g, ' ')))
    .toEqual([
      expect.stringMatching(first),
      expect.stringContaining('Safety: call today'),
      expect.any(String),
      expect.stringContaining('Label CI not known: aneurysm'),
    ]);
});

test('C02 C22 each view shows its count, and an empty one says so', async () => {
  const views = page.getByRole('navigation', { name: 'Views of the queue' }).getByRole('link');
  await expect
    .poll(async () => (await views.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ')))
    .toEqual(['Safety now 3', 'New 4', 'Mine 0', 'Waiting on patient 0', 'Ready to book 0', 'Closed 0']);
  for (const [name, words] of [
    ['Mine', 'Nothing is assigned to you.'],
    ['Waiting on patient', 'No patient has been asked for more.'],
    ['Ready to book', 'Nobody is ready to be booked.'],
    ['Closed', 'No case has been closed.'],
  ] as const) {
    await view(name).click();
    await page.getByText(words).waitFor();
    await expect.poll(() => page.title()).toBe(`(3) ${name} · Clinic portal`);
  }
});

test('opening a case and coming back moves the focus with the person', async () => {
  await view('New').click();
  await page.getByRole('link', { name: /^B\., Tom/ }).click();
  await h1('Tom Berg').waitFor();
  await expect.poll(() => h1('Tom Berg').evaluate((one) => one === document.activeElement)).toBe(true);
  await page.waitForURL(`${house.url}/clinic/submissions/${ids.passive}?view=new`);
  await expect.poll(() => page.title()).toBe('(3) Case · Clinic portal');
  await page.goBack();
  await h1('New').waitFor();
  const row = page.getByRole('link', { name: /^B\., Tom/ });
  await expect.poll(() => row.evaluate((one) => one === document.activeElement)).toBe(true);
  await page.goForward();
  await h1('Tom Berg').waitFor();
});

test('an alert of somebody who has not sent the form tells whom to call, where, and why', async () => {
  await view('Safety now').click();
  const row = page.getByRole('link', { name: /^W\., Dana/ });
  await row.getByText('Form not sent yet').waitFor();
  await row.click();
  await h1('Dana Whitfield').waitFor();
  const call = page.getByRole('link', { name: 'Call (615) 555-0177' });
  await expect.poll(() => call.getAttribute('href')).toBe('tel:6155550177');
  for (const fact of [
    'the form is not sent yet',
    'Where they are today Davidson County',
    'A message may be left No',
    'The person asked the clinic to call.',
    'SU-EMERGENCY',
    'I’m not sure',
  ])
    await expect
      .poll(async () => (await page.locator('#case').innerText()).replace(/\s+/g, ' '))
      .toContain(fact);
  await page.waitForURL(`${house.url}/clinic/alerts/${ids.alert}?view=safety`);
});

test('who sends meanwhile appears by itself, is told aloud, and steals no focus', async () => {
  await view('New').click();
  await h1('New').waitFor();
  await page.getByRole('link', { name: /^R\., Ana/ }).focus();
  await send(house, {
    answers: answersOf('V19', { firstName: 'Jo', lastName: 'Lindqvist', phone: '615 555 0199' }),
  });
  await nextLook();
  await page.getByRole('link', { name: /^L\., Jo/ }).waitFor();
  await page.getByRole('status').getByText('New submission: 5 in New.').waitFor({ state: 'attached' });
  const focused = await page.evaluate(() => document.activeElement?.textContent);
  expect(focused).toContain('R., Ana');
});

test('C22 an address of nothing says so, for a case and for a page', async () => {
  await page.goto(`${house.url}/clinic/submissions/${randomUUID()}?view=new`);
  await h1('This case could not be opened').waitFor();
  await page.getByText('There is nothing here.').waitFor();
  await page.goto(`${house.url}/clinic/reports`);
  await h1('There is no such page').waitFor();
  await page.getByRole('link', { name: 'Go to the queue' }).click();
  await h1('Safety now').waitFor();
});

test('C22 a list that can no longer be refreshed says when it was last true, and recovers', async () => {
  await view('New').click();
  await page.getByRole('link', { name: /^R\., Ana/ }).waitFor();
  await house.kill();
  const stale = page.getByText(/^Not up to date: the server last answered at \d+:\d\d [AP]M\./);
  // Once the stream is known to be broken the page looks more often: whichever it waits for has come.
  await expect
    .poll(
      async () => {
        await nextLook();
        return stale.isVisible();
      },
      { interval: 500 },
    )
    .toBe(true);
  await expect.poll(() => page.getByRole('link', { name: /^R\., Ana/ }).isVisible()).toBe(true);
  await view('Closed').click();
  await page.getByRole('alert').getByText('The queue could not be loaded').waitFor();
  await page.getByText('The server did not answer.').waitFor();
  await house.start();
  // Pressed where it still stands: the page may have found the server by itself.
  for (const again of await page.getByRole('button', { name: 'Try again' }).all())
    await again.dispatchEvent('click', {}, { timeout: 1_000 }).catch(() => undefined);
  await page.getByText('No case has been closed.').waitFor();
  await view('New').click();
  await page.getByRole('link', { name: /^R\., Ana/ }).waitFor();
  await expect.poll(() => stale.count()).toBe(0);
});

test('C22 where the page itself fails, it says so', async () => {
  const state = await page.context().storageState();
  const broken = await openBrowser(browser, { storageState: state });
  await broken.page.addInitScript(() => {
    Object.defineProperty(Intl.DateTimeFormat.prototype, 'format', {
      get: () => {
        throw new Error('planted');
      },
    });
  });
  await broken.page.goto(`${house.url}/clinic?view=new`);
  await broken.page.getByRole('heading', { level: 1, name: 'The portal came to a stop' }).waitFor();
  await broken.page.context().close();
});

test('on a phone the list is one page and the case another', async () => {
  const state = await page.context().storageState();
  const phone = await openBrowser(browser, { viewport: { width: 390, height: 844 }, storageState: state });
  await phone.page.goto(`${house.url}/clinic?view=new`);
  await phone.page.getByRole('link', { name: /^O\., Lena/ }).click();
  await phone.page.getByRole('heading', { level: 1, name: 'Lena Okafor' }).waitFor();
  await expect.poll(() => phone.page.locator('#list').isVisible()).toBe(false);
  await phone.page.getByRole('link', { name: 'Back to New' }).click();
  const row = phone.page.getByRole('link', { name: /^O\., Lena/ });
  await expect.poll(() => row.evaluate((one) => one === document.activeElement)).toBe(true);
  await expect.poll(() => phone.page.locator('#case').isVisible()).toBe(false);
  expect(phone.complaints).toEqual([]);
  await phone.page.context().close();
});

test('nothing was complained of on the console, the security policy included', () => {
  expect(complaints).toEqual([]);
});
