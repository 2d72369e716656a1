import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '../../src/server/db/connect.ts';
import { insertNotification } from '../../src/server/notifications/outbox.repository.ts';
import { launchBrowser } from '../chromium.ts';
import {
  administrator,
  answersOf,
  axeFindings,
  openBrowser,
  raiseAlert,
  send,
  setUpClinic,
  showFactor,
} from '../journeys/clinic.ts';
import { type House, openHouse } from '../journeys/house.ts';

let house: House;
let browser: Browser;
/** A signed-in browser's cookies. */
let signedIn: Awaited<ReturnType<ReturnType<Page['context']>['storageState']>>;
let caseId: string;
let alertId: string;

beforeAll(async () => {
  [house, browser] = await Promise.all([openHouse(), launchBrowser()]);
  const { page } = await openBrowser(browser);
  await setUpClinic(page, house);
  signedIn = await page.context().storageState();
  await page.context().close();
  caseId = await send(house, {
    answers: answersOf('V12', {
      firstName: 'Aleksandra Maria',
      lastName: 'Wojciechowska-Kowalczyk',
      phone: '(615) 555-0142',
      asq4: 'declined',
      asq5: 'no',
      phq9: [2, 2, 2, 2, 2, 2, 2, null, 1],
    }),
    trail: [{ key: 'asq1', at: '2026-11-22T15:00:00Z', from: 'yes' }],
  });
  alertId = await raiseAlert(house, {
    submissionId: randomUUID(),
    state: 'raised',
    agreedBy: 'asked',
    language: 'en',
    name: 'Dana Whitfield',
    phone: '(615) 555-0177',
    answers: { emergencyNow: 'yes' },
  });
  await giveUpNotice(house);
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

/** A message of which the clinic was to be told, and that did not arrive. */
async function giveUpNotice({ folder }: House): Promise<void> {
  const store = await openStore({ engine: 'sqlite', file: join(folder, 'data', 'prelude.sqlite') });
  const now = Date.now();
  await store.inTransaction(async (tx) => {
    await insertNotification(tx, {
      id: randomUUID(),
      kind: 'safety-item-on-call',
      channel: 'webhook',
      refId: alertId,
      createdAt: now,
      dueAt: now,
    });
    await tx
      .updateTable('outbox')
      .set({ status: 'dead', done_at: now, last_problem: 'unreachable' })
      .execute();
  });
  await store.close();
}

interface Scene {
  readonly name: string;
  readonly path: () => string;
  readonly signedIn: boolean;
  readonly heading: string | RegExp;
  readonly act?: (page: Page) => Promise<void>;
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

const scenes: readonly Scene[] = [
  { name: 'sign-in', path: () => '/clinic', signedIn: false, heading: 'Sign in' },
  {
    name: 'sign-in with errors',
    path: () => '/clinic',
    signedIn: false,
    heading: 'Sign in',
    act: (page) => press(page, 'Sign in'),
  },
  {
    name: 'setup with errors',
    path: () => `/clinic/setup#${'a'.repeat(43)}`,
    signedIn: false,
    heading: 'Set up the clinic portal',
    act: (page) => press(page, 'Create account'),
  },
  {
    name: 'queue',
    path: () => '/clinic?view=safety',
    signedIn: true,
    heading: 'Safety now',
    act: (page) => page.getByRole('link', { name: /^W\., Dana/ }).waitFor(),
  },
  {
    name: 'empty view',
    path: () => '/clinic?view=closed',
    signedIn: true,
    heading: 'Closed',
    act: (page) => page.getByText('No case has been closed.').waitFor(),
  },
  {
    name: 'summary, all of it open',
    path: () => `/clinic/submissions/${caseId}?view=safety`,
    signedIn: true,
    heading: /Wojciechowska/,
    act: (page) =>
      page.locator('.case').evaluate((part) => {
        for (const details of part.querySelectorAll('details')) details.open = true;
      }),
  },
  {
    name: 'alert',
    path: () => `/clinic/alerts/${alertId}?view=safety`,
    signedIn: true,
    heading: 'Dana Whitfield',
  },
  {
    name: 'case that is not there',
    path: () => '/clinic/submissions/00000000-0000-4000-8000-000000000000?view=new',
    signedIn: true,
    heading: 'This case could not be opened',
  },
  {
    name: 'queue that could not be loaded',
    path: () => '/clinic?view=new',
    signedIn: true,
    heading: 'New',
    act: (page) => page.getByText('The queue could not be loaded').waitFor(),
  },
  {
    name: 'figures',
    path: () => '/clinic/figures?weeks=52',
    signedIn: true,
    heading: 'Figures',
    act: (page) => page.getByRole('heading', { name: 'The last 52 weeks in short' }).waitFor(),
  },
  {
    name: 'notices',
    path: () => '/clinic/notices',
    signedIn: true,
    heading: 'Notices',
    act: (page) => page.getByRole('button', { name: 'Send again' }).waitFor(),
  },
  {
    name: 'page that is not there',
    path: () => '/clinic/reports',
    signedIn: true,
    heading: 'There is no such page',
  },
];

async function open(scene: Scene, options: Parameters<typeof openBrowser>[1]) {
  const opened = await openBrowser(browser, {
    ...options,
    reducedMotion: 'reduce',
    ...(scene.signedIn && { storageState: signedIn }),
  });
  const { page } = opened;
  if (scene.name === 'queue that could not be loaded')
    await page.route('**/api/staff/queue**', (route) => route.abort());
  await page.goto(`${house.url}${scene.path()}`);
  await page.getByRole('heading', { level: 1, name: scene.heading }).waitFor();
  await scene.act?.(page);
  await page.evaluate(() => document.fonts.ready);
  return opened;
}

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** WCAG 2.5.8: at least 24 by 24 pixels. */
const smallTargets = (page: Page) =>
  page
    .locator('a:visible, button:visible, summary:visible, input:visible, select:visible')
    .evaluateAll((targets) =>
      targets
        .filter((target) => {
          // A label around a control is pressed like the control itself.
          const { height, width } = (target.closest('label') ?? target).getBoundingClientRect();
          return (height < 24 || width < 24) && !target.classList.contains('skip-link');
        })
        .map((target) => target.outerHTML),
    );

const widths = [1280, 390] as const;
/** In the short run the themes take turns on the widths. */
const themesAt = (width: (typeof widths)[number]): readonly ('light' | 'dark')[] => {
  if (process.env.FULL === '1') return ['light', 'dark'];
  return width === 390 ? ['dark'] : ['light'];
};

test.each(scenes)(
  'C20 $name: axe finds nothing at 1280 and 390 px in both themes, and 320 px needs no scrolling sideways',
  async (scene) => {
    const { page, complaints } = await open(scene, { viewport: { width: 1280, height: 800 } });
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      for (const colorScheme of themesAt(width)) {
        await page.emulateMedia({ colorScheme });
        await expect.poll(() => axeFindings(page), { message: `${colorScheme} at ${width} px` }).toEqual([]);
      }
      await expect.poll(() => overflow(page)).toBeLessThanOrEqual(0);
    }
    await page.setViewportSize({ width: 320, height: 640 });
    await expect.poll(() => overflow(page)).toBeLessThanOrEqual(0);
    await expect.poll(() => smallTargets(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  },
);

test('letters of twice the size still fit, and the six lines can still be read', async () => {
  const large = await launchBrowser({ args: ['--blink-settings=defaultFontSize=32'] });
  try {
    const context = await large.newContext({
      viewport: { width: 1280, height: 720 },
      storageState: signedIn,
    });
    const page = await context.newPage();
    await page.goto(`${house.url}/clinic/submissions/${caseId}?view=safety`);
    await page.getByRole('heading', { level: 1, name: /Wojciechowska/ }).waitFor();
    await expect
      .poll(() => page.evaluate(() => getComputedStyle(document.documentElement).fontSize))
      .toBe('32px');
    await expect.poll(() => overflow(page)).toBeLessThanOrEqual(0);
    for (const line of await page.locator('.line-text').all())
      await expect
        .poll(() => line.evaluate((one) => one.scrollWidth - one.clientWidth))
        .toBeLessThanOrEqual(0);
  } finally {
    await large.close();
  }
});

/** Whether nothing lies over what has the focus. */
const isSeen = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const target = document.activeElement;
    const box = target?.getBoundingClientRect();
    if (!target || !box) return false;
    const above = document.elementFromPoint(box.left + Math.min(box.width / 2, 40), box.top + box.height / 2);
    return above !== null && (target.contains(above) || above.contains(target));
  });

test('C20 the whole way from sign-in to a finding and back goes by keyboard, and the focus is always seen', async () => {
  const { page } = await openBrowser(browser);
  await page.goto(`${house.url}/clinic/submissions/${caseId}?view=safety`);
  await page.getByLabel('User name or e-mail').focus();
  await page.keyboard.type(administrator.signInName);
  await page.keyboard.press('Tab');
  await page.keyboard.type(administrator.password);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Your second step' }).waitFor();
  await showFactor(page, administrator.signInName);
  await page.getByRole('heading', { level: 1, name: /Wojciechowska/ }).waitFor();
  const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
  await expect.poll(focused).toMatch(/Wojciechowska/);
  for (let presses = 0; presses < 20; presses += 1) {
    await page.keyboard.press('Tab');
    await expect.poll(async () => [await focused(), await isSeen(page)]).toEqual([expect.any(String), true]);
    if ((await focused()).startsWith('TREATABLE?')) break;
  }
  await page.keyboard.press('Enter');
  await page.locator('details[open]:has(> summary:focus)').waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.locator('h4:visible', { hasText: 'What the patient said' }).waitFor();
  await page.context().close();
});
