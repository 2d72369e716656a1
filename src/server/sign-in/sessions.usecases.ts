import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { SessionsTable, UsersTable } from '../db/schema.ts';
import type { Tx } from '../db/transaction.ts';
import type { Dependencies } from '../dependencies.ts';
import type { SessionState, SignedIn } from '../edge/access.ts';
import { notSignedIn } from '../edge/problem.ts';
import type { Origin } from './origin.ts';
import { sessionTokenOf } from './session-cookie.ts';
import {
  endOldestSessions,
  endSession,
  findSession,
  insertSession,
  renewSession,
  touchSession,
} from './sign-in.repository.ts';
import { hashOf, newToken } from './token.ts';
import { rolesOf } from './users.ts';
import type { Visit } from './visit.ts';

const MINUTE = 60_000;

/** A portal nobody touches is locked after ten minutes and signed out after fifteen; nobody stays longer than a shift. */
export const sessionTimes = { lockAfter: 10 * MINUTE, endAfter: 15 * MINUTE, longest: 600 * MINUTE } as const;

/** What asks for a second factor anew takes one that was shown this long ago. */
const FACTOR_FRESH_FOR = 5 * MINUTE;

const SESSIONS_PER_USER = 5;
const TOUCH_EVERY = 30_000;

/** A page that asks again by itself says so, and does not keep the portal awake. */
const BY_ITSELF = 'x-background-refresh';

export const readSessionOf =
  (deps: Dependencies) =>
  async (request: FastifyRequest): Promise<SessionState> => {
    const token = sessionTokenOf(request);
    if (token === undefined) return { state: 'none' };
    const isByItself =
      request.headers[BY_ITSELF] !== undefined || request.routeOptions.config.byItself === true;
    return readSession(deps, token, isByItself ? 'byItself' : 'byHand');
  };

/** Neither idle for too long nor older than a shift; it may be locked. */
export const isAlive = ({ ends_at, seen_at }: SessionsTable, now: number): boolean =>
  now < ends_at && now - seen_at < sessionTimes.endAfter;

/** @param asked whether a person did something, which alone keeps a session awake */
export const readSession = async (
  { store, clock }: Pick<Dependencies, 'store' | 'clock'>,
  token: string,
  asked: 'byHand' | 'byItself',
): Promise<SessionState> => {
  const sessionHash = hashOf(token);
  const found = await findSession(store.db(), sessionHash);
  if (found === undefined) return { state: 'none' };
  const { session, user } = found;
  const now = clock.now().getTime();
  const idle = now - session.seen_at;
  if (!isAlive(session, now)) return { state: 'none' };
  if (idle >= sessionTimes.lockAfter) return { state: 'locked' };
  if (asked === 'byHand' && idle >= TOUCH_EVERY)
    await store.inTransaction((tx) => touchSession(tx, sessionHash, now));
  return {
    state: 'open',
    signedIn: { userId: user.id, roles: rolesOf(user), sessionHash },
    hasFreshFactor: now - session.factor_at < FACTOR_FRESH_FOR,
  };
};

/** A new token at each sign-in; the oldest session of somebody with many is ended. */
export const startSession = async (
  tx: Tx,
  { audit, clock }: Pick<Dependencies, 'audit' | 'clock'>,
  user: UsersTable,
  { origin, device }: Visit,
  factor: string,
): Promise<{ readonly token: string }> => {
  const token = newToken();
  const tokenHash = hashOf(token);
  const now = clock.now().getTime();
  const actor = { kind: 'staff', userId: user.id, roles: rolesOf(user), sessionHash: tokenHash } as const;
  await insertSession(tx, {
    token_hash: tokenHash,
    id: randomUUID(),
    user_id: user.id,
    device,
    created_at: now,
    seen_at: now,
    factor_at: now,
    ends_at: now + sessionTimes.longest,
    ended_at: null,
  });
  const surplus = await endOldestSessions(tx, user.id, SESSIONS_PER_USER, now);
  await audit.append(tx, { actor, action: 'session.start', reason: factor, ...origin });
  for (const ended of surplus) {
    await audit.append(tx, {
      actor,
      action: 'session.end',
      object: { type: 'session', id: ended },
      reason: 'too-many-sessions',
      ...origin,
    });
  }
  return { token };
};

/** The locked session of this person goes on under a new token; `undefined` where there is none to go on with. */
export const unlockSession = async (
  tx: Tx,
  { audit, clock }: Pick<Dependencies, 'audit' | 'clock'>,
  user: UsersTable,
  earlier: string | undefined,
  origin: Origin,
): Promise<{ readonly token: string } | undefined> => {
  if (earlier === undefined) return undefined;
  const now = clock.now().getTime();
  const found = await findSession(tx, hashOf(earlier));
  if (found?.user.id !== user.id || !isAlive(found.session, now)) return undefined;
  const token = newToken();
  const sessionHash = hashOf(token);
  if (!(await renewSession(tx, hashOf(earlier), { token_hash: sessionHash, seen_at: now }))) return undefined;
  await audit.append(tx, {
    actor: { kind: 'staff', userId: user.id, roles: rolesOf(user), sessionHash },
    action: 'session.unlock',
    ...origin,
  });
  return { token };
};

/** After somebody's own roles changed: the session goes on under another token. */
export const renewOwn = async (
  { store, clock }: Pick<Dependencies, 'store' | 'clock'>,
  { sessionHash }: SignedIn,
): Promise<string> => {
  const token = newToken();
  const to = { token_hash: hashOf(token), seen_at: clock.now().getTime() };
  if (!(await store.inTransaction((tx) => renewSession(tx, sessionHash, to)))) throw notSignedIn();
  return token;
};

/** Ends a session at the wish of its owner. Nothing happens, and nothing is told, if it had ended before. */
export const signOut = async (
  { store, audit, clock }: Pick<Dependencies, 'store' | 'audit' | 'clock'>,
  token: string,
  origin: Origin,
): Promise<void> => {
  const sessionHash = hashOf(token);
  await store.inTransaction(async (tx) => {
    const found = await findSession(tx, sessionHash);
    if (found === undefined || !(await endSession(tx, sessionHash, clock.now().getTime()))) return;
    const { user } = found;
    await audit.append(tx, {
      actor: { kind: 'staff', userId: user.id, roles: rolesOf(user), sessionHash },
      action: 'session.end',
      ...origin,
    });
  });
};
