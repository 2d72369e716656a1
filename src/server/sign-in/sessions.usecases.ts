import type { FastifyRequest } from 'fastify';
import type { UsersTable } from '../db/schema.ts';
import type { Tx } from '../db/transaction.ts';
import type { Dependencies } from '../dependencies.ts';
import type { SessionState } from '../edge/access.ts';
import type { Origin } from './origin.ts';
import { sessionTokenOf } from './session-cookie.ts';
import {
  endOldestSessions,
  endSession,
  findSession,
  insertSession,
  touchSession,
} from './sign-in.repository.ts';
import { hashOf, newToken } from './token.ts';
import { rolesOf } from './users.ts';

const MINUTE = 60_000;

/** A portal nobody touches is locked after ten minutes and signed out after fifteen; nobody stays longer than a shift. */
export const sessionTimes = { lockAfter: 10 * MINUTE, endAfter: 15 * MINUTE, longest: 600 * MINUTE } as const;

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
    return readSession(deps, token, !isByItself);
  };

export const readSession = async (
  { store, clock }: Pick<Dependencies, 'store' | 'clock'>,
  token: string,
  byHand: boolean,
): Promise<SessionState> => {
  const sessionHash = hashOf(token);
  const found = await findSession(store.db(), sessionHash);
  if (found === undefined) return { state: 'none' };
  const { session, user } = found;
  const now = clock.now().getTime();
  const idle = now - session.seen_at;
  if (now >= session.ends_at || idle >= sessionTimes.endAfter) return { state: 'none' };
  if (idle >= sessionTimes.lockAfter) return { state: 'locked' };
  if (byHand && idle >= TOUCH_EVERY) await store.inTransaction((tx) => touchSession(tx, sessionHash, now));
  return { state: 'open', signedIn: { userId: user.id, roles: rolesOf(user), sessionHash } };
};

/** A new token at each sign-in; the oldest session of somebody with many is ended. */
export const startSession = async (
  tx: Tx,
  { audit, clock }: Pick<Dependencies, 'audit' | 'clock'>,
  user: UsersTable,
  origin: Origin,
): Promise<{ readonly token: string }> => {
  const token = newToken();
  const tokenHash = hashOf(token);
  const now = clock.now().getTime();
  const actor = { kind: 'staff', userId: user.id, roles: rolesOf(user), sessionHash: tokenHash } as const;
  await insertSession(tx, { tokenHash, userId: user.id, now, endsAt: now + sessionTimes.longest });
  const surplus = await endOldestSessions(tx, user.id, SESSIONS_PER_USER, now);
  await audit.append(tx, { actor, action: 'session.start', ...origin });
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
