import { randomUUID } from 'node:crypto';
import type { Dependencies } from '../dependencies.ts';
import { Problem, unprocessable } from '../edge/problem.ts';
import type { Origin } from './origin.ts';
import { newPassword, type PasswordProblem } from './password.ts';
import { hashPassword } from './password-hash.ts';
import { startSession } from './sessions.usecases.ts';
import { insertLink, isThereAnyUser, spendLink } from './sign-in.repository.ts';
import type { SignedInNow } from './sign-in.usecases.ts';
import { hashOf, newToken } from './token.ts';
import { insertPreparedUser, prepareUser } from './users.ts';

const LINK_LASTS_MS = 24 * 3_600_000;

/**
 * A link for whoever installs the clinic, as long as nobody can sign in; `undefined` afterwards. The token stands after
 * the `#`, so it reaches no log. A lost link is replaced at the next start.
 */
export const issueFirstLink = async (
  deps: Pick<Dependencies, 'store' | 'audit' | 'clock' | 'publicUrl'>,
): Promise<string | undefined> => {
  const token = newToken();
  const now = deps.clock.now().getTime();
  const issued = await deps.store.inTransaction(async (tx) => {
    if (await isThereAnyUser(tx)) return false;
    const tokenHash = hashOf(token);
    await insertLink(tx, {
      tokenHash,
      purpose: 'first-administrator',
      createdAt: now,
      expiresAt: now + LINK_LASTS_MS,
    });
    await deps.audit.append(tx, {
      actor: { kind: 'system' },
      action: 'link.issue',
      object: { type: 'link', id: tokenHash },
    });
    return true;
  });
  return issued ? new URL(`/clinic/setup#${token}`, deps.publicUrl).href : undefined;
};

export interface FirstAdministrator {
  readonly token: string;
  readonly name: string;
  readonly signInName: string;
  readonly password: string;
}

/** Makes the first account, an administrator who is also a clinician, and signs it in. The link is used up. */
export const createFirstAdministrator = async (
  deps: Dependencies,
  wanted: FirstAdministrator,
  origin: Origin,
): Promise<SignedInNow> => {
  const password = newPassword(wanted.password, [wanted.name, wanted.signInName, deps.settings.name]);
  if (!password.ok) throw refusedPassword(password.error);
  const passwordHash = await hashPassword(password.value);
  const now = deps.clock.now().getTime();
  const prepared = prepareUser(deps.vault, {
    id: randomUUID(),
    profile: { name: wanted.name, signInName: wanted.signInName },
    roles: ['clinician', 'administrator'],
    passwordHash,
    now,
  });
  return deps.store.inTransaction(async (tx) => {
    const taken = await isThereAnyUser(tx);
    const spent = await spendLink(tx, hashOf(wanted.token), 'first-administrator', now);
    if (taken || !spent) throw linkOver();
    await insertPreparedUser(tx, prepared);
    await deps.audit.append(tx, {
      actor: { kind: 'visitor', userId: prepared.row.id },
      action: 'user.create',
      object: { type: 'user', id: prepared.row.id },
      fields: ['roles', 'profile', 'password'],
      reason: 'first-administrator',
      ...origin,
    });
    const { token } = await startSession(tx, deps, prepared.row, origin);
    return { state: 'signedIn', token, user: prepared.row };
  });
};

const passwordAdvice: Readonly<Record<PasswordProblem, string>> = {
  'too-short': 'Use at least 12 characters. Three or four words of your own are easy to keep in mind.',
  'too-long': 'Use at most 128 characters.',
  'well-known': 'This password is easy to guess. Use three or four words that do not belong together.',
};

const refusedPassword = (problem: PasswordProblem): Problem =>
  unprocessable(`password-${problem}`, passwordAdvice[problem], 'password');

const linkOver = (): Problem =>
  new Problem({
    status: 410,
    code: 'link-over',
    title: 'This link cannot be used any more',
    detail: 'It was used, or is older than a day. Start the server again to get a new one, or sign in.',
  });
