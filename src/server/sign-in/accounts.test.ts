import { describe, expect, it } from 'vitest';
import { INVITED } from '../../submission/staff-wire.ts';
import { engines } from '../db/store.fixture.ts';
import {
  cookieOf,
  enrol,
  firstAdministrator,
  sameOrigin,
  signedInAdministrator,
  type TestServer,
  testServer,
} from '../server.fixture.ts';
import { createAccounts } from './accounts.usecases.ts';

const DAY = 24 * 3_600_000;
const ana = { name: 'Ana Reyes', signInName: 'ana@clinic.example', roles: ['clinician'] } as const;
const password = 'lantern orchard velvet nine';

const accountsOf = ({ deps }: TestServer) => createAccounts(deps, { kind: 'command-line' });

const tokenIn = (made: { readonly ok: boolean; readonly value?: unknown }): string =>
  new URL(String(made.value)).hash.slice(1 + INVITED.length);

const post = ({ app }: TestServer, url: string, payload: object) =>
  app.inject({ method: 'POST', url, payload, headers: sameOrigin });

const accept = (server: TestServer, token: string, chosen = password) =>
  post(server, '/api/auth/invitation', { token, password: chosen });

const signIn = (server: TestServer) =>
  post(server, '/api/auth/sign-in', { signInName: ana.signInName, password });

const sessionStatus = async ({ app }: TestServer, cookie: string) =>
  (await app.inject({ url: '/api/auth/session', headers: { ...sameOrigin, cookie } })).statusCode;

const acts = async ({ deps }: TestServer) =>
  (await deps.store.db().selectFrom('audit').select(['action', 'actor_kind']).orderBy('seq').execute()).map(
    ({ action, actor_kind: actor }) => `${actor} ${action}`,
  );

describe.each(engines)('somebody with an invitation, on %s', (engine) => {
  it('chooses a password and a second factor, is in with their roles, and comes back with both', async () => {
    const server = await testServer({ engine });
    await signedInAdministrator(server);
    const token = tokenIn(await accountsOf(server).add(ana));
    const reply = await accept(server, token);
    expect(reply.json()).toEqual({ state: 'enrol' });
    const { browser } = await enrol(server, cookieOf(reply));
    const session = await server.app.inject({ url: '/api/auth/session', headers: browser });
    expect(session.json()).toMatchObject({ name: 'Ana Reyes', roles: ['clinician'] });
    expect((await signIn(server)).json()).toMatchObject({ state: 'secondFactor' });
    expect((await acts(server)).slice(6, 13)).toEqual([
      'command-line user.create',
      'command-line link.issue',
      'visitor user.set-password',
      'visitor session.await-factor',
      'visitor factor.add',
      'visitor recovery-codes.make',
      'staff session.start',
    ]);
  });

  it('uses the link once, also when twenty use it together', async () => {
    const server = await testServer({ engine });
    await signedInAdministrator(server);
    const token = tokenIn(await accountsOf(server).add(ana));
    const replies = await Promise.all(Array.from({ length: 20 }, () => accept(server, token)));
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, ...Array<number>(19).fill(410)]);
  });

  it('whose account is reset is out at once, and back only through the new link', async () => {
    const server = await testServer({ engine });
    await signedInAdministrator(server);
    const first = tokenIn(await accountsOf(server).add(ana));
    const { cookie } = (await enrol(server, cookieOf(await accept(server, first)))).browser;
    expect(await sessionStatus(server, cookie)).toBe(200);
    const second = tokenIn(await accountsOf(server).reset(ana));
    expect(await sessionStatus(server, cookie)).toBe(401);
    expect((await signIn(server)).statusCode).toBe(401);
    expect((await accept(server, second)).json()).toEqual({ state: 'enrol' });
  });

  it('who is disabled is out at once, and their link is void', async () => {
    const server = await testServer({ engine });
    await signedInAdministrator(server);
    const accepted = await accept(server, tokenIn(await accountsOf(server).add(ana)));
    const { cookie } = (await enrol(server, cookieOf(accepted))).browser;
    expect(await sessionStatus(server, cookie)).toBe(200);
    const unused = tokenIn(await accountsOf(server).add({ ...ana, signInName: 'bo' }));
    expect(await accountsOf(server).disable(ana)).toMatchObject({ ok: true });
    expect(await accountsOf(server).disable({ signInName: 'bo' })).toMatchObject({ ok: true });
    expect(await sessionStatus(server, cookie)).toBe(401);
    expect((await signIn(server)).statusCode).toBe(401);
    expect((await accept(server, unused)).statusCode).toBe(410);
  });
});

