import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Locale } from '../../src/lib/locale.ts';
import { openStore } from '../../src/server/db/connect.ts';
import { unlockStore } from '../../src/server/keys/unlock.usecases.ts';
import { newRecoveryCodes, recoveryCodeHash } from '../../src/server/second-factor/recovery-codes.ts';
import { sealFactor } from '../../src/server/second-factor/sealed-factors.ts';
import {
  insertFactor,
  replaceRecoveryCodes,
} from '../../src/server/second-factor/second-factors.repository.ts';
import { codeAt, newTotpKey, stepAt } from '../../src/server/second-factor/totp.ts';
import { newPassword } from '../../src/server/sign-in/password.ts';
import { hashPassword } from '../../src/server/sign-in/password-hash.ts';
import { insertPreparedUser, prepareUser } from '../../src/server/sign-in/users.ts';
import type { Answers } from '../../src/steps/catalog.ts';
import { formVersion } from '../../src/steps/form-version.ts';
import { consentText } from '../../src/steps/sending/consent-text.ts';
import type { Role } from '../../src/submission/staff-wire.ts';
import type { SafetyAlertRequest } from '../../src/submission/wire.ts';
import { personas } from '../personas.ts';
import type { House } from './house.ts';

/** Who sets the clinic up. */
export const administrator = {
  name: 'Noor Haddad',
  signInName: 'noor@clinic.example',
  password: 'violin harbor tuesday moss',
} as const;

export interface Colleague {
  readonly name: string;
  readonly signInName: string;
  readonly password: string;
  readonly roles: readonly Role[];
}

/** What somebody's authenticator app holds, and their recovery codes on paper. */
interface Keychain {
  readonly key: string;
  readonly codes: string[];
  /** The time step whose code was used: each is good for one sign-in. */
  usedStep: number;
}
const keychains = new Map<string, Keychain>();

/** A colleague's account with an authenticator app, made in the store. */
export async function addColleague(house: House, colleague: Colleague): Promise<void> {
  const dataDir = join(house.folder, 'data');
  const store = await openStore({ engine: 'sqlite', file: join(dataDir, 'prelude.sqlite') });
  try {
    const vault = await unlockStore(store, { keysDir: join(house.folder, 'keys'), dataDir });
    const password = newPassword(colleague.password, []);
    if (!password.ok) throw new Error(`The password of ${colleague.signInName} is ${password.error}`);
    const { name, signInName, roles } = colleague;
    const now = Date.now();
    const prepared = prepareUser(vault, {
      id: randomUUID(),
      profile: { name, signInName },
      roles,
      passwordHash: await hashPassword(password.value),
      now,
    });
    const key = newTotpKey();
    const codes = [...newRecoveryCodes()];
    const id = randomUUID();
    const version = 1;
    const content = sealFactor(vault, vault.envelope.unwrap(prepared.wrapped), { id, version }, { key });
    await store.inTransaction(async (tx) => {
      await insertPreparedUser(tx, prepared);
      await insertFactor(tx, {
        id,
        user_id: prepared.row.id,
        kind: 'totp',
        version,
        content,
        credential_index: null,
        last_step: -1,
        counter: 0,
        created_at: now,
        confirmed_at: now,
        used_at: null,
      });
      await replaceRecoveryCodes(tx, prepared.row.id, codes.map(recoveryCodeHash), now);
    });
    keychains.set(signInName, { key, codes, usedStep: -1 });
  } finally {
    await store.close();
  }
}

/** The answers of a persona with what is needed to send them. */
export function answersOf(personaId: string, more: Answers): Answers {
  const persona = personas.find(({ id }) => id === personaId);
  if (!persona) throw new Error(`There is no persona ${personaId}`);
  const answers: Answers = { ...persona.answers, ...more };
  const name = `${answers.firstName} ${answers.lastName}`;
  const consents = {
    version: consentText.version,
    at: '2026-11-22T09:00:00Z',
    language: 'en',
    name,
  } as const;
  return { consents, ...answers };
}

interface Sending {
  readonly answers: Answers;
  readonly language?: Locale;
  readonly trail?: readonly { readonly key: string; readonly at: string; readonly from: unknown }[];
  readonly id?: string;
}

