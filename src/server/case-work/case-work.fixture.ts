import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Settings } from '../../settings/settings.ts';
import { type CaseWork, caseWork } from '../../submission/case-work-wire.ts';
import type { Role } from '../../submission/staff-wire.ts';
import type { Engine } from '../db/engine.ts';
import { sameOrigin, type TestServer, testServer } from '../server.fixture.ts';
import { SESSION_COOKIE } from '../sign-in/session-cookie.ts';
import { insertSession } from '../sign-in/sign-in.repository.ts';
import { hashOf, newToken } from '../sign-in/token.ts';
import { insertPreparedUser, prepareUser } from '../sign-in/users.ts';

/** A member of staff whose browser is signed in. */
export interface Colleague {
  readonly userId: string;
  readonly headers: { readonly cookie: string };
}

/** Makes an account and its session, without the waiting that a password brings. */
export const colleague = async (
  { deps: { store, vault, clock } }: TestServer,
  name: string,
  ...roles: readonly Role[]
): Promise<Colleague> => {
  const userId = randomUUID();
  const now = clock.now().getTime();
  const prepared = prepareUser(vault, {
    id: userId,
    profile: { name, signInName: `${userId}@clinic.example` },
    roles,
    passwordHash: 'nobody signs in with it',
    now,
  });
  const token = newToken();
  await store.inTransaction(async (tx) => {
    await insertPreparedUser(tx, prepared);
    await insertSession(tx, {
      token_hash: hashOf(token),
      id: randomUUID(),
      user_id: userId,
      device: 'Firefox on Windows',
      created_at: now,
      seen_at: now,
      factor_at: now,
      ends_at: now + 36_000_000,
      ended_at: null,
    });
  });
  return { userId, headers: { ...sameOrigin, cookie: `${SESSION_COOKIE}=${token}` } };
};

/** A clinic with two clinicians and somebody at the front desk. */
export const staffed = async (engine: Engine = 'sqlite', settings?: Settings) => {
  const test = await testServer({ engine, ...(settings && { settings }) });
  const ana = await colleague(test, 'Ana Reyes', 'clinician');
  const ben = await colleague(test, 'Ben Osei', 'clinician');
  const desk = await colleague(test, 'Dee Park', 'frontDesk');
  return { test, ana, ben, desk };
};

/** Asks a staff door; a number is the version for `If-Match`. */
export const ask = (
  { app }: Pick<TestServer, 'app'>,
  who: Colleague,
  method: 'GET' | 'PUT' | 'POST' | 'DELETE',
  url: string,
  payload?: object,
  version?: number,
) =>
  app.inject({
    method,
    url: `/api/staff/${url}`,
    headers: { ...who.headers, ...(version === undefined ? {} : { 'if-match': `"${version}"` }) },
    ...(payload && { payload }),
  });

const problem = z.object({ type: z.string() });

/** The work after something was done; or the code of the refusal. */
export const answerOf = (reply: Awaited<ReturnType<typeof ask>>): CaseWork => {
  if (reply.statusCode !== 200) throw new Error(`${reply.statusCode} ${problem.parse(reply.json()).type}`);
  return caseWork.parse(reply.json());
};

export const refusalOf = (reply: Awaited<ReturnType<typeof ask>>): string =>
  `${reply.statusCode} ${problem.parse(reply.json()).type.replace('urn:prelude:problem:', '')}`;

export const workOf = async (
  test: Pick<TestServer, 'app'>,
  who: Colleague,
  id: string,
  kind = 'submission',
) => answerOf(await ask(test, who, 'GET', `${kind}s/${id}/work`));
