import type { Page } from 'playwright-core';
import type { Device } from '../../src/patient/pages/start.tsx';
import { words } from '../../src/patient/words/words.ts';
import type { House } from '../journeys/house.ts';
import { button, headingIs } from '../journeys/patient.ts';

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

/** From the section list to the page where the person stood. */
export async function goOnFromList(page: Page): Promise<void> {
  await headingIs(page, w.sectionList.h1);
  await button(page, w.sectionList.goOn).click();
  await page.waitForFunction((h1) => document.querySelector('main h1')?.textContent !== h1, w.sectionList.h1);
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
