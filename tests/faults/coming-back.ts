import type { Page } from 'playwright-core';
import type { Device } from '../../src/patient/session/device.ts';
import { words } from '../../src/patient/words/words.ts';
import { emergencyNow } from '../../src/steps/danger/questions.ts';
import type { House } from '../journeys/house.ts';
import { button } from '../journeys/patient.ts';

const w = words.en;

/** Every field as it stands: what is typed, and what is chosen. */
export const fieldsOn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('main [name]')].flatMap((field) => {
      const isTick = field instanceof HTMLInputElement && ['radio', 'checkbox'].includes(field.type);
      if (isTick) return field.checked ? [`${field.name}=${field.value}`] : [];
      return field.value ? [`${field.name}: ${field.value}`] : [];
    }),
  );

const turnsFrom = (page: Page, h1: string) =>
  page.waitForFunction((before) => {
    const now = document.querySelector('main h1')?.textContent;
    return now !== undefined && now !== before;
  }, h1);

/** What is said once before a page: the code on a shared device, the way out before private questions. */
async function passAsides(page: Page): Promise<void> {
  for (const aside of [w.keep.h1, w.privacy.h1]) {
    if ((await page.locator('main h1').first().textContent()) !== aside) continue;
    await button(page, w.continue).click();
    await turnsFrom(page, aside);
  }
}

/** From the section list to the page where the person stood; nobody who left at the first page is shown the list. */
export async function goOnFromList(page: Page): Promise<void> {
  const first = emergencyNow.words.en.label;
  const arrived = page.locator('main h1').filter({ hasText: w.sectionList.h1 });
  await arrived.or(page.locator('main h1').filter({ hasText: first })).waitFor();
  if ((await arrived.count()) === 0) return;
  await button(page, w.sectionList.goOn).click();
  await turnsFrom(page, w.sectionList.h1);
  await passAsides(page);
}

/** Opens a link on a device, as far as the page where the person stood. */
export async function openLink(page: Page, house: House, code: string, device: Device): Promise<void> {
  await page.goto(`${house.url}/resume#${code}`);
  await page.getByText(w.start.deviceOptions[device]).click();
  await button(page, w.resume.open).click();
  await goOnFromList(page);
}

/** The service worker holds the shell and the step code, and answers for this page. */
export const heldForOffline = (page: Page): Promise<unknown> =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller)
      await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve));
  });