/** Sends a form as the patient's app does. */
export async function send(
  house: House,
  { answers, language = 'en', trail = [], id = randomUUID() }: Sending,
) {
  const response = await fetch(`${house.url}/api/submissions/${id}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ formVersion, language, answers, trail }),
  });
  if (response.status !== 201) throw new Error(`The form was refused: ${await response.text()}`);
  return id;
}

type Alert = Omit<SafetyAlertRequest, 'answers'> & { readonly answers: Readonly<Record<string, unknown>> };

export async function raiseAlert(house: House, alert: Alert): Promise<string> {
  const id = randomUUID();
  const response = await fetch(`${house.url}/api/safety-alerts/${id}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(alert),
  });
  if (!response.ok) throw new Error(`The alert was refused: ${await response.text()}`);
  return id;
}

/** A browser of a member of staff, and what it complained of on its console. */
export async function openBrowser(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<{ readonly page: Page; readonly complaints: readonly string[] }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, ...options });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    // A refused request is an answer like any other: the page deals with it.
    const isRefusal = message.text().startsWith('Failed to load resource');
    // The service worker answers for a file that the page had begun to fetch: Chromium remarks on it, nothing is lost.
    const isRemark = message.text().includes('cross-world service worker resource mismatch');
    if (['error', 'warning'].includes(message.type()) && !isRefusal && !isRemark)
      complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return { page, complaints };
}

/** The first second factor, as the page asks for it: the key shown, a code made with it, the recovery codes kept. */
export async function enrol(page: Page, signInName: string): Promise<void> {
  await page.getByRole('button', { name: 'Use an authenticator app' }).click();
  const key = (await page.locator('.totp-key').innerText()).replace(/\s/g, '');
  const usedStep = stepAt(Date.now());
  await page.getByLabel('Code from the app').fill(codeAt(key, usedStep));
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.getByRole('heading', { level: 1, name: 'Keep your recovery codes' }).waitFor();
  const codes = await page.locator('.recovery-codes li').allInnerTexts();
  keychains.set(signInName, { key, codes, usedStep });
  await page.getByRole('button', { name: 'I have kept them' }).click();
}

/** Opens the one-time link, makes the first account and gives it a second factor. */
export async function setUpClinic(page: Page, house: House): Promise<void> {
  await page.goto(house.setupLink);
  await page.getByLabel('Your name').fill(administrator.name);
  await page.getByLabel('E-mail or user name').fill(administrator.signInName);
  await page.getByLabel('Password', { exact: true }).fill(administrator.password);
  await page.getByRole('button', { name: 'Create account' }).click();
  await enrol(page, administrator.signInName);
  await page.getByRole('heading', { level: 1, name: 'Safety now' }).waitFor();
}

/** Types the app's code, or, where the code of this half minute was used before, a recovery code. */
export async function showFactor(page: Page, signInName: string): Promise<void> {
  const keychain = keychains.get(signInName);
  if (!keychain) throw new Error(`${signInName} has no second factor`);
  const step = stepAt(Date.now());
  if (step > keychain.usedStep) {
    keychain.usedStep = step;
    await page.getByLabel('Code from the app').fill(codeAt(keychain.key, step));
  } else {
    await page.getByRole('button', { name: 'Use a recovery code' }).click();
    await page.getByLabel('Recovery code').fill(keychain.codes.pop() ?? '');
  }
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
}

/** Signs in; a portal that was locked asks for the password alone. */
export async function signIn(
  page: Page,
  { signInName, password }: Pick<Colleague, 'signInName' | 'password'>,
): Promise<void> {
  await page.getByLabel('User name or e-mail').fill(signInName);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  const isIn = page.getByRole('button', { name: 'Sign out' });
  const second = page.getByRole('heading', { level: 1, name: 'Your second step' });
  await isIn.or(second).first().waitFor();
  if (await second.isVisible()) await showFactor(page, signInName);
  await isIn.waitFor();
}

export const signOut = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
};

/** Everything that axe finds, best practices included. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}
