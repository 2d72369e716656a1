import type { UsersTable } from '../db/schema.ts';
import type { Dependencies } from '../dependencies.ts';
import { Problem, tooMany } from '../edge/problem.ts';
import { forgiveTries, reserveTry } from './attempts.repository.ts';
import { attemptRules } from './attempts.ts';
import type { Origin } from './origin.ts';
import { asTyped, couldBePassword, type Password } from './password.ts';
import { dummyHash, hashPassword, isOutdated, matchesHash } from './password-hash.ts';
import { startSession } from './sessions.usecases.ts';
import { findUser, findUserByName, replacePasswordHash } from './sign-in.repository.ts';
import { nameIndex } from './users.ts';

export interface Credentials {
  readonly signInName: string;
  readonly password: string;
}

/**
 * Where a sign-in stands once the password was right. The second factor comes in here: a state of its own, with what
 * is asked for next, and no session until it has been given.
 */
type AfterPassword = { readonly next: 'session' };

const afterPassword = (_user: UsersTable): AfterPassword => ({ next: 'session' });

export type SignedInNow = { readonly state: 'signedIn'; readonly token: string; readonly user: UsersTable };

/** Reserve a try, check the password, then let in or refuse; each with its audit row. Tells nobody which names exist. */
export const signIn = async (
  deps: Dependencies,
  credentials: Credentials,
  address: string,
  origin: Origin,
): Promise<SignedInNow> => {
  const subjects = subjectsOf(deps, credentials.signInName, address);
  await reserve(deps, subjects, origin);

  const password = asTyped(couldBePassword(credentials.password) ? credentials.password : '');
  const user = await findUserByName(deps.store.db(), nameIndex(deps.vault, credentials.signInName));
  const known = user?.status === 'active' ? user : undefined;
  const matches = await matchesHash(password, known?.password_hash ?? (await dummyHash()));
  if (known === undefined || !matches) {
    await refuse(deps, user, origin);
    throw wrongNameOrPassword();
  }
  const { next } = afterPassword(known);
  switch (next) {
    case 'session':
      return letIn(deps, known, password, subjects, origin);
  }
};

type Subjects = ReturnType<typeof subjectsOf>;

const subjectsOf = ({ vault: { indexes } }: Dependencies, signInName: string, address: string) => ({
  pair: { index: indexes.of('sign-in', 'pair', signInName, address), rule: attemptRules.pair },
  name: { index: indexes.of('sign-in', 'name', signInName), rule: attemptRules.name },
  address: { index: indexes.of('sign-in', 'address', address), rule: attemptRules.address },
});

const reserve = async (
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

const refuse = (
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

const letIn = async (
  deps: Dependencies,
  checked: UsersTable,
  password: Password,
  subjects: Subjects,
  origin: Origin,
): Promise<SignedInNow> => {
  const renewed = isOutdated(checked.password_hash) ? await hashPassword(password) : undefined;
  return deps.store.inTransaction(async (tx) => {
    // The account may have been disabled, or its password changed, while the hash was computed.
    const user = await findUser(tx, checked.id);
    if (user?.status !== 'active' || user.password_hash !== checked.password_hash)
      throw wrongNameOrPassword();
    await forgiveTries(tx, subjects.pair, subjects.name, deps.clock.now().getTime());
    if (renewed !== undefined) await replacePasswordHash(tx, user.id, checked.password_hash, renewed);
    const { token } = await startSession(tx, deps, user, origin);
    return { state: 'signedIn', token, user };
  });
};

const wrongNameOrPassword = (): Problem =>
  new Problem({
    status: 401,
    code: 'wrong-name-or-password',
    title: 'This name and password do not belong together',
    detail: 'Check both and try again.',
  });
