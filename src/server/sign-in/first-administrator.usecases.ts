import { randomUUID } from 'node:crypto';
import type { Dependencies } from '../dependencies.ts';
import { issueLink } from './one-time-link.ts';
import { newPassword } from './password.ts';
import { hashPassword } from './password-hash.ts';
import { linkOver, refusedPassword } from './refusals.ts';
import { isThereAnyUser, spendLink } from './sign-in.repository.ts';
import { type Admission, askForFactor } from './sign-in.usecases.ts';
import { hashOf } from './token.ts';
import { insertPreparedUser, prepareUser } from './users.ts';
import type { Visit } from './visit.ts';

/**
 * A link for whoever installs the clinic, as long as nobody can sign in; `undefined` afterwards. The token stands after
 * the `#`, so it reaches no log. A lost link is replaced at the next start.
 */
export const issueFirstLink = async (
  deps: Pick<Dependencies, 'store' | 'audit' | 'clock' | 'publicUrl'>,
): Promise<string | undefined> => {
  const token = await deps.store.inTransaction(async (tx) => {
    if (await isThereAnyUser(tx)) return undefined;
    return issueLink(tx, deps, {
      actor: { kind: 'system' },
      purpose: 'first-administrator',
      subjectId: null,
    });
  });
  return token === undefined ? undefined : new URL(`/clinic/setup#${token}`, deps.publicUrl).href;
};

export interface FirstAdministrator {
  readonly token: string;
  readonly name: string;
  readonly signInName: string;
  readonly password: string;
}

/** Makes the first account, an administrator who is also a clinician, who gets a second factor next. The link is used up. */
export const createFirstAdministrator = async (
  deps: Dependencies,
  wanted: FirstAdministrator,
  { origin }: Visit,
): Promise<Admission> => {
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
    if (taken || spent === undefined) throw linkOver('Start the server again to get a new one, or sign in.');
    await insertPreparedUser(tx, prepared);
    await deps.audit.append(tx, {
      actor: { kind: 'visitor', userId: prepared.row.id },
      action: 'user.create',
      object: { type: 'user', id: prepared.row.id },
      fields: ['roles', 'profile', 'password'],
      reason: 'first-administrator',
      ...origin,
    });
    return askForFactor(tx, deps, prepared.row, origin);
  });
};
