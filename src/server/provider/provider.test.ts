import { describe, expect, it } from 'vitest';
import type { Engine } from '../db/engine.ts';
import { engines } from '../db/store.fixture.ts';
import {
  cookieOf,
  enrolledAdministrator,
  firstAdministrator,
  sameOrigin,
  testServer,
} from '../server.fixture.ts';
import { type Flaws, openIdProvider } from './open-id.fixture.ts';
import { createProvider } from './provider.ts';

const email = firstAdministrator.signInName;

const clinicWith = async (secondFactor: 'ours' | 'provider' = 'ours', engine: Engine = 'sqlite') => {
  const there = await openIdProvider();
  const publicUrl = new URL('http://localhost:8080');
  const provider = createProvider({ ...there.config, secondFactor }, publicUrl);
  const server = await testServer({ engine, provider });
  const { recoveryCodes } = await enrolledAdministrator(server);
  const post = (url: string, payload: object, cookie = '') =>
    server.app.inject({ method: 'POST', url, payload, headers: { ...sameOrigin, cookie } });
  const begin = async () => {
    const reply = await post('/api/auth/provider', {});
    return { address: String(reply.json().url), cookie: cookieOf(reply) };
  };
  const comeBack = (query: URLSearchParams, cookie: string) =>
    post('/api/auth/provider/return', { query: query.toString() }, cookie);
  return { there, server, recoveryCodes, post, begin, comeBack };
};

const problemOf = (reply: { json(): { type?: string } }) => reply.json().type?.split(':').at(-1);

describe.each(engines)('somebody with an account of the clinic’s provider, on %s', (engine) => {
  it('comes back, shows our second factor, and is in', async () => {
    const { there, server, recoveryCodes, post, begin, comeBack } = await clinicWith('ours', engine);
    const { address, cookie } = await begin();
    const { searchParams } = new URL(address);
    expect(searchParams.get('redirect_uri')).toBe('http://localhost:8080/clinic/provider');
    expect(searchParams.get('code_challenge_method')).toBe('S256');
    const back = await comeBack(there.signIn(address, email.toUpperCase()), cookie);
    expect(back.json()).toMatchObject({ state: 'secondFactor' });
    const sessions = () => server.deps.store.db().selectFrom('sessions').select('id').execute();
    expect(await sessions()).toHaveLength(1);
    const shown = { kind: 'recovery', code: recoveryCodes[0] };
    const signedIn = await post('/api/auth/second-factor', shown, cookieOf(back));
    expect(signedIn.json()).toMatchObject({ state: 'signedIn', session: { name: 'Sam Rivera' } });
    expect(await sessions()).toHaveLength(2);
  });

  it('is in at once where the settings say that the provider’s second factor counts', async () => {
    const { there, server, begin, comeBack } = await clinicWith('provider', engine);
    const { address, cookie } = await begin();
    const back = await comeBack(there.signIn(address, email), cookie);
    expect(back.json()).toMatchObject({ state: 'signedIn' });
    const headers = { ...sameOrigin, cookie: cookieOf(back) };
    expect((await server.app.inject({ url: '/api/auth/session', headers })).statusCode).toBe(200);
  });
});

const past = Math.floor(Date.now() / 1_000) - 3_600;

describe('nobody gets in', () => {
  it.each<[string, Flaws]>([
    ['with the nonce of another sign-in', { claims: { nonce: 'another' } }],
    ['with a token of another issuer', { claims: { iss: 'https://elsewhere.example' } }],
    ['with a token for another client', { claims: { aud: 'somebody-else' } }],
    ['with a token that has expired', { claims: { iat: past - 60, exp: past } }],
    ['with a token that the provider did not sign', { isForged: true }],
    ['with an e-mail that is not verified', { claims: { email_verified: false } }],
    ['without an e-mail', { claims: { email: undefined } }],
  ])('%s', async (_, flaws) => {
    const { there, server, begin, comeBack } = await clinicWith('provider');
    const { address, cookie } = await begin();
    const back = await comeBack(there.signIn(address, email, flaws), cookie);
    expect([back.statusCode, problemOf(back)]).toEqual([401, 'provider-not-let-in']);
    const rows = await server.deps.store.db().selectFrom('audit').select('reason').execute();
    expect(rows.at(-1)?.reason).toBe('provider-refused');
    expect(await server.deps.store.db().selectFrom('sessions').select('id').execute()).toHaveLength(1);
  });

  it('twice with the same answer, with another’s state, or in another browser', async () => {
    const { there, begin, comeBack } = await clinicWith('provider');
    const one = await begin();
    const query = there.signIn(one.address, email);
    expect((await comeBack(query, one.cookie)).statusCode).toBe(200);
    expect(problemOf(await comeBack(query, one.cookie))).toBe('step-over');

    const [mine, theirs] = [await begin(), await begin()];
    expect(problemOf(await comeBack(there.signIn(theirs.address, email), mine.cookie))).toBe(
      'provider-not-let-in',
    );
    expect(problemOf(await comeBack(there.signIn(theirs.address, email), ''))).toBe('step-over');
  });

  it('after ten minutes', async () => {
    const { there, server, begin, comeBack } = await clinicWith('provider');
    const { address, cookie } = await begin();
    server.clock.forward(10 * 60_000);
    expect(problemOf(await comeBack(there.signIn(address, email), cookie))).toBe('step-over');
  });

  it('who has no account here, or a disabled one; and none is made', async () => {
    const { there, server, begin, comeBack } = await clinicWith('provider');
    const stranger = await begin();
    const back = await comeBack(there.signIn(stranger.address, 'new@clinic.example'), stranger.cookie);
    expect(problemOf(back)).toBe('provider-not-let-in');
    const db = server.deps.store.db();
    expect(await db.selectFrom('users').select('id').execute()).toHaveLength(1);
    await server.deps.store.inTransaction((tx) =>
      tx.updateTable('users').set({ status: 'disabled' }).execute(),
    );
    const disabled = await begin();
    const again = await comeBack(there.signIn(disabled.address, email), disabled.cookie);
    expect(problemOf(again)).toBe('provider-not-let-in');
  });
});

it('a clinic without a provider has no such door, and says so', async () => {
  const { app } = await testServer();
  expect((await app.inject({ url: '/api/auth/ways' })).json()).toEqual({ provider: false });
  const reply = await app.inject({
    method: 'POST',
    url: '/api/auth/provider',
    headers: sameOrigin,
    payload: {},
  });
  expect(reply.statusCode).toBe(404);
});
