import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { readChain } from '../audit/audit.repository.ts';
import { verifyAudit } from '../audit/verify.ts';
import { engines } from '../db/store.fixture.ts';
import {
  cookieOf,
  enrolledAdministrator,
  firstAdministrator,
  sameOrigin,
  signedInAdministrator,
  type TestServer,
  testServer,
} from '../server.fixture.ts';
import { issueFirstLink } from './first-administrator.usecases.ts';
import { hashOf } from './token.ts';

const MINUTE = 60_000;
const { signInName, password } = firstAdministrator;

const post = (
  { app }: TestServer,
  url: string,
  payload: object,
  headers: Record<string, string> = {},
  from = '203.0.113.9',
) =>
  app.inject({ method: 'POST', url, payload, headers: { ...sameOrigin, ...headers }, remoteAddress: from });

const trySignIn = (server: TestServer, typed: string, from?: string, name: string = signInName) =>
  post(server, '/api/auth/sign-in', { signInName: name, password: typed }, {}, from);

/** Password and a recovery code. */
const signInWhole = async (server: TestServer, code: string | undefined, from?: string) => {
  const asked = await trySignIn(server, password, from);
  const cookie = cookieOf(asked);
  return post(server, '/api/auth/second-factor', { kind: 'recovery', code }, { cookie }, from);
};

const whoAmI = ({ app }: TestServer, headers: Record<string, string>) =>
  app.inject({ url: '/api/auth/session', headers });

const acts = ({ deps }: TestServer) =>
  deps.store
    .db()
    .selectFrom('audit')
    .select(['action', 'reason', 'actor_id', 'outcome'])
    .orderBy('seq')
    .execute();

describe.each(engines)('the first administrator on %s', (engine) => {
  it('is made through the one-time link, gets a second factor, is in, and is a clinician too', async () => {
    const server = await testServer({ engine });
    const browser = await signedInAdministrator(server);
    const reply = await whoAmI(server, browser);
    expect(reply.json()).toMatchObject({
      name: 'Sam Rivera',
      roles: ['clinician', 'administrator'],
      idleLockSeconds: 600,
    });
    expect((await acts(server)).map(({ action }) => action)).toEqual([
      'link.issue',
      'user.create',
      'session.await-factor',
      'factor.add',
      'recovery-codes.make',
      'session.start',
    ]);
  });

  it('is made once: of twenty who use the link together one gets in', async () => {
    const server = await testServer({ engine });
    const token = new URL((await issueFirstLink(server.deps)) ?? '').hash.slice(1);
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        post(server, '/api/auth/setup', { token, ...firstAdministrator, signInName: `n${n}` }),
      ),
    );
    expect(replies.map((reply) => reply.statusCode).sort()).toEqual([200, ...Array<number>(19).fill(410)]);
    expect(await server.deps.store.db().selectFrom('users').select('id').execute()).toHaveLength(1);
  });

  it('may write the sign-in name in any case', async () => {
    const server = await testServer({ engine });
    await signedInAdministrator(server);
    expect((await trySignIn(server, password, undefined, signInName.toUpperCase())).statusCode).toBe(200);
  });

  it('is guarded by tries that twenty guesses at once do not share', async () => {
    const server = await testServer({ engine });
    await signedInAdministrator(server);
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => trySignIn(server, 'wrong password', '198.51.100.7')),
    );
    const codes = replies.map((reply) => reply.statusCode);
    expect(codes.filter((code) => code === 401)).toHaveLength(5);
    expect(codes.filter((code) => code === 429)).toHaveLength(15);
  });

  it('leaves an unbroken audit', async () => {
    const server = await testServer({ engine });
    await signedInAdministrator(server);
    await Promise.all([1, 2, 3].map(() => trySignIn(server, 'not this one')));
    const { keyRing, clinicId } = server.deps.vault;
    const verdict = await verifyAudit({
      key: keyRing.auditChain,
      clinicId,
      rows: () => readChain(server.deps.store.db),
      checkpoints: [],
    });
    expect(verdict).toMatchObject({ sound: true, rows: 9 });
  });
});