describe('accounts', () => {
  it('refuse a weak password without using up the link', async () => {
    const server = await testServer();
    await signedInAdministrator(server);
    const token = tokenIn(await accountsOf(server).add(ana));
    expect((await accept(server, token, 'short')).json()).toMatchObject({ path: 'password' });
    expect((await accept(server, token)).statusCode).toBe(200);
  });

  it('are not opened by a link of a day ago, or one that a newer took the place of', async () => {
    const server = await testServer();
    await signedInAdministrator(server);
    const older = tokenIn(await accountsOf(server).add(ana));
    const newer = tokenIn(await accountsOf(server).reset(ana));
    expect((await accept(server, older)).statusCode).toBe(410);
    server.clock.forward(DAY);
    expect((await accept(server, newer)).statusCode).toBe(410);
  });

  it('keep the last administrator, whoever else is only invited', async () => {
    const server = await testServer();
    await signedInAdministrator(server);
    const { signInName } = firstAdministrator;
    const made = await accountsOf(server).add({ ...ana, roles: ['administrator'] });
    expect(await accountsOf(server).disable({ signInName })).toEqual({
      ok: false,
      error: 'last-administrator',
    });
    await accept(server, tokenIn(made));
    expect(await accountsOf(server).disable({ signInName })).toMatchObject({ ok: true });
    expect(await accountsOf(server).disable({ signInName })).toEqual({
      ok: false,
      error: 'already-disabled',
    });
    const states = (await accountsOf(server).list()).map(({ status }) => status);
    expect(states.sort()).toEqual(['active', 'disabled']);
  });

  it('begin with an administrator, and hold each name once, in any case', async () => {
    const server = await testServer();
    expect(await accountsOf(server).add(ana)).toEqual({ ok: false, error: 'first-must-be-administrator' });
    await signedInAdministrator(server);
    await accountsOf(server).add(ana);
    const again = await accountsOf(server).add({ ...ana, signInName: 'ANA@clinic.example' });
    expect(again).toEqual({ ok: false, error: 'name-taken' });
    expect(await accountsOf(server).reset({ signInName: 'nobody' })).toEqual({ ok: false, error: 'unknown' });
  });
});

describe('an account is changed only where it is what it is taken for', () => {
  const by = ({ deps }: TestServer, id: string) =>
    createAccounts(deps, { kind: 'staff', userId: id, roles: ['administrator'], sessionHash: 'other' });

  it('nobody is found under a name or an id that no account has', async () => {
    const accounts = accountsOf(await testServer());
    const unknown = { ok: false, error: 'unknown' };
    for (const which of [{ signInName: 'nobody' }, { id: 'nobody' }]) {
      expect(await accounts.disable(which)).toEqual(unknown);
      expect(await accounts.enable(which)).toEqual(unknown);
      expect(await accounts.changeRoles(which, ['clinician'])).toEqual(unknown);
      expect(await accounts.reset(which)).toEqual(unknown);
    }
  });

  it('who was disabled before they ever signed in is invited again, and only once', async () => {
    const server = await testServer();
    await signedInAdministrator(server);
    const accounts = accountsOf(server);
    await accounts.add(ana);
    expect(await accounts.enable(ana)).toEqual({ ok: false, error: 'not-disabled' });
    await accounts.disable(ana);
    expect(await accounts.enable(ana)).toMatchObject({ ok: true });
    expect((await accounts.list()).find(({ name }) => name === ana.name)?.status).toBe('invited');
    expect(await accounts.enable(ana)).toEqual({ ok: false, error: 'not-disabled' });
  });

  it('the last administrator keeps the role, and is reset on the machine but not from the portal', async () => {
    const server = await testServer();
    await signedInAdministrator(server);
    const [administrator] = await accountsOf(server).list();
    const which = { id: administrator?.id ?? '' };
    const last = { ok: false, error: 'last-administrator' };
    expect(await accountsOf(server).changeRoles(which, ['clinician'])).toEqual(last);
    expect(await by(server, which.id).reset(which)).toEqual(last);
    expect(await accountsOf(server).changeRoles(which, ['administrator'])).toMatchObject({ ok: true });
    expect(await accountsOf(server).reset(which)).toMatchObject({ ok: true });
  });
});
