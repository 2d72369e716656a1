import { randomUUID } from 'node:crypto';
import type { Browser, BrowserContext, BrowserContextOptions, Page, Request } from 'playwright-core';
import { dayIn } from '../../src/lib/dates.ts';
import type { Locale } from '../../src/lib/locale.ts';
import { applyPage, newDraft } from '../../src/machines/draft.ts';
import type { Place } from '../../src/machines/places.ts';
import { wholePath } from '../../src/machines/whole-path.ts';
import { draftKeys } from '../../src/patient/draft/keys.ts';
import { seal } from '../../src/patient/draft/seal.ts';
import { newSecret } from '../../src/patient/draft/secret.ts';
import { words } from '../../src/patient/words/words.ts';
import { demoSettings } from '../../src/settings/demo.ts';
import type { Answers } from '../../src/steps/catalog.ts';
import { uiWords } from '../../src/ui/words/words.ts';
import { openBrowser } from './clinic.ts';
import type { House } from './house.ts';
import { goOnUntil, type Robot, type Seen } from './robot.ts';

/** A person's phone: what its console complained of, and every request it made. */
export interface Phone {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly complaints: readonly string[];
  readonly requests: readonly Request[];
}

const size = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

export async function openPhone(browser: Browser, options: BrowserContextOptions = {}): Promise<Phone> {
  const { page, complaints } = await openBrowser(browser, { ...size, locale: 'en-US', ...options });
  const requests: Request[] = [];
  page.on('request', (request) => requests.push(request));
  return { page, context: page.context(), complaints, requests };
}

/** What makes a person known and reachable; added to a persona's answers. */
export const known: Answers = {
  firstName: 'Ximena',
  lastName: 'Quillfeather',
  phone: '615 555 0171',
  email: 'ximena.quillfeather@example.com',
  mayCall: 'yes',
  mayLeaveMessage: 'no',
  whereToday: 'Davidson County',
};

/** Words that only this person can have written: none may be found outside of the page and the submission. */
export const readable = ['Ximena', 'Quillfeather', '555 0171', '6155550171', 'Davidson', '1984-02-10'];

/** Goes on until a page of the form is seen, and does not fill it in. */
export const goOnTo = (robot: Robot, place: Seen) => goOnUntil(robot, (seen) => seen === place);

/** Every text that the browser keeps of us, in whatever kind of store. */
export const everythingStored = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const found: string[] = [JSON.stringify(sessionStorage), JSON.stringify(localStorage), document.cookie];
    found.push(location.href, document.title, JSON.stringify(history.state));
    for (const { name } of await indexedDB.databases()) {
      if (!name) continue;
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      for (const store of database.objectStoreNames) {
        const all = await new Promise<unknown[]>((resolve, reject) => {
          const reading = database.transaction(store).objectStore(store).getAll();
          reading.onsuccess = () => resolve(reading.result);
          reading.onerror = () => reject(reading.error);
        });
        found.push(JSON.stringify(all));
      }
      database.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const kept = await cache.match(request);
        found.push(request.url, kept ? await kept.text() : '');
      }
    }
    return found.join('\n');
  });

/** How many things the browser still keeps of a draft, besides the files of the shell. */
export const draftsKept = async (page: Page): Promise<number> =>
  (await page.evaluate(() => sessionStorage.length + localStorage.length)) + (await copiesKept(page));

/** How many copies an own device keeps. */
export const copiesKept = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    let kept = 0;
    for (const { name } of await indexedDB.databases()) {
      if (!name) continue;
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      for (const store of database.objectStoreNames) {
        kept += await new Promise<number>((resolve, reject) => {
          const counting = database.transaction(store).objectStore(store).count();
          counting.onsuccess = () => resolve(counting.result);
          counting.onerror = () => reject(counting.error);
        });
      }
      database.close();
    }
    return kept;
  });

/** The code as the page shows it. */
export const codeOn = async (page: Page): Promise<string> =>
  (await page.locator('.code [aria-hidden]').innerText()).trim();

export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Waits until the page says "Saved". */
export const saved = (page: Page) => page.locator('.save-line', { hasText: uiWords.en.save.saved }).waitFor();

/** Opens the draft of a code on another device. */
export async function resume(page: Page, house: House, code: string): Promise<void> {
  await page.goto(`${house.url}/resume`);
  await page.getByRole('textbox', { name: words.en.resume.code }).fill(code);
  await button(page, words.en.resume.open).click();
}

/**
 * Leaves a draft on the server as the app does, filled in up to a page, and gives back its code: for tests that are
 * about the end of the form.
 */
export async function leaveDraft(
  house: House,
  answers: Answers,
  until: Place,
  language: Locale = 'en',
): Promise<string> {
  const { thresholds, timeZone } = demoSettings;
  const { consents: _, ...unsigned } = answers;
  const circumstances = { asOf: dayIn(timeZone, new Date()), locationCount: 0 };
  const path = wholePath({ answers: unsigned, circumstances, thresholds });
  const at = new Date().toISOString();
  const begun = newDraft({ submissionId: randomUUID(), alertId: randomUUID(), language, at });
  const draft = path
    .slice(0, path.indexOf(until))
    .reduce((one, place) => applyPage(one, place, {}, at), { ...begun, answers: unsigned });
  const secret = newSecret();
  const { id, verifier, key } = await draftKeys(secret);
  const response = await fetch(`${house.url}/api/drafts/${id}`, {
    method: 'PUT',
    headers: {
      'content-type': 'application/json',
      authorization: `Draft ${verifier}`,
      'if-none-match': '*',
    },
    body: JSON.stringify({ ciphertext: await seal(key, id, draft) }),
  });
  if (!response.ok) throw new Error(`The draft was refused: ${await response.text()}`);
  return secret;
}

/** A phone on which such a draft was opened, at the page up to which it was filled in. */
export async function openDraftAt(browser: Browser, house: House, answers: Answers, until: Place) {
  const phone = await openPhone(browser);
  await resume(phone.page, house, await leaveDraft(house, answers, until));
  await headingIs(phone.page, words.en.sectionList.h1);
  await button(phone.page, words.en.sectionList.goOn).click();
  await phone.page.waitForFunction(
    (h1) => document.querySelector('main h1')?.textContent !== h1,
    words.en.sectionList.h1,
  );
  const robot: Robot = { page: phone.page, locale: 'en', answers };
  return { ...phone, robot };
}

export const headingIs = (page: Page, text: string) =>
  page.getByRole('heading', { level: 1, name: text }).waitFor();
