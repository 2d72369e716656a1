import type { Browser, Page, Request } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Locale } from '../../src/lib/locale.ts';
import { words } from '../../src/patient/words/words.ts';
import type { Answers } from '../../src/steps/catalog.ts';
import { isNeutral } from '../accessibility/patient-looks.ts';
import { launchBrowser } from '../chromium.ts';
import { guises } from '../guises.ts';
import { answersOf } from './clinic.ts';
import { type House, openHouse } from './house.ts';
import { button, headingIs, openPhone } from './patient.ts';
import { begin, goOnUntil, type Robot, signAndSend } from './robot.ts';

let house: House;
let browser: Browser;

beforeAll(async () => {
  // Requests of the service worker are recorded as well.
  process.env.PW_EXPERIMENTAL_SERVICE_WORKER_NETWORK_EVENTS = '1';
  [house, browser] = await Promise.all([openHouse(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

/** Words that nobody but this person can have written, one in every kind of field. */
const canaries = {
  firstName: 'Zoëlaria',
  lastName: 'Quokkawell',
  email: 'quetzal.hopper@example.com',
  whereToday: 'Elbonia Parish',
  allergies: 'papayafuzz & more',
  medicine: 'moonleafdrops',
  stopped: 'made me yodel',
  insurer: 'Narwhal Mutual',
  phone: '615 555 0183',
} as const;

const answers: Answers = answersOf('V01', {
  firstName: canaries.firstName,
  lastName: canaries.lastName,
  email: canaries.email,
  phone: canaries.phone,
  whereToday: canaries.whereToday,
  allergies: canaries.allergies,
  medications: [{ name: canaries.medicine }],
  trials: [{ drug: canaries.medicine, stoppedBecause: canaries.stopped }],
  insurer: canaries.insurer,
  safetyCallConsent: 'no',
  mayCall: 'yes',
});

const guisesByField = Object.entries(canaries).map(([field, canary]) => [field, guises(canary)] as const);

const birthDates = ['1984-02-10', '02/10/1984', '10/02/1984'];

/** What of the person can be read in a text, by the name of the field. */
function readIn(text: string): readonly string[] {
  const lower = text.toLowerCase();
  const isIn = (guise: string) => text.includes(guise) || lower.includes(guise);
  const fields = guisesByField.filter(([, all]) => all.some(isIn));
  return [...fields.map(([field]) => field), ...birthDates.filter((date) => text.includes(date))];
}

/** All that the browser keeps: buffers as their letters, and whether a key would give itself away. */
const kept = (page: Page, withCaches = true): Promise<Readonly<Record<string, string>>> =>
  page.evaluate(async (isWithCaches) => {
    const found: Record<string, string> = {
      address: location.href,
      title: document.title,
      entry: JSON.stringify(history.state),
      name: window.name,
      cookies: document.cookie,
      history: JSON.stringify(window.navigation.entries().map(({ url }) => url)),
      loaded: JSON.stringify(performance.getEntriesByType('resource').map(({ name }) => name)),
    };
    const put = (where: string, text: string) => {
      found[where] = `${found[where] ?? ''}\n${text}`;
    };
    for (const [name, store] of Object.entries({ localStorage, sessionStorage }))
      for (let index = 0; index < store.length; index += 1) {
        const key = store.key(index) ?? '';
        put(name, `${key}=${store.getItem(key)}`);
      }
    const letters = (bytes: ArrayBufferView | ArrayBuffer) =>
      new TextDecoder('latin1').decode(bytes) + new TextDecoder().decode(bytes);
    const asText = (_: string, value: unknown) => {
      if (value instanceof CryptoKey) return value.extractable ? 'a key that can be taken away' : 'a key';
      if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return letters(value);
      return value;
    };
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const reading = () => database.transaction(store).objectStore(store);
        const keys = await done(reading().getAllKeys());
        if (keys.length === 0) continue;
        put('indexedDB', `${name} ${store} ${JSON.stringify(keys)}`);
        put('indexedDB', JSON.stringify(await done(reading().getAll()), asText));
      }
      database.close();
    }
    for (const name of isWithCaches ? await caches.keys() : []) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const answer = await cache.match(request);
        put('caches', `${request.url} ${answer ? letters(await answer.arrayBuffer()) : ''}`);
      }
    }
    return found;
  }, withCaches);

async function lookInto(page: Page, where: string, findings: string[], withCaches = true): Promise<void> {
  for (const [store, text] of Object.entries(await kept(page, withCaches))) {
    const read = readIn(text);
    if (read.length > 0) findings.push(`${where}: ${store} holds ${read.join(', ')}`);
    if (text.includes('a key that can be taken away')) findings.push(`${where}: ${store} holds an open key`);
  }
}

/** The address, the headers and the body of a request: all that leaves the device with it. */
async function leaving(request: Request): Promise<string> {
  const headers = await request.allHeaders();
  const body = request.postDataBuffer();
  return [request.url(), JSON.stringify(headers), body?.toString('utf8'), body?.toString('latin1')].join(
    '\n',
  );
}

const isSending = (request: Request, path: string) =>
  request.method() === 'PUT' && new URL(request.url()).pathname.startsWith(path);

interface Run {
  readonly locale: Locale;
  readonly device: 'own' | 'shared';
  readonly who: string;
  /** Agreed to be called: then a safety alert may go out, with what it takes to call. */
  readonly isAgreed: boolean;
}

const both: readonly Run[] = [
  { locale: 'en', device: 'own', who: 'a person on their own phone', isAgreed: false },
  { locale: 'es', device: 'shared', who: 'a person in danger on a shared phone, in Spanish', isAgreed: true },
];

/** A whole form takes most of a minute: the short form of the test sends the one with an alert. */
const runs = both.filter(({ isAgreed }) => isAgreed || process.env.FULL === '1');

test.for(runs)(
  'P19, P38 $who: all requests go to the own server, and no answer can be read anywhere but in the submission',
  async ({ locale, device, isAgreed }) => {
    const w = words[locale];
    const { page, context, complaints } = await openPhone(browser);
    const requests: Request[] = [];
    context.on('request', (request) => requests.push(request));
    const sockets: string[] = [];
    page.on('websocket', (socket) => sockets.push(socket.url()));
    const danger: Answers = isAgreed ? { emergencyNow: 'yes', safetyCallConsent: 'yes' } : {};
    const robot: Robot = { page, locale, answers: { ...answers, ...danger } };
    const findings: string[] = [];
    const titles = new Set<string>();

    await page.goto(`${house.url}/?lang=${locale}`);
    await begin(robot, device);
    let pages = 0;
    await goOnUntil(
      robot,
      (seen) => seen === 'check',
      async (seen) => {
        pages += 1;
        titles.add(await page.title());
        // Long enough for what was typed to be kept, and on some pages for it to be saved.
        await page.waitForTimeout(pages % 8 === 0 ? 2_200 : 300);
        // Only what is fetched can change the caches, and few pages fetch anything new.
        await lookInto(page, seen, findings, pages % 8 === 0);
      },
    );
    await lookInto(page, 'check', findings);
    await button(page, w.continue).click();
    await headingIs(page, w.sign.h1);
    await lookInto(page, 'sign', findings);
    await signAndSend(robot, `${canaries.firstName} ${canaries.lastName}`);
    await lookInto(page, 'done', findings);
    await button(page, w.done.record).click();
    await headingIs(page, w.record.h1);
    await expect.poll(() => page.locator('main').innerText()).toContain(canaries.insurer);
    await lookInto(page, 'record', findings);
    await page.goBack();
    await button(page, w.done.finish).click();
    await headingIs(page, w.done.cleared);
    const left = await kept(page);
    expect([left.localStorage, left.sessionStorage, left.indexedDB, left.cookies]).toEqual([
      undefined,
      undefined,
      undefined,
      '',
    ]);

    expect(findings).toEqual([]);
    expect(sockets).toEqual([]);
    expect([...titles].filter((title) => !isNeutral(title, locale) || readIn(title).length > 0)).toEqual([]);
    expect(pages).toBeGreaterThan(35);
    expect(requests.length).toBeGreaterThan(50);
    const elsewhere = requests.map((request) => new URL(request.url()).origin);
    expect([...new Set(elsewhere)]).toEqual([house.url]);

    const submissions = requests.filter((request) => isSending(request, '/api/submissions/'));
    const alerts = requests.filter((request) => isSending(request, '/api/safety-alerts/'));
    expect(submissions.length).toBe(1);
    expect(alerts.length > 0).toBe(isAgreed);
    for (const request of submissions) {
      const sent = readIn(await leaving(request));
      // The recorder sees what it looks for: everything is in the submission.
      for (const field of Object.keys(canaries)) expect(sent).toContain(field);
    }
    const called = ['firstName', 'lastName', 'phone', 'whereToday', answers.birthDate];
    for (const request of alerts)
      expect(readIn(await leaving(request)).filter((field) => !called.includes(field))).toEqual([]);
    for (const request of requests) {
      if (submissions.includes(request) || alerts.includes(request)) continue;
      expect(readIn(await leaving(request)), `${request.method()} ${request.url()}`).toEqual([]);
    }
    expect(complaints).toEqual([]);
    await context.close();
  },
);
