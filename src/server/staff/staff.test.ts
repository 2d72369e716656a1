import { describe, expect, it } from 'vitest';
import type { SessionItem, UserItem } from '../../submission/sign-in-wire.ts';
import type { Role } from '../../submission/staff-wire.ts';
import { engines } from '../db/store.fixture.ts';
import { createAuthenticator } from '../second-factor/authenticator.fixture.ts';
import {
  type Browser,
  codeNow,
  cookieOf,
  type EnrolledStaff,
  enrol,
  enrolledAdministrator,
  firstAdministrator,
  sameOrigin,
  type TestServer,
  testServer,
} from '../server.fixture.ts';

const MINUTE = 60_000;

const ask = (
  { app }: TestServer,
  browser: Browser,
  method: 'GET' | 'POST' | 'DELETE',
  url: string,
  payload?: object,
) => app.inject({ method, url, headers: browser, ...(payload === undefined ? {} : { payload }) });

const problemOf = (reply: { json(): { type?: string } }): string | undefined =>
  reply.json().type?.replace('urn:prelude:problem:', '');

const usersOf = async (server: TestServer, browser: Browser): Promise<readonly UserItem[]> =>
  (await ask(server, browser, 'GET', '/api/staff/users')).json().users;

const sessionsOf = async (server: TestServer, browser: Browser, of = ''): Promise<readonly SessionItem[]> =>
  (await ask(server, browser, 'GET', `/api/staff/${of}sessions`)).json().sessions;

const isIn = async (server: TestServer, browser: Browser): Promise<boolean> =>
  (await ask(server, browser, 'GET', '/api/auth/session')).statusCode === 200;

/** A colleague who took the link that an administrator handed over. */
const colleague = async (
  server: TestServer,
  administrator: Browser,
  signInName: string,
  roles: readonly Role[],
): Promise<EnrolledStaff & { readonly id: string }> => {
  server.clock.forward(1_000);
  const invited = await ask(server, administrator, 'POST', '/api/staff/users', {
    name: signInName,
    signInName,
    roles,
  });
  const token = new URL(invited.json().link).hash.slice('#invited.'.length);
  const accepted = await server.app.inject({
    method: 'POST',
    url: '/api/auth/invitation',
    headers: sameOrigin,
    payload: { token, password: 'lantern orchard velvet nine' },
  });
  const staff = await enrol(server, cookieOf(accepted));
  const id = (await usersOf(server, administrator)).find((user) => user.signInName === signInName)?.id ?? '';
  return { ...staff, id };
};

const signInAgain = async (server: TestServer, code: string | undefined): Promise<Browser> => {
  const { signInName, password } = firstAdministrator;
  const post = (url: string, payload: object, cookie = '') =>
    server.app.inject({ method: 'POST', url, headers: { ...sameOrigin, cookie }, payload });
  const asked = await post('/api/auth/sign-in', { signInName, password });
  const shown = await post('/api/auth/second-factor', { kind: 'recovery', code }, cookieOf(asked));
  return { ...sameOrigin, cookie: cookieOf(shown) };
};

