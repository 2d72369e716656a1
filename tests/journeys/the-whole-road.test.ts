import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { words } from '../../src/patient/words/words.ts';
import type { Answers } from '../../src/steps/catalog.ts';
import { launchBrowser } from '../chromium.ts';
import {
  EVENTS_LIMIT,
  eventsWhileTyping,
  HEAP_LIMIT,
  heapOf,
  KEYS,
  keepTooMuch,
  tellMachineOfKeys,
} from '../speed/at-work.ts';
import { answersOf, openBrowser, setUpClinic } from './clinic.ts';
import { type House, openHouse } from './house.ts';
import { begin, goOnUntil, heading, type Robot, signAndSend } from './robot.ts';

/**
 * The main job, end to end: people complete the form on a phone, the server dies as in a power cut and starts again,
 * and a clinician signs in and reads exactly what was sent.
 */
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

interface Patient {
  readonly persona: string;
  readonly who: string;
  readonly answers: Answers;
  /** What the clinician must read in the six lines, and in the findings. */
  readonly lines: readonly string[];
  readonly level: 'Safety: call now' | 'none';
}

const contact = {
  phone: '615 555 0171',
  mayCall: 'yes',
  mayLeaveMessage: 'no',
  whereToday: 'Davidson County',
} as const;

const patients: readonly Patient[] = [
  {
    persona: 'V01',
    who: 'a person with plain depression',
    answers: answersOf('V01', { firstName: 'Ines', lastName: 'Plain', ...contact }),
    lines: ['PHQ-9 17', 'TRD met', 'label CI: none'],
    level: 'none',
  },
  {
    persona: 'V06',
    who: 'a person in danger now',
    answers: answersOf('V06', {
      firstName: 'Dana',
      lastName: 'Danger',
      emergencyNow: 'yes',
      safetyCallConsent: 'yes',
      ...contact,
    }),
    lines: ['danger now: yes', 'suicidal now: yes', 'item 9 = 3'],
    level: 'Safety: call now',
  },
  {
    persona: 'V12',
    who: 'a person who is not sure about a label contraindication',
    answers: answersOf('V12', { firstName: 'Uma', lastName: 'Unsure', ...contact }),
    lines: ['CI not known: aneurysm', 'BP not known'],
    level: 'none',
  },
  {
    persona: 'V19',
    who: 'a person with bipolar depression',
    answers: answersOf('V19', { firstName: 'Bo', lastName: 'Polar', ...contact }),
    lines: ['quetiapine', 'lamotrigine'],
    level: 'none',
  },
];

let house: House;
let browser: Browser;

beforeAll(async () => {
  [house, browser] = await Promise.all([openHouse(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

/** Reload, Back and Forward on the way: page and answers stay. */
async function wander({ page }: Robot): Promise<void> {
  const here = await heading({ page });
  await page.reload();
  await page.getByRole('heading', { level: 1, name: here }).waitFor();
  await page.goBack();
  await page.waitForFunction((h1) => document.querySelector('main h1')?.textContent?.trim() !== h1, here);
  await page.goForward();
  await page.getByRole('heading', { level: 1, name: here }).waitFor();
}

/** What the first of them costs the phone, and what it would cost with a planted fault. */
const cost: { events?: number; eventsWithFault?: number; heap?: number; heapWithFault?: number } = {};

async function countEvents(page: Page): Promise<void> {
  cost.events = await eventsWhileTyping(page, '[name="allergies"]');
  const stop = await tellMachineOfKeys(page);
  cost.eventsWithFault = await eventsWhileTyping(page, '[name="allergies"]');
  await stop();
}

async function weighHeap(page: Page): Promise<void> {
  cost.heap = await heapOf(page);
  const stop = await keepTooMuch(page);
  cost.heapWithFault = await heapOf(page);
  await stop();
}

async function fillAndSend(page: Page, answers: Answers): Promise<string> {
  const robot: Robot = { page, locale: 'en', answers };
  await page.goto(house.url);
  await begin(robot);
  let pages = 0;
  await goOnUntil(
    robot,
    (seen) => seen === 'check',
    async (seen) => {
      pages += 1;
      if (pages === 12) await wander(robot);
      if (seen === 'allergies' && cost.events === undefined) await countEvents(page);
    },
  );
  if (cost.heap === undefined) await weighHeap(page);
  const sent = `${answers.firstName} ${answers.lastName}`;
  await page.getByRole('button', { name: words.en.continue, exact: true }).click();
  await page.getByRole('heading', { level: 1, name: words.en.sign.h1 }).waitFor();
  return signAndSend(robot, sent);
}

const references = new Map<string, string>();

test.for(patients)(
  'P38 $who completes the form on a phone, asks no other host for anything, and gets a reference number',
  async ({ persona, answers }) => {
    const { page, complaints } = await openBrowser(browser, phone);
    const hosts = new Set<string>();
    page.context().on('request', (request) => hosts.add(new URL(request.url()).origin));
    references.set(persona, await fillAndSend(page, answers));
    expect(references.get(persona)).toMatch(/^[0-9A-Z]{3}-[0-9A-Z]{3}$/);
    expect([...hosts]).toEqual([house.url]);
    expect(complaints).toEqual([]);
    await page.context().close();
  },
);

test('a key sends the machine nothing: a fault that tells it of every key is found', () => {
  expect(cost.events).toBeLessThanOrEqual(EVENTS_LIMIT);
  expect(cost.eventsWithFault).toBeGreaterThanOrEqual(KEYS);
});

test('the whole form keeps within its heap: a fault that keeps some thousand objects is found', () => {
  console.log(`heap after the whole form: ${((cost.heap ?? 0) / 1e6).toFixed(1)} MB`);
  expect(cost.heap).toBeLessThanOrEqual(HEAP_LIMIT);
  expect(cost.heapWithFault).toBeGreaterThan(HEAP_LIMIT);
});

test('after a power cut a clinician signs in and reads exactly what each of them sent, danger first', async () => {
  await house.kill();
  await house.start();
  const { page, complaints } = await openBrowser(browser);
  await setUpClinic(page, house);
  await expect
    .poll(() => page.locator('.rows .row-name').allInnerTexts())
    .toEqual([expect.stringContaining('D., Dana')]);
  await page.getByRole('link', { name: /^New/ }).click();
  for (const { persona, answers, lines, level } of patients) {
    const initial = `${answers.lastName?.[0]}., ${answers.firstName}`;
    await page.locator('.rows a', { hasText: initial }).click();
    await page.getByRole('heading', { level: 1, name: `${answers.firstName} ${answers.lastName}` }).waitFor();
    const text = () => page.locator('article').innerText();
    for (const line of [...lines, references.get(persona) ?? 'no reference'])
      await expect.poll(text).toContain(line);
    expect((await text()).includes('Safety: call now')).toBe(level !== 'none');
  }
  expect(complaints).toEqual([]);
});
