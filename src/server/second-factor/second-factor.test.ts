import { describe, expect, it } from 'vitest';
import { engines } from '../db/store.fixture.ts';
import {
  codeNow,
  cookieOf,
  enrolledAdministrator,
  firstAdministrator,
  sameOrigin,
  type TestServer,
  testServer,
} from '../server.fixture.ts';
import { createAccounts } from '../sign-in/accounts.usecases.ts';
import { issueFirstLink } from '../sign-in/first-administrator.usecases.ts';
import { createAuthenticator } from './authenticator.fixture.ts';
import { codeAt, stepAt } from './totp.ts';

const MINUTE = 60_000;
const { signInName, password } = firstAdministrator;

const post = ({ app }: TestServer, url: string, payload: object, cookie = '', from = '203.0.113.9') =>
  app.inject({ method: 'POST', url, payload, headers: { ...sameOrigin, cookie }, remoteAddress: from });

const passwordStep = async (server: TestServer, from?: string): Promise<string> =>
  cookieOf(await post(server, '/api/auth/sign-in', { signInName, password }, '', from));

const show = (server: TestServer, cookie: string, proof: object, from?: string) =>
  post(server, '/api/auth/second-factor', proof, cookie, from);

const statuses = (replies: readonly { readonly statusCode: number }[]): number[] =>
  replies.map(({ statusCode }) => statusCode).sort();

const newAuthenticator = ({ deps }: TestServer) =>
  createAuthenticator(deps.publicUrl.hostname, deps.publicUrl.origin);

/** An administrator whose only factor is a passkey. */
const withPasskey = async (server: TestServer) => {
  const token = new URL((await issueFirstLink(server.deps)) ?? '').hash.slice(1);
  const step = cookieOf(await post(server, '/api/auth/setup', { token, ...firstAdministrator }));
  const asked = await post(server, '/api/auth/enrol/passkey', {}, step);
  const authenticator = newAuthenticator(server);
  const made = authenticator.register(asked.json().challenge, 'Laptop');
  return { authenticator, asked, made, step, enrol: () => post(server, '/api/auth/enrol', made, step) };
};

const challengeOf = async (server: TestServer, cookie: string): Promise<string> =>
  (await post(server, '/api/auth/second-factor/passkey', {}, cookie)).json().challenge;