describe.each(engines)('an administrator on %s', (engine) => {
  it('invites, and the link is answered once and stands nowhere', async () => {
    const server = await testServer({ engine });
    const { browser } = await enrolledAdministrator(server);
    server.clock.forward(1_000);
    const person = { name: 'Ana Reyes', signInName: 'ana', roles: ['clinician'] };
    const reply = await ask(server, browser, 'POST', '/api/staff/users', person);
    expect(reply.statusCode).toBe(201);
    expect(reply.json().link).toMatch(/^http:\/\/localhost:8080\/clinic\/setup#invited\.[A-Za-z0-9_-]{43}$/);
    expect(problemOf(await ask(server, browser, 'POST', '/api/staff/users', person))).toBe('name-taken');
    expect(await usersOf(server, browser)).toEqual([
      expect.objectContaining({ name: 'Sam Rivera', status: 'active', hasFactor: true }),
      expect.objectContaining({ name: 'Ana Reyes', status: 'invited', hasFactor: false }),
    ]);
  });

  it('changes roles: they hold from the next request on, and the person signs in anew', async () => {
    const server = await testServer({ engine });
    const { browser } = await enrolledAdministrator(server);
    const ana = await colleague(server, browser, 'ana', ['frontDesk']);
    const reply = await ask(server, browser, 'POST', `/api/staff/users/${ana.id}/roles`, {
      roles: ['clinician'],
    });
    expect(reply.statusCode).toBe(204);
    expect(await isIn(server, ana.browser)).toBe(false);
    expect((await usersOf(server, browser))[1]?.roles).toEqual(['clinician']);
  });

  it('who changes their own roles goes on under a new token', async () => {
    const server = await testServer({ engine });
    const { browser } = await enrolledAdministrator(server);
    const [me] = await usersOf(server, browser);
    const reply = await ask(server, browser, 'POST', `/api/staff/users/${me?.id}/roles`, {
      roles: ['administrator'],
    });
    const after = { ...sameOrigin, cookie: cookieOf(reply) };
    expect(await isIn(server, browser)).toBe(false);
    expect((await ask(server, after, 'GET', '/api/auth/session')).json().roles).toEqual(['administrator']);
  });

  it('disables: whoever it is is out with the next request, and comes back when enabled', async () => {
    const server = await testServer({ engine });
    const { browser } = await enrolledAdministrator(server);
    const ana = await colleague(server, browser, 'ana', ['clinician']);
    expect(await isIn(server, ana.browser)).toBe(true);
    await ask(server, browser, 'POST', `/api/staff/users/${ana.id}/disable`);
    expect(await isIn(server, ana.browser)).toBe(false);
    const again = await ask(server, browser, 'POST', `/api/staff/users/${ana.id}/disable`);
    expect(problemOf(again)).toBe('already-disabled');
    expect((await ask(server, browser, 'POST', `/api/staff/users/${ana.id}/enable`)).statusCode).toBe(204);
    expect((await usersOf(server, browser))[1]).toMatchObject({ status: 'active', hasFactor: true });
    expect(await isIn(server, ana.browser)).toBe(false);
  });

  it('can neither disable nor reset themselves, nor drop the last administrator', async () => {
    const server = await testServer({ engine });
    const { browser } = await enrolledAdministrator(server);
    const [me] = await usersOf(server, browser);
    for (const act of ['disable', 'reset']) {
      expect(problemOf(await ask(server, browser, 'POST', `/api/staff/users/${me?.id}/${act}`))).toBe(
        'own-account',
      );
    }
    const reply = await ask(server, browser, 'POST', `/api/staff/users/${me?.id}/roles`, {
      roles: ['clinician'],
    });
    expect(problemOf(reply)).toBe('last-administrator');
  });

  it.each([
    ['disable', undefined],
    ['reset', undefined],
    ['roles', { roles: ['clinician'] }],
  ])('stays: of two who %s each other at once one is left', async (act, payload) => {
    const server = await testServer({ engine });
    const { browser } = await enrolledAdministrator(server);
    const bo = await colleague(server, browser, 'bo', ['administrator']);
    const [me] = await usersOf(server, browser);
    const replies = await Promise.all([
      ask(server, browser, 'POST', `/api/staff/users/${bo.id}/${act}`, payload),
      ask(server, bo.browser, 'POST', `/api/staff/users/${me?.id}/${act}`, payload),
    ]);
    expect(replies.filter(({ statusCode }) => statusCode < 300)).toHaveLength(1);
    const users = await server.deps.store.db().selectFrom('users').selectAll().execute();
    const left = users.filter(({ status, roles }) => status === 'active' && roles.includes('administrator'));
    expect(left).toHaveLength(1);
  });

  it('sees where a colleague is signed in, ends it, and both stand in the audit', async () => {
    const server = await testServer({ engine });
    const { browser } = await enrolledAdministrator(server);
    const ana = await colleague(server, browser, 'ana', ['clinician']);
    const [session] = await sessionsOf(server, browser, `users/${ana.id}/`);
    expect(session).toMatchObject({ device: 'A browser on an unknown device', isThisOne: false });
    const url = `/api/staff/users/${ana.id}/sessions/${session?.id}`;
    expect((await ask(server, browser, 'DELETE', url)).statusCode).toBe(204);
    expect(await isIn(server, ana.browser)).toBe(false);
    const acts = await server.deps.store
      .db()
      .selectFrom('audit')
      .select(['action', 'reason'])
      .orderBy('seq', 'desc')
      .limit(2)
      .execute();
    expect(acts).toEqual([
      { action: 'session.end', reason: 'revoked' },
      { action: 'session.list', reason: null },
    ]);
  });
});

describe('whoever is no administrator', () => {
  it('sees no accounts and nobody else’s sessions', async () => {
    const server = await testServer();
    const { browser } = await enrolledAdministrator(server);
    const ana = await colleague(server, browser, 'ana', ['clinician', 'frontDesk']);
    const [me] = await usersOf(server, browser);
    const [mine] = await sessionsOf(server, browser);
    const tries = [
      await ask(server, ana.browser, 'GET', '/api/staff/users'),
      await ask(server, ana.browser, 'GET', `/api/staff/users/${me?.id}/sessions`),
      await ask(server, ana.browser, 'DELETE', `/api/staff/users/${me?.id}/sessions/${mine?.id}`),
      await ask(server, ana.browser, 'DELETE', `/api/staff/sessions/${mine?.id}`),
    ];
    expect(tries.map(({ statusCode }) => statusCode)).toEqual([403, 403, 403, 404]);
    expect(await isIn(server, browser)).toBe(true);
  });
});

describe.each(engines)('a step up on %s', (engine) => {
  it('is asked for five minutes after the factor was shown, and renews the token', async () => {
    const server = await testServer({ engine });
    const { browser, key } = await enrolledAdministrator(server);
    server.clock.forward(5 * MINUTE);
    const refused = await ask(server, browser, 'POST', '/api/staff/account/recovery-codes');
    expect([refused.statusCode, problemOf(refused)]).toEqual([403, 'step-up-needed']);
    const stepped = await ask(server, browser, 'POST', '/api/auth/step-up', {
      kind: 'totp',
      code: codeNow(server, key),
    });
    expect(stepped.json()).toMatchObject({ name: 'Sam Rivera' });
    expect(await isIn(server, browser)).toBe(false);
    const after = { ...sameOrigin, cookie: cookieOf(stepped) };
    const codes = await ask(server, after, 'POST', '/api/staff/account/recovery-codes');
    expect(codes.json().recoveryCodes).toHaveLength(10);
  });

  it('does not lengthen the session, and takes a code once and ten tries in all', async () => {
    const server = await testServer({ engine });
    const { browser, key } = await enrolledAdministrator(server);
    const endsAt = async () =>
      (await server.deps.store.db().selectFrom('sessions').select('ends_at').executeTakeFirst())?.ends_at;
    const before = await endsAt();
    const used = { kind: 'totp', code: codeNow(server, key) };
    expect(problemOf(await ask(server, browser, 'POST', '/api/auth/step-up', used))).toBe('wrong-factor');
    server.clock.forward(MINUTE);
    const replies = await Promise.all(
      Array.from({ length: 20 }, () =>
        ask(server, browser, 'POST', '/api/auth/step-up', { kind: 'totp', code: '000000' }),
      ),
    );
    const codes = replies.map(({ statusCode }) => statusCode);
    expect(codes.filter((code) => code === 422)).toHaveLength(9);
    expect(codes.filter((code) => code === 429)).toHaveLength(11);
    expect(await endsAt()).toBe(before);
  });
});

describe('somebody in their own account', () => {
  const passkeyIn = async (server: TestServer, browser: Browser, name: string) => {
    server.clock.forward(1_000);
    const { publicUrl } = server.deps;
    const authenticator = createAuthenticator(publicUrl.hostname, publicUrl.origin);
    const { challenge } = (await ask(server, browser, 'POST', '/api/staff/account/passkey')).json();
    return ask(
      server,
      browser,
      'POST',
      '/api/staff/account/factors',
      authenticator.register(challenge, name),
    );
  };
  const factorsOf = async (server: TestServer, browser: Browser) =>
    (await ask(server, browser, 'GET', '/api/staff/account')).json().factors;

  it('adds several passkeys, names them, and removes all but the last factor', async () => {
    const server = await testServer();
    const { browser } = await enrolledAdministrator(server);
    for (const name of ['Laptop', 'Security key'])
      expect((await passkeyIn(server, browser, name)).statusCode).toBe(204);
    const [app, laptop, second] = await factorsOf(server, browser);
    expect([app.kind, laptop.name, second.name]).toEqual(['totp', 'Laptop', 'Security key']);
    const rename = `/api/staff/account/factors/${laptop.id}/name`;
    expect((await ask(server, browser, 'POST', rename, { name: 'Office' })).statusCode).toBe(204);
    expect((await factorsOf(server, browser))[1].name).toBe('Office');
    const removed = await Promise.all(
      [app, laptop, second].map(({ id }) =>
        ask(server, browser, 'DELETE', `/api/staff/account/factors/${id}`),
      ),
    );
    expect(removed.map(({ statusCode }) => statusCode).sort()).toEqual([204, 204, 409]);
    expect(await factorsOf(server, browser)).toHaveLength(1);
  });

  it('moves to a new authenticator app, and the old one no longer counts', async () => {
    const server = await testServer();
    const { browser, key } = await enrolledAdministrator(server);
    server.clock.forward(MINUTE);
    const offered = (await ask(server, browser, 'POST', '/api/staff/account/totp')).json();
    const added = await ask(server, browser, 'POST', '/api/staff/account/factors', {
      kind: 'totp',
      code: codeNow(server, offered.key),
    });
    expect(added.statusCode).toBe(204);
    expect(await factorsOf(server, browser)).toHaveLength(1);
    server.clock.forward(MINUTE);
    const old = { kind: 'totp', code: codeNow(server, key) };
    expect(problemOf(await ask(server, browser, 'POST', '/api/auth/step-up', old))).toBe('wrong-factor');
  });

  it('makes new recovery codes, which void the old', async () => {
    const server = await testServer();
    const { browser, recoveryCodes } = await enrolledAdministrator(server);
    await ask(server, browser, 'POST', '/api/staff/account/recovery-codes');
    const old = { kind: 'recovery', code: recoveryCodes[0] };
    expect(problemOf(await ask(server, browser, 'POST', '/api/auth/step-up', old))).toBe('wrong-factor');
  });

  it('takes another password with the one they have; it then opens the door, and other browsers are out', async () => {
    const server = await testServer();
    const { browser, recoveryCodes } = await enrolledAdministrator(server);
    const other = await signInAgain(server, recoveryCodes[0]);
    const { password: current, signInName } = firstAdministrator;
    const change = (body: object) => ask(server, browser, 'POST', '/api/staff/account/password', body);
    const signIn = (password: string) =>
      server.app.inject({
        method: 'POST',
        url: '/api/auth/sign-in',
        headers: sameOrigin,
        payload: { signInName, password },
      });

    const password = 'lantern orchard velvet nine';
    expect(problemOf(await change({ current: 'not the one', password }))).toBe('wrong-password');
    expect(problemOf(await change({ current, password: 'short' }))).toBe('password-too-short');
    expect(problemOf(await change({ current, password: 'password1234' }))).toBe('password-well-known');
    expect(await isIn(server, other)).toBe(true);
    server.clock.forward(MINUTE);
    expect((await change({ current, password })).statusCode).toBe(204);
    expect([await isIn(server, browser), await isIn(server, other)]).toEqual([true, false]);
    expect((await signIn(current)).statusCode).toBe(401);
    server.clock.forward(MINUTE);
    expect((await signIn(password)).json().state).toBe('secondFactor');
    const acts = await server.deps.store.db().selectFrom('audit').select('action').execute();
    expect(acts.filter(({ action }) => action === 'user.set-password')).toHaveLength(1);
  });

  it('may not guess the password they have any oftener than at the door', async () => {
    const server = await testServer();
    const { browser } = await enrolledAdministrator(server);
    const guess = { current: 'not the one', password: 'lantern orchard velvet nine' };
    const replies: number[] = [];
    for (let time = 0; time < 12; time += 1) {
      replies.push((await ask(server, browser, 'POST', '/api/staff/account/password', guess)).statusCode);
    }
    expect(replies[0]).toBe(422);
    expect(replies.at(-1)).toBe(429);
  });

  it('is asked for the second factor before a password is changed', async () => {
    const server = await testServer();
    const { browser } = await enrolledAdministrator(server);
    server.clock.forward(6 * MINUTE);
    const reply = await ask(server, browser, 'POST', '/api/staff/account/password', {
      current: firstAdministrator.password,
      password: 'lantern orchard velvet nine',
    });
    expect(problemOf(reply)).toBe('step-up-needed');
  });

  it('ends another session of theirs, and only those that live are listed', async () => {
    const server = await testServer();
    const { browser, recoveryCodes } = await enrolledAdministrator(server);
    const other = await signInAgain(server, recoveryCodes[0]);
    const listed = await sessionsOf(server, browser);
    expect(listed.map(({ isThisOne }) => isThisOne).sort()).toEqual([false, true]);
    const theOther = listed.find(({ isThisOne }) => !isThisOne);
    await ask(server, browser, 'DELETE', `/api/staff/sessions/${theOther?.id}`);
    expect(await isIn(server, other)).toBe(false);
    await signInAgain(server, recoveryCodes[1]);
    server.clock.forward(9 * MINUTE);
    expect(await isIn(server, browser)).toBe(true);
    server.clock.forward(6 * MINUTE);
    expect(await sessionsOf(server, browser)).toHaveLength(1);
  });
});

describe('a locked session', () => {
  const unlock = (server: TestServer, cookie: string) =>
    server.app.inject({
      method: 'POST',
      url: '/api/auth/sign-in',
      headers: { ...sameOrigin, cookie },
      payload: { signInName: firstAdministrator.signInName, password: firstAdministrator.password },
    });

  it.each([
    ['after ten idle minutes goes on with the password alone, under a new token', 10, 'signedIn'],
    ['after fifteen is over: password and second factor', 15, 'secondFactor'],
  ])('%s', async (_, minutes, state) => {
    const server = await testServer();
    const { browser } = await enrolledAdministrator(server);
    server.clock.forward(minutes * MINUTE);
    const reply = await unlock(server, browser.cookie);
    expect(reply.json()).toMatchObject({ state });
    expect(await isIn(server, browser)).toBe(false);
    expect(await isIn(server, { ...sameOrigin, cookie: cookieOf(reply) })).toBe(state === 'signedIn');
  });

  it('does not make the day longer than ten hours', async () => {
    const server = await testServer();
    let { browser } = await enrolledAdministrator(server);
    for (let minutes = 0; minutes < 590; minutes += 10) {
      server.clock.forward(10 * MINUTE);
      browser = { ...sameOrigin, cookie: cookieOf(await unlock(server, browser.cookie)) };
    }
    expect(await isIn(server, browser)).toBe(true);
    server.clock.forward(10 * MINUTE);
    expect((await unlock(server, browser.cookie)).json()).toMatchObject({ state: 'secondFactor' });
  }, 30_000);

  it('of somebody else does not stand in for the second factor', async () => {
    const server = await testServer();
    const { browser } = await enrolledAdministrator(server);
    const ana = await colleague(server, browser, 'ana', ['clinician']);
    server.clock.forward(11 * MINUTE);
    expect((await unlock(server, ana.browser.cookie)).json()).toMatchObject({ state: 'secondFactor' });
  });

  it('that somebody planted in a browser does not become the session of whoever signs in there', async () => {
    const server = await testServer();
    await enrolledAdministrator(server);
    const planted = `__Host-prelude=${'A'.repeat(43)}`;
    const reply = await unlock(server, planted);
    expect(reply.json()).toMatchObject({ state: 'secondFactor' });
    expect(await isIn(server, { ...sameOrigin, cookie: planted })).toBe(false);
  });
});
