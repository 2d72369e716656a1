import { hash } from '@node-rs/argon2';
import { describe, expect, it } from 'vitest';
import { INVITED } from '../../submission/staff-wire.ts';
import { temporaryStore } from '../db/store.fixture.ts';
import { createAuthenticator } from '../second-factor/authenticator.fixture.ts';
import { userKey } from '../second-factor/sealed-factors.ts';
import {
  codeNow,
  cookieOf,
  enrolledAdministrator,
  firstAdministrator,
  sameOrigin,
  type TestServer,
  testServer,
} from '../server.fixture.ts';
import { createAccounts } from './accounts.usecases.ts';
import { issueFirstLink } from './first-administrator.usecases.ts';
import { isOutdated } from './password-hash.ts';
import { renewOwn, unlockSession } from './sessions.usecases.ts';
import { listUsers } from './sign-in.repository.ts';
import { activeStaff, readProfile } from './users.ts';

const { signInName, password } = firstAdministrator;

/** A server on which something happens just justBefore the transaction of that number, counted from when it is told. */
const serverWith = async () => {
  const real = await temporaryStore('sqlite');
  const due = new Map<number, () => Promise<unknown>>();
  const store: typeof real = {
    ...real,
    inTransaction: async (work) => {
      const waiting = [...due];
      due.clear();
      for (const [number, act] of waiting) {
        if (number === 1) await act();
        else due.set(number - 1, act);
      }
      return real.inTransaction(work);
    },
  };
  const server = await testServer({ store });
  const db = real.db();
  return { server, db, justBefore: (number: number, act: () => Promise<unknown>) => due.set(number, act) };
};

const post = ({ app }: TestServer, url: string, payload: object, cookie = '') =>
  app.inject({ method: 'POST', url, payload, headers: { ...sameOrigin, cookie } });
const signIn = (server: TestServer) => post(server, '/api/auth/sign-in', { signInName, password });
const told = (reply: { readonly statusCode: number; json(): { readonly type?: string } }) =>
  `${reply.statusCode} ${reply.json().type?.split(':').at(-1)}`;

describe('while a password is looked at', () => {
  it.each([
    ['the account is disabled', { status: 'disabled' } as const],
    ['the password is changed', { password_hash: 'another' }],
  ])('%s: nobody gets further', async (_, change) => {
    const { server, db, justBefore } = await serverWith();
    await enrolledAdministrator(server);
    justBefore(2, () => db.updateTable('users').set(change).execute());
    expect(told(await signIn(server))).toBe('401 wrong-name-or-password');
  });

  it('it turns out to be hashed with weaker settings: it is hashed anew', async () => {
    const { server, db } = await serverWith();
    await enrolledAdministrator(server);
    const weak = await hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
    await db.updateTable('users').set({ password_hash: weak }).execute();
    expect((await signIn(server)).statusCode).toBe(200);
    const [user] = await listUsers(db);
    expect(isOutdated(user?.password_hash ?? weak)).toBe(false);
    expect((await signIn(server)).statusCode).toBe(200);
  });
});

describe('while a second factor is looked at', () => {
  const halfWay = async () => {
    const all = await serverWith();
    const { key } = await enrolledAdministrator(all.server);
    all.server.clock.forward(60_000);
    const step = cookieOf(await signIn(all.server));
    const proof = { kind: 'totp', code: codeNow(all.server, key) };
    return { ...all, show: () => post(all.server, '/api/auth/second-factor', proof, step) };
  };

  it('the step is spent by somebody else: it leads to one session only', async () => {
    const { db, justBefore, show } = await halfWay();
    justBefore(3, () => db.deleteFrom('sign_in_steps').execute());
    expect(told(await show())).toBe('401 step-over');
  });

  it('the account is disabled: nobody is let in', async () => {
    const { db, justBefore, show } = await halfWay();
    justBefore(3, () => db.updateTable('users').set({ status: 'disabled' }).execute());
    expect(told(await show())).toBe('401 step-over');
  });

  it('the session that asked for it ends: it does not go on', async () => {
    const { server, db, justBefore } = await serverWith();
    const { browser, key } = await enrolledAdministrator(server);
    server.clock.forward(60_000);
    const proof = { kind: 'totp', code: codeNow(server, key) };
    justBefore(2, () => db.updateTable('sessions').set({ ended_at: 1 }).execute());
    expect((await post(server, '/api/auth/step-up', proof, browser.cookie)).statusCode).toBe(401);
  });

  it('and it is wrong: the session stays as it was, and it is recorded', async () => {
    const { server, db } = await serverWith();
    const { browser } = await enrolledAdministrator(server);
    const shown = await post(server, '/api/auth/step-up', { kind: 'recovery', code: 'x' }, browser.cookie);
    expect(told(shown)).toBe('422 wrong-factor');
    const rows = await db.selectFrom('audit').select(['action', 'reason']).orderBy('seq').execute();
    expect(rows.at(-1)).toEqual({ action: 'session.refuse', reason: 'wrong-factor' });
  });
});