describe.each(engines)('the second factor on %s', (engine) => {
  it('is asked for after the password, and until then nothing of the staff opens', async () => {
    const server = await testServer({ engine });
    const { key } = await enrolledAdministrator(server);
    server.clock.forward(MINUTE);
    const reply = await post(server, '/api/auth/sign-in', { signInName, password });
    expect(reply.json()).toEqual({
      state: 'secondFactor',
      has: { totp: true, passkey: false, recoveryCodes: true },
    });
    const step = cookieOf(reply);
    expect(step).toMatch(/^__Host-prelude-step=/);
    const asSession = step.replace('-step', '');
    for (const cookie of [step, asSession, `${step}; ${asSession}`]) {
      const staff = await server.app.inject({
        url: '/api/staff/queue?view=new',
        headers: { ...sameOrigin, cookie },
      });
      expect(staff.statusCode).toBe(401);
    }
    const signedIn = await show(server, step, { kind: 'totp', code: codeNow(server, key) });
    expect(signedIn.json()).toMatchObject({ state: 'signedIn', session: { name: 'Sam Rivera' } });
  });

  it('takes a code once: of twenty sign-ins with the same code one gets in', async () => {
    const server = await testServer({ engine });
    const { key } = await enrolledAdministrator(server);
    server.clock.forward(MINUTE);
    const steps = await Promise.all(
      Array.from({ length: 20 }, (_, n) => passwordStep(server, `198.51.100.${n}`)),
    );
    const code = codeNow(server, key);
    const replies = await Promise.all(steps.map((step) => show(server, step, { kind: 'totp', code })));
    expect(replies.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
  });

  it('takes no code of the enrolment again, nor an older one than was used', async () => {
    const server = await testServer({ engine });
    const { key } = await enrolledAdministrator(server);
    const used = codeNow(server, key);
    const step = await passwordStep(server);
    const again = await show(server, step, { kind: 'totp', code: used });
    expect(again.statusCode).toBe(422);
    expect(again.json()).toMatchObject({ type: 'urn:prelude:problem:wrong-factor', path: 'code' });
    const older = codeAt(key, stepAt(server.clock.now().getTime()) - 1);
    expect((await show(server, step, { kind: 'totp', code: older })).statusCode).toBe(422);
    server.clock.forward(30_000);
    expect((await show(server, step, { kind: 'totp', code: codeNow(server, key) })).statusCode).toBe(200);
  });

  it('takes a recovery code once, also of twenty together', async () => {
    const server = await testServer({ engine });
    const { recoveryCodes } = await enrolledAdministrator(server);
    const [code = '', next = ''] = recoveryCodes;
    const steps = await Promise.all(
      Array.from({ length: 8 }, (_, n) => passwordStep(server, `192.0.2.${n}`)),
    );
    const replies = await Promise.all(steps.map((step) => show(server, step, { kind: 'recovery', code })));
    expect(replies.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
    const step = await passwordStep(server);
    expect((await show(server, step, { kind: 'recovery', code: next })).statusCode).toBe(200);
  });

  it('gives five tries for each password, also to twenty together, and then asks for the password again', async () => {
    const server = await testServer({ engine });
    const { recoveryCodes } = await enrolledAdministrator(server);
    const step = await passwordStep(server);
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => show(server, step, { kind: 'totp', code: '000000' })),
    );
    expect(statuses(replies)).toEqual([...Array<number>(15).fill(401), ...Array<number>(5).fill(422)]);
    const late = await show(server, step, { kind: 'recovery', code: recoveryCodes[0] });
    expect(late.json()).toMatchObject({ type: 'urn:prelude:problem:step-over' });
  });

  it('gives ten tries in all, whatever browser they come from, then waits', async () => {
    const server = await testServer({ engine });
    const { recoveryCodes } = await enrolledAdministrator(server);
    const [known = '', right = ''] = recoveryCodes;
    const from = '192.0.2.7';
    expect(
      (await show(server, await passwordStep(server, from), { kind: 'recovery', code: known }, from))
        .statusCode,
    ).toBe(200);
    for (let round = 0; round < 2; round += 1) {
      const step = await passwordStep(server, from);
      for (let n = 0; n < 5; n += 1) await show(server, step, { kind: 'totp', code: '000000' }, from);
    }
    const step = await passwordStep(server, from);
    expect((await show(server, step, { kind: 'recovery', code: right }, from)).statusCode).toBe(429);
    server.clock.forward(MINUTE);
    expect((await show(server, step, { kind: 'recovery', code: right }, from)).statusCode).toBe(200);
  });

  it('lets nobody in whose account was disabled after the password', async () => {
    const server = await testServer({ engine });
    const { recoveryCodes } = await enrolledAdministrator(server);
    const step = await passwordStep(server);
    await server.deps.store.inTransaction((tx) =>
      tx.updateTable('users').set({ status: 'disabled' }).execute(),
    );
    const reply = await show(server, step, { kind: 'recovery', code: recoveryCodes[0] });
    expect(reply.json()).toMatchObject({ type: 'urn:prelude:problem:step-over' });
    expect(await server.deps.store.db().selectFrom('sessions').select('id').execute()).toHaveLength(1);
  });

  it('is void with the account that is reset, and another is made', async () => {
    const server = await testServer({ engine });
    const { recoveryCodes } = await enrolledAdministrator(server);
    const step = await passwordStep(server);
    await createAccounts(server.deps, { kind: 'command-line' }).reset({ signInName });
    expect((await show(server, step, { kind: 'recovery', code: recoveryCodes[0] })).statusCode).toBe(401);
    const db = server.deps.store.db();
    expect(await db.selectFrom('second_factors').selectAll().execute()).toEqual([]);
    expect(await db.selectFrom('recovery_codes').selectAll().execute()).toEqual([]);
  });

  it('can be a passkey, made and used, which then asks for no code', async () => {
    const server = await testServer({ engine });
    const { authenticator, asked, enrol } = await withPasskey(server);
    expect(asked.json()).toMatchObject({
      rp: { id: 'localhost' },
      authenticatorSelection: { userVerification: 'required' },
      attestation: 'none',
    });
    expect(Buffer.from(asked.json().challenge, 'base64url')).toHaveLength(32);
    expect((await enrol()).statusCode).toBe(200);
    const step = await passwordStep(server);
    const request = (await post(server, '/api/auth/second-factor/passkey', {}, step)).json();
    expect(request).toMatchObject({
      allowCredentials: [{ id: authenticator.id }],
      userVerification: 'required',
    });
    const reply = await show(server, step, authenticator.use(request.challenge));
    expect(reply.json()).toMatchObject({ state: 'signedIn' });
  });

  it('can be one passkey for one account alone', async () => {
    const server = await testServer({ engine });
    const { authenticator, enrol } = await withPasskey(server);
    await enrol();
    const link = await createAccounts(server.deps, { kind: 'command-line' }).add({
      name: 'Ana Reyes',
      signInName: 'ana',
      roles: ['clinician'],
    });
    const token = link.ok ? (link.value.split('#invited.')[1] ?? '') : '';
    const step = cookieOf(
      await post(server, '/api/auth/invitation', { token, password: 'lantern orchard velvet nine' }),
    );
    const { challenge } = (await post(server, '/api/auth/enrol/passkey', {}, step)).json();
    const reply = await post(server, '/api/auth/enrol', authenticator.register(challenge, 'Hers'), step);
    expect(reply.json()).toMatchObject({ type: 'urn:prelude:problem:passkey-not-usable' });
  });
});