describe('the one-time link', () => {
  const setup = (server: TestServer, token: string, changes: object = {}) =>
    post(server, '/api/auth/setup', { token, ...firstAdministrator, ...changes });

  it('ends after a day', async () => {
    const server = await testServer();
    const link = new URL((await issueFirstLink(server.deps)) ?? '');
    expect(link.pathname).toBe('/clinic/setup');
    server.clock.forward(24 * 60 * MINUTE);
    expect((await setup(server, link.hash.slice(1))).statusCode).toBe(410);
  });

  it('is not issued once somebody can sign in', async () => {
    const server = await testServer();
    await signedInAdministrator(server);
    expect(await issueFirstLink(server.deps)).toBeUndefined();
  });

  it('survives a refused password, with the advice beside the field', async () => {
    const server = await testServer();
    const token = new URL((await issueFirstLink(server.deps)) ?? '').hash.slice(1);
    const refused = await setup(server, token, { password: 'short' });
    expect(refused.statusCode).toBe(422);
    expect(refused.json()).toMatchObject({
      path: 'password',
      type: 'urn:prelude:problem:password-too-short',
    });
    expect(refused.body).not.toContain('"short"');
    expect((await setup(server, token)).statusCode).toBe(200);
  });

  it('cannot be guessed or read from the store', async () => {
    const server = await testServer();
    const token = new URL((await issueFirstLink(server.deps)) ?? '').hash.slice(1);
    const rows = await server.deps.store.db().selectFrom('one_time_links').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(rows.map((row) => row.token_hash)).toEqual([hashOf(token)]);
    expect((await setup(server, 'A'.repeat(43))).statusCode).toBe(410);
  });
});

describe('a sign-in', () => {
  it('gives a cookie that scripts, other sites and other paths cannot have', async () => {
    const server = await testServer();
    const { recoveryCodes } = await enrolledAdministrator(server);
    const reply = await signInWhole(server, recoveryCodes[0]);
    expect(reply.json()).toMatchObject({ state: 'signedIn', session: { name: 'Sam Rivera' } });
    const [cookie] = [reply.headers['set-cookie']].flat();
    const attributes = String(cookie).split('; ').slice(1).sort();
    expect(attributes).toEqual(['HttpOnly', 'Path=/', 'SameSite=Strict', 'Secure']);
    const token = cookieOf(reply).split('=')[1] ?? '';
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    const rows = await server.deps.store.db().selectFrom('sessions').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('answers a wrong password and an unknown name alike', async () => {
    const server = await testServer();
    await signedInAdministrator(server);
    const wrong = await trySignIn(server, 'wrong password!');
    const unknown = await trySignIn(server, 'wrong password!', undefined, 'nobody@clinic.example');
    const { requestId: _, ...one } = wrong.json();
    const { requestId: __, ...other } = unknown.json();
    expect(wrong.statusCode).toBe(401);
    expect(other).toEqual(one);
    expect(await acts(server)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ action: 'session.refuse', actor_id: null, outcome: 'refused' }),
      ]),
    );
  });

  it('takes the password however the keyboard composed it', async () => {
    const server = await testServer();
    const token = new URL((await issueFirstLink(server.deps)) ?? '').hash.slice(1);
    await post(server, '/api/auth/setup', {
      token,
      ...firstAdministrator,
      password: 'violi\u0301n harbor moss',
    });
    expect((await trySignIn(server, 'viol\u00edn harbor moss')).statusCode).toBe(200);
  });

  it('ends the session that this browser had before', async () => {
    const server = await testServer();
    const before = await signedInAdministrator(server);
    const reply = await post(
      server,
      '/api/auth/sign-in',
      { signInName, password },
      { cookie: before.cookie },
    );
    expect((await whoAmI(server, before)).statusCode).toBe(401);
    expect((await whoAmI(server, { cookie: cookieOf(reply) })).statusCode).toBe(200);
  });

  it('keeps the five newest sessions of a user', async () => {
    const server = await testServer();
    const { browser, recoveryCodes } = await enrolledAdministrator(server);
    for (let n = 0; n < 5; n += 1) {
      expect((await whoAmI(server, browser)).statusCode).toBe(200);
      server.clock.forward(1_000);
      await signInWhole(server, recoveryCodes[n]);
    }
    expect((await whoAmI(server, browser)).statusCode).toBe(401);
  });

  it('is refused to a disabled account, whose open session ends with it', async () => {
    const server = await testServer();
    const browser = await signedInAdministrator(server);
    await server.deps.store.inTransaction((tx) =>
      tx.updateTable('users').set({ status: 'disabled' }).execute(),
    );
    expect((await whoAmI(server, browser)).statusCode).toBe(401);
    expect((await trySignIn(server, password)).statusCode).toBe(401);
  });
});

describe.each(engines)('an act that cannot be audited on %s', (engine) => {
  it('does not happen: nobody is let in, and nobody is signed out', async () => {
    const server = await testServer({ engine });
    const browser = await signedInAdministrator(server);
    const { store } = server.deps;
    await sql`alter table audit rename to elsewhere`.execute(store.db());
    expect((await trySignIn(server, password)).statusCode).toBe(500);
    expect(await store.db().selectFrom('sessions').select('token_hash').execute()).toHaveLength(1);
    expect((await post(server, '/api/auth/sign-out', {}, { cookie: browser.cookie })).statusCode).toBe(500);
    expect((await whoAmI(server, browser)).statusCode).toBe(200);
  });
});