describe('while a first factor is made', () => {
  const invited = async () => {
    const all = await serverWith();
    const token = new URL((await issueFirstLink(all.server.deps)) ?? '').hash.slice(1);
    const step = cookieOf(await post(all.server, '/api/auth/setup', { token, ...firstAdministrator }));
    const offer = async () => (await post(all.server, '/api/auth/enrol/totp', {}, step)).json().key;
    const enrol = (code: string) => post(all.server, '/api/auth/enrol', { kind: 'totp', code }, step);
    return { ...all, step, offer, enrol };
  };

  it('no key was offered, or the code is not its code: it is said so beside the field', async () => {
    const { offer, enrol } = await invited();
    expect(told(await enrol('123456'))).toBe('422 wrong-code');
    await offer();
    expect(told(await enrol('000000'))).toBe('422 wrong-code');
  });

  it.each([
    ['the step is spent', 'sign_in_steps', '401 step-over'],
    ['the offered key is withdrawn', 'second_factors', '422 passkey-not-usable'],
  ] as const)('%s: the account stays without one', async (_, table, answer) => {
    const { server, db, justBefore, offer, enrol } = await invited();
    const code = codeNow(server, await offer());
    justBefore(1, () => db.deleteFrom(table).execute());
    expect(told(await enrol(code))).toBe(answer);
    const kept = await db.selectFrom('second_factors').select('confirmed_at').execute();
    expect(kept.filter((one) => one.confirmed_at !== null)).toEqual([]);
  });

  it('somebody else with the password makes theirs: that one is asked for', async () => {
    const { server, db, justBefore, offer, enrol } = await invited();
    const code = codeNow(server, await offer());
    justBefore(1, async () => {
      const row = await db.selectFrom('second_factors').selectAll().executeTakeFirstOrThrow();
      await db
        .insertInto('second_factors')
        .values({ ...row, id: 'theirs', confirmed_at: 1 })
        .execute();
    });
    expect(told(await enrol(code))).toBe('401 step-over');
  });

  it('the same passkey is made for another account: it cannot be used here', async () => {
    const { server, step, db, justBefore } = await invited();
    const asked = (await post(server, '/api/auth/enrol/passkey', {}, step)).json();
    const { hostname, origin } = server.deps.publicUrl;
    const authenticator = createAuthenticator(hostname, origin);
    justBefore(2, async () => {
      const { id } = (await listUsers(db))[0] ?? { id: '' };
      const index = server.deps.vault.indexes.of('passkey', authenticator.id);
      const { content } = { content: new Uint8Array(1) };
      await db
        .insertInto('second_factors')
        .values({
          ...{ id: 'theirs', user_id: id, kind: 'passkey', version: 1, credential_index: index },
          ...{ last_step: -1, counter: 0, created_at: 1, confirmed_at: null, used_at: null, content },
        })
        .execute();
    });
    const made = authenticator.register(asked.challenge, 'Laptop');
    expect(told(await post(server, '/api/auth/enrol', made, step))).toBe('422 passkey-not-usable');
  });
});

it('a session goes on under a new token for its own account only, and while it lasts', async () => {
  const { server, db } = await serverWith();
  const { browser } = await enrolledAdministrator(server);
  const [user] = await listUsers(db);
  if (user === undefined) throw new Error('There is an administrator.');
  const token = browser.cookie.split('=')[1] ?? '';
  const origin = { requestId: 'r', addressClass: 'loopback' } as const;
  const unlock = (who: typeof user, earlier?: string) =>
    server.deps.store.inTransaction((tx) => unlockSession(tx, server.deps, who, earlier, origin));
  expect(await unlock(user)).toBeUndefined();
  expect(await unlock(user, 'no token')).toBeUndefined();
  expect(await unlock({ ...user, id: 'somebody else' }, token)).toBeUndefined();
  const { token: renewed } = (await unlock(user, token)) ?? {};
  expect(await unlock(user, token)).toBeUndefined();
  server.clock.forward(24 * 3_600_000);
  expect(await unlock(user, renewed)).toBeUndefined();
  const gone = { userId: user.id, roles: [], sessionHash: 'gone' };
  await expect(renewOwn(server.deps, gone)).rejects.toMatchObject({ status: 401 });
});

it('an account that has gone, or lost its key, is nobody', async () => {
  const { server, db } = await serverWith();
  await enrolledAdministrator(server);
  const [user] = await listUsers(db);
  if (user === undefined) throw new Error('There is an administrator.');
  const lost = { ...user, id: 'lost' };
  await expect(readProfile(db, server.deps.vault, lost)).rejects.toThrow('A user has no record key.');
  await expect(userKey(db, server.deps.vault, 'lost')).rejects.toThrow('A user has no record key.');
  await expect(activeStaff(server.deps, 'lost')).rejects.toMatchObject({ status: 401 });
  await db.updateTable('users').set({ status: 'disabled' }).execute();
  await expect(activeStaff(server.deps, user.id)).rejects.toMatchObject({ status: 401 });
});

it('an invitation that is withdrawn, or whose account is disabled, while a password is chosen lets nobody in', async () => {
  const { server, db, justBefore } = await serverWith();
  await enrolledAdministrator(server);
  const accounts = createAccounts(server.deps, { kind: 'command-line' });
  const ana = { name: 'Ana Reyes', signInName: 'ana@clinic.example', roles: ['clinician'] } as const;
  const made = await accounts.add(ana);
  const chosen = 'lantern orchard velvet nine';
  const token = made.ok ? new URL(made.value).hash.slice(1 + INVITED.length) : '';
  const accept = () => post(server, '/api/auth/invitation', { token, password: chosen });
  justBefore(1, () => db.updateTable('users').set({ status: 'disabled' }).execute());
  expect((await accept()).statusCode).toBe(410);
  await db.updateTable('users').set({ status: 'invited' }).execute();
  justBefore(1, () => db.deleteFrom('one_time_links').execute());
  expect((await accept()).statusCode).toBe(410);
});

it('whoever is not signed in may sign out all the same', async () => {
  const { server } = await serverWith();
  expect((await post(server, '/api/auth/sign-out', {})).statusCode).toBe(204);
});