describe('a passkey is refused', () => {
  it.each([
    ['made on another site', { origin: 'http://localhost:9999' }],
    ['made without fingerprint, face or PIN', { userVerified: false }],
  ])('%s', async (_, flaws) => {
    const server = await testServer();
    const { authenticator, asked, step } = await withPasskey(server);
    const made = authenticator.register(asked.json().challenge, 'Laptop', flaws);
    expect((await post(server, '/api/auth/enrol', made, step)).statusCode).toBe(422);
  });

  it('for a challenge that nobody asked, that was answered before, or that is older than five minutes', async () => {
    const server = await testServer();
    const { authenticator, made, step } = await withPasskey(server);
    const invented = authenticator.register('A'.repeat(43), 'Laptop');
    expect((await post(server, '/api/auth/enrol', invented, step)).statusCode).toBe(422);
    server.clock.forward(5 * MINUTE);
    expect((await post(server, '/api/auth/enrol', made, step)).statusCode).toBe(422);
    const { challenge } = (await post(server, '/api/auth/enrol/passkey', {}, step)).json();
    expect(
      (await post(server, '/api/auth/enrol', authenticator.register(challenge, 'Laptop'), step)).statusCode,
    ).toBe(200);
    const next = await passwordStep(server);
    const used = authenticator.use(await challengeOf(server, next));
    expect((await show(server, next, used)).statusCode).toBe(200);
    const later = await passwordStep(server);
    expect((await show(server, later, used)).statusCode).toBe(422);
  });

  it.each([
    ['used on another site', { origin: 'http://localhost:9999' }],
    ['used without fingerprint, face or PIN', { userVerified: false }],
    ['whose count goes back, as that of a copy does', { counter: 1 }],
  ])('%s', async (_, flaws) => {
    const server = await testServer();
    const { authenticator, enrol } = await withPasskey(server);
    await enrol();
    const step = await passwordStep(server);
    const reply = await show(server, step, authenticator.use(await challengeOf(server, step), flaws));
    expect(reply.json()).toMatchObject({ type: 'urn:prelude:problem:wrong-factor' });
  });

  it('for the challenge of another browser', async () => {
    const server = await testServer();
    const { authenticator, enrol } = await withPasskey(server);
    await enrol();
    const [mine, theirs] = [await passwordStep(server), await passwordStep(server)];
    const answer = authenticator.use(await challengeOf(server, theirs));
    expect((await show(server, mine, answer)).statusCode).toBe(422);
  });

  it('of somebody else', async () => {
    const server = await testServer();
    const { enrol } = await withPasskey(server);
    await enrol();
    const step = await passwordStep(server);
    const stranger = newAuthenticator(server).use(await challengeOf(server, step));
    expect((await show(server, step, stranger)).statusCode).toBe(422);
  });
});

describe('an account without a factor', () => {
  it('gets one before it is in, and only the first who makes one keeps it', async () => {
    const server = await testServer();
    const token = new URL((await issueFirstLink(server.deps)) ?? '').hash.slice(1);
    await post(server, '/api/auth/setup', { token, ...firstAdministrator });
    const steps = [await passwordStep(server), await passwordStep(server)];
    const keys = [];
    for (const step of steps) keys.push((await post(server, '/api/auth/enrol/totp', {}, step)).json().key);
    const codes = keys.map((key) => ({ kind: 'totp', code: codeNow(server, key) }));
    // The key offered last counts.
    expect((await post(server, '/api/auth/enrol', codes[0] ?? {}, steps[0])).statusCode).toBe(422);
    expect((await post(server, '/api/auth/enrol', codes[1] ?? {}, steps[1])).statusCode).toBe(200);
    const late = await post(server, '/api/auth/enrol/totp', {}, steps[0]);
    const again = { kind: 'totp', code: codeNow(server, late.json().key) };
    expect((await post(server, '/api/auth/enrol', again, steps[0])).statusCode).toBe(401);
  });

  it('is asked for its password again after half an hour', async () => {
    const server = await testServer();
    const token = new URL((await issueFirstLink(server.deps)) ?? '').hash.slice(1);
    const step = cookieOf(await post(server, '/api/auth/setup', { token, ...firstAdministrator }));
    server.clock.forward(30 * MINUTE);
    expect((await post(server, '/api/auth/enrol/totp', {}, step)).json()).toMatchObject({
      type: 'urn:prelude:problem:step-over',
    });
  });
});

it('no key, code or challenge stands in the store or the log in clear', async () => {
  const server = await testServer();
  const { key, recoveryCodes } = await enrolledAdministrator(server);
  const step = await passwordStep(server);
  const db = server.deps.store.db();
  const tables = await Promise.all(
    (['second_factors', 'recovery_codes', 'sign_in_steps', 'audit'] as const).map((table) =>
      db.selectFrom(table).selectAll().execute(),
    ),
  );
  const stored = tables
    .flat()
    .flatMap((row) => Object.values(row))
    .map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value)))
    .join('\n');
  for (const secret of [key, ...recoveryCodes, step.split('=')[1] ?? '']) {
    expect(stored).not.toContain(secret);
    expect(server.logged()).not.toContain(secret);
  }
});