describe('wrong passwords', () => {
  it('make the sixth from one address wait, with a right one too, but not for ever', async () => {
    const server = await testServer();
    await signedInAdministrator(server);
    for (let n = 0; n < 5; n += 1) await trySignIn(server, 'wrong', '198.51.100.7');
    const waiting = await trySignIn(server, password, '198.51.100.7');
    expect(waiting.statusCode).toBe(429);
    expect(Number(waiting.headers['retry-after'])).toBe(30);
    server.clock.forward(30_000);
    expect((await trySignIn(server, password, '198.51.100.7')).statusCode).toBe(200);
  });

  it('of strangers do not make somebody wait where they signed in before', async () => {
    const server = await testServer();
    const { recoveryCodes } = await enrolledAdministrator(server);
    await signInWhole(server, recoveryCodes[0], '192.0.2.1');
    for (let n = 0; n < 12; n += 1) await trySignIn(server, 'wrong', `198.51.100.${n}`);
    expect((await trySignIn(server, password, '203.0.113.200')).statusCode).toBe(429);
    expect((await trySignIn(server, password, '192.0.2.1')).statusCode).toBe(200);
  });
});

describe('a session', () => {
  it.each([
    ['just under ten idle minutes is open', 10 * MINUTE - 1, 200, undefined],
    ['ten idle minutes is locked', 10 * MINUTE, 401, 'session-locked'],
    ['just under fifteen is still locked', 15 * MINUTE - 1, 401, 'session-locked'],
    ['fifteen is over', 15 * MINUTE, 401, 'not-signed-in'],
  ])('C18 after %s', async (_, idle, status, code) => {
    const server = await testServer();
    const browser = await signedInAdministrator(server);
    server.clock.forward(idle);
    const reply = await whoAmI(server, browser);
    expect(reply.statusCode).toBe(status);
    if (code !== undefined) expect(reply.json().type).toBe(`urn:prelude:problem:${code}`);
  });

  it('C18 lasts ten hours at most, however busy', async () => {
    const server = await testServer();
    const browser = await signedInAdministrator(server);
    for (let minutes = 0; minutes < 595; minutes += 5) {
      server.clock.forward(5 * MINUTE);
      expect((await whoAmI(server, browser)).statusCode).toBe(200);
    }
    server.clock.forward(5 * MINUTE);
    expect((await whoAmI(server, browser)).statusCode).toBe(401);
  });

  it('is not kept awake by a page that asks again by itself', async () => {
    const server = await testServer();
    const browser = await signedInAdministrator(server);
    for (let minutes = 0; minutes < 9; minutes += 3) {
      server.clock.forward(3 * MINUTE);
      expect((await whoAmI(server, { ...browser, 'x-background-refresh': '1' })).statusCode).toBe(200);
    }
    server.clock.forward(MINUTE);
    expect((await whoAmI(server, browser)).statusCode).toBe(401);
  });

  it('ends at sign-out, for good, and the browser is told to forget it', async () => {
    const server = await testServer();
    const browser = await signedInAdministrator(server);
    const reply = await server.app.inject({ method: 'POST', url: '/api/auth/sign-out', headers: browser });
    expect(reply.statusCode).toBe(204);
    expect(String(reply.headers['set-cookie'])).toMatch(/^__Host-prelude=;.*Expires=Thu, 01 Jan 1970/);
    expect((await whoAmI(server, browser)).statusCode).toBe(401);
    expect((await acts(server)).at(-1)).toMatchObject({ action: 'session.end' });
  });
});

it('no name, password or token of a sign-in reaches the log or stands in the store in clear', async () => {
  const server = await testServer();
  const browser = await signedInAdministrator(server);
  await trySignIn(server, 'a wrong pass phrase');
  const secrets = [
    ...Object.values(firstAdministrator),
    'a wrong pass phrase',
    browser.cookie.split('=')[1] ?? '',
  ];
  const db = server.deps.store.db();
  const tables = await Promise.all(
    (['users', 'sessions', 'sign_in_attempts', 'audit', 'record_keys', 'one_time_links'] as const).map(
      (table) => db.selectFrom(table).selectAll().execute(),
    ),
  );
  const stored = tables
    .flat()
    .flatMap((row) => Object.values(row))
    .map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value)))
    .join('\n');
  for (const secret of secrets) {
    expect(server.logged()).not.toContain(secret);
    expect(stored).not.toContain(secret);
  }
});
