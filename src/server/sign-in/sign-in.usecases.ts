import type { FactorsHeld } from '../../submission/sign-in-wire.ts';
import type { UsersTable } from '../db/schema.ts';
import type { Tx } from '../db/transaction.ts';
import type { Dependencies } from '../dependencies.ts';
import { Problem, tooMany } from '../edge/problem.ts';
import { factorsHeld, hasFactor } from '../second-factor/proof.ts';
import { beginStep } from '../second-factor/steps.ts';
import { forgiveTries, reserveTry } from './attempts.repository.ts';
import { attemptRules } from './attempts.ts';
import type { Origin } from './origin.ts';
import { asTyped, couldBePassword, type Password } from './password.ts';
import { dummyHash, hashPassword, isOutdated, matchesHash } from './password-hash.ts';
import { unlockSession } from './sessions.usecases.ts';
import { findUser, findUserByName, replacePasswordHash } from './sign-in.repository.ts';
import { nameIndex } from './users.ts';
import type { Visit } from './visit.ts';

export interface Credentials {
  readonly signInName: string;
  readonly password: string;
}

/** The token of a session, or of the one step that is left before there can be any. */
export type Admission =
  | { readonly state: 'signedIn'; readonly token: string; readonly user: UsersTable }
  | { readonly state: 'secondFactor'; readonly stepToken: string; readonly has: FactorsHeld }
  | { readonly state: 'enrol'; readonly stepToken: string };

/** Reserve a try, check the password, then let through or refuse; each with its audit row. Tells nobody which names exist. */
export const signIn = async (
  deps: Dependencies,
  credentials: Credentials,
  visit: Visit,
  /** The token of a session in this browser, which may be locked. */
  earlier: string | undefined,
): Promise<Admission> => {
  const subjects = subjectsOf(deps, credentials.signInName, visit.address);
  await reserve(deps, subjects, visit.origin);

  const password = asTyped(couldBePassword(credentials.password) ? credentials.password : '');
  const user = await findUserByName(deps.store.db(), nameIndex(deps.vault, credentials.signInName));
  const known = user?.status === 'active' ? user : undefined;
  const matches = await matchesHash(password, known?.password_hash ?? (await dummyHash()));
  if (known === undefined || !matches) {
    await refuse(deps, user, visit.origin);
    throw wrongNameOrPassword();
  }
  return letThrough(deps, known, password, { subjects, visit, earlier });
};

type Subjects = ReturnType<typeof subjectsOf>;

/** Whose tries are counted: the name's, the address's, and those of both together. */
export const subjectsOf = (
  { vault: { indexes } }: Pick<Dependencies, 'vault'>,
  signInName: string,
  address: string,
) => ({
  pair: { index: indexes.of('sign-in', 'pair', signInName, address), rule: attemptRules.pair },
  name: { index: indexes.of('sign-in', 'name', signInName), rule: attemptRules.name },
  address: { index: indexes.of('sign-in', 'address', address), rule: attemptRules.address },
});

/** Takes one try before anything is checked; too many are told how long to wait. */
export const reserve = async (
  { store, audit, clock }: Dependencies,
  subjects: Subjects,
  origin: Origin,
): Promise<void> => {
  const reservation = await store.inTransaction(async (tx) => {
    const answer = await reserveTry(tx, subjects, clock.now().getTime());
    if (!answer.granted) {
      await audit.append(tx, {
        actor: { kind: 'visitor' },
        action: 'session.refuse',
        outcome: 'refused',
        reason: 'too-early',
        ...origin,
      });
    }
    return answer;
  });
  if (!reservation.granted) throw tooMany(Math.ceil(reservation.waitMs / 1_000));
};

/** A wrong password leaves a row, whoever's it was. */
export const refuse = (
  { store, audit }: Dependencies,
  user: UsersTable | undefined,
  origin: Origin,
): Promise<void> =>
  store.inTransaction((tx) =>
    audit.append(tx, {
      actor: { kind: 'visitor', ...(user === undefined ? {} : { userId: user.id }) },
      action: 'session.refuse',
      outcome: 'refused',
      reason: user?.status === 'disabled' ? 'disabled' : 'wrong-name-or-password',
      ...origin,
    }),
  );

const letThrough = async (
  deps: Dependencies,
  checked: UsersTable,
  password: Password,
  { subjects, visit, earlier }: { subjects: Subjects; visit: Visit; earlier: string | undefined },
): Promise<Admission> => {
  const renewed = isOutdated(checked.password_hash) ? await hashPassword(password) : undefined;
  return deps.store.inTransaction(async (tx) => {
    // The account may have been disabled, or its password changed, while the hash was computed.
    const user = await findUser(tx, checked.id);
    if (user?.status !== 'active' || user.password_hash !== checked.password_hash)
      throw wrongNameOrPassword();
    if (renewed !== undefined) await replacePasswordHash(tx, user.id, checked.password_hash, renewed);
    const unlocked = await unlockSession(tx, deps, user, earlier, visit.origin);
    if (unlocked === undefined) return askForFactor(tx, deps, user, visit.origin);
    await forgiveTries(tx, subjects.pair, subjects.name, deps.clock.now().getTime());
    return { state: 'signedIn', user, ...unlocked };
  });
};

/** The first step is done. Failed tries are forgiven at the end of the last one, and not here. */
export const askForFactor = async (
  tx: Tx,
  deps: Pick<Dependencies, 'audit' | 'clock'>,
  user: UsersTable,
  origin: Origin,
): Promise<Admission> => {
  const has = await factorsHeld(tx, user.id);
  const kind = hasFactor(has) ? 'second-factor' : 'enrol';
  const stepToken = await beginStep(tx, deps, kind, user.id);
  await deps.audit.append(tx, {
    actor: { kind: 'visitor', userId: user.id },
    action: 'session.await-factor',
    reason: kind,
    ...origin,
  });
  return kind === 'enrol' ? { state: 'enrol', stepToken } : { state: 'secondFactor', stepToken, has };
};

/** Somebody is in: what they or others got wrong before is forgotten. */
export const forgive = (
  tx: Tx,
  deps: Pick<Dependencies, 'vault' | 'clock'>,
  signInName: string,
  address: string,
): Promise<void> => {
  const { pair, name } = subjectsOf(deps, signInName, address);
  return forgiveTries(tx, pair, name, deps.clock.now().getTime());
};

const wrongNameOrPassword = (): Problem =>
  new Problem({
    status: 401,
    code: 'wrong-name-or-password',
    title: 'This name and password do not belong together',
    detail: 'Check both and try again.',
  });
