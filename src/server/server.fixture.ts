import { Writable } from 'node:stream';
import { onTestFinished } from 'vitest';
import type { Clock } from '../lib/clock.ts';
import { demoSettings } from '../settings/demo.ts';
import type { Settings } from '../settings/settings.ts';
import { createApp } from './app.ts';
import { createAuditLog } from './audit/audit-log.ts';
import type { Store } from './db/connect.ts';
import type { Engine } from './db/engine.ts';
import type { OutboxChannel } from './db/schema.ts';
import { temporaryStore } from './db/store.fixture.ts';
import type { Dependencies } from './dependencies.ts';
import { createLog } from './edge/request-log.ts';
import { rememberStoreIdentity } from './keys/store-identity.repository.ts';
import { temporaryVault } from './keys/vault.fixture.ts';
import { createOutbox } from './notifications/outbox.ts';
import type { BuiltPages } from './pages/built-pages.ts';
import type { Provider } from './provider/provider.ts';
import type { App, RouteModule } from './route-module.ts';
import { codeAt, stepAt } from './second-factor/totp.ts';
import { issueFirstLink } from './sign-in/first-administrator.usecases.ts';

/** A clock that stands still until the test moves it. */
export interface TestClock extends Clock {
  forward(ms: number): void;
}

export const testClock = (iso = '2026-11-22T15:00:00Z'): TestClock => {
  let now = Date.parse(iso);
  return {
    now: () => new Date(now),
    forward: (ms) => {
      now += ms;
    },
  };
};

export interface TestServer {
  readonly app: App;
  readonly deps: Dependencies;
  readonly clock: TestClock;
  /** Everything that was logged so far. */
  logged(): string;
}

/** The real server over an empty store, without a port; gone with its test. */
export const testServer = async (
  options: {
    readonly engine?: Engine;
    /** Instead of an empty one; whoever opened it closes it. */
    readonly store?: Store;
    readonly settings?: Settings;
    readonly channels?: readonly OutboxChannel[];
    readonly trustedProxies?: readonly string[];
    readonly pages?: BuiltPages;
    readonly provider?: Provider;
    readonly modules?: readonly RouteModule[];
  } = {},
): Promise<TestServer> => {
  const clock = testClock();
  const store = options.store ?? (await temporaryStore(options.engine ?? 'sqlite'));
  const vault = temporaryVault();
  await store.inTransaction((tx) => rememberStoreIdentity(tx, vault.clinicId, vault.keyRing.fingerprints));
  const lines: string[] = [];
  const keep = new Writable({
    write: (chunk, _, done) => {
      lines.push(String(chunk));
      done();
    },
  });
  const deps: Dependencies = {
    store,
    vault,
    clock,
    audit: createAuditLog({ key: vault.keyRing.auditChain, clinicId: vault.clinicId, clock }),
    outbox: createOutbox({ clock, channels: options.channels ?? ['email'], canEmailPatients: true }),
    settings: options.settings ?? demoSettings,
    demonstration: options.settings === undefined,
    publicUrl: new URL('http://localhost:8080'),
    trustedProxies: options.trustedProxies ?? [],
    sealsOfAudit: () => ({ checkpoints: [], restores: [], unreadable: [] }),
    startedWith: [],
    pages: options.pages,
    provider: options.provider,
    log: createLog(keep),
  };
  const app = await createApp(deps, options.modules);
  onTestFinished(() => app.close());
  return { app, deps, clock, logged: () => lines.join('') };
};

/** What a browser adds to a request of our own pages. */
export const sameOrigin = { 'sec-fetch-site': 'same-origin' } as const;

export const firstAdministrator = {
  name: 'Sam Rivera',
  signInName: 'sam@clinic.example',
  password: 'violin harbor tuesday moss',
} as const;

/** The `Cookie` header of a reply: of its session, or of the step of a sign-in that comes before it. */
export const cookieOf = (reply: { readonly headers: Readonly<Record<string, unknown>> }): string =>
  String([reply.headers['set-cookie']].flat()[0]).split(';')[0] ?? '';

/** The headers of a browser that is signed in, or on its way. */
export type Browser = { readonly cookie: string } & typeof sameOrigin;

export interface EnrolledStaff {
  readonly browser: Browser;
  /** Of the authenticator app. */
  readonly key: string;
  readonly recoveryCodes: readonly string[];
}

/** What an authenticator app shows at the server's time. */
export const codeNow = ({ clock }: TestServer, key: string): string =>
  codeAt(key, stepAt(clock.now().getTime()));

const postIn = async (
  { app }: TestServer,
  url: string,
  headers: Readonly<Record<string, string>>,
  payload: object = {},
) => {
  const reply = await app.inject({ method: 'POST', url, headers, payload });
  if (reply.statusCode !== 200) throw new Error(`${url} was refused: ${reply.body}`);
  return reply;
};

/** Gives an account that is asked for its first second factor an authenticator app, and signs it in. */
export const enrol = async (server: TestServer, stepCookie: string): Promise<EnrolledStaff> => {
  const onTheWay = { ...sameOrigin, cookie: stepCookie };
  const { key } = (await postIn(server, '/api/auth/enrol/totp', onTheWay)).json();
  const reply = await postIn(server, '/api/auth/enrol', onTheWay, {
    kind: 'totp',
    code: codeNow(server, key),
  });
  const { recoveryCodes } = reply.json();
  return { browser: { ...sameOrigin, cookie: cookieOf(reply) }, key, recoveryCodes };
};

/** Makes the first administrator (also a clinician), with everything they sign in with. */
export const enrolledAdministrator = async (server: TestServer): Promise<EnrolledStaff> => {
  const link = await issueFirstLink(server.deps);
  const token = new URL(link ?? '').hash.slice(1);
  const reply = await postIn(server, '/api/auth/setup', sameOrigin, { token, ...firstAdministrator });
  return enrol(server, cookieOf(reply));
};

/** Makes the first administrator (also a clinician) and hands back the headers of their signed-in browser. */
export const signedInAdministrator = async (server: TestServer): Promise<Browser> =>
  (await enrolledAdministrator(server)).browser;
