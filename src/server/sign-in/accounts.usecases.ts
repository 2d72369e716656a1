import { randomUUID } from 'node:crypto';
import { failed, ok, type Result } from '../../lib/result.ts';
import { INVITED, type Role } from '../../submission/staff-wire.ts';
import type { Actor } from '../audit/act.ts';
import type { UserStatus, UsersTable } from '../db/schema.ts';
import type { Tx } from '../db/transaction.ts';
import type { Dependencies } from '../dependencies.ts';
import { forgetFactorsOf, forgetStepsOf } from '../second-factor/second-factors.repository.ts';
import { issueLink } from './one-time-link.ts';
import { asTyped } from './password.ts';
import { hashPassword } from './password-hash.ts';
import {
  changeUser,
  endOldestSessions,
  findUserByName,
  forgetLinksOf,
  holdAccounts,
  isThereAnyUser,
  listUsers,
} from './sign-in.repository.ts';
import { newToken } from './token.ts';
import { insertPreparedUser, nameIndex, prepareUser, readProfile, rolesOf } from './users.ts';

/** An account, as whoever manages accounts sees it. */
export interface Account {
  readonly name: string;
  readonly signInName: string;
  readonly roles: readonly Role[];
  readonly status: UserStatus;
}

export type AccountProblem =
  | 'unknown'
  | 'name-taken'
  | 'first-must-be-administrator'
  | 'last-administrator'
  | 'already-disabled';

export interface Accounts {
  /** Makes an account without a password, and the link through which the person chooses one. */
  add(person: Omit<Account, 'status'>): Promise<Result<string, AccountProblem>>;
  list(): Promise<readonly Account[]>;
  /** Nobody signs in with it any more, and who is signed in is out at once. */
  disable(signInName: string): Promise<Result<void, AccountProblem>>;
  /** Password and second factor are void, who is signed in is out, and a new link lets the person choose others. */
  reset(signInName: string): Promise<Result<string, AccountProblem>>;
}

type Needs = Pick<Dependencies, 'store' | 'vault' | 'audit' | 'clock' | 'publicUrl'>;

/** The accounts of the clinic, in the hands of whoever acts. */
export const createAccounts = (needs: Needs, actor: Actor): Accounts => {
  const { store, vault, audit, clock, publicUrl } = needs;

  const record = (
    tx: Tx,
    action: 'user.create' | 'user.disable' | 'user.reset',
    userId: string,
    fields: readonly string[],
  ) => audit.append(tx, { actor, action, object: { type: 'user', id: userId }, fields });

  const invite = async (tx: Tx, userId: string): Promise<string> => {
    await forgetLinksOf(tx, userId);
    const token = await issueLink(tx, needs, { actor, purpose: 'invitation', subjectId: userId });
    return new URL(`/clinic/setup#${INVITED}${token}`, publicUrl).href;
  };

  const signOutEverywhere = async (tx: Tx, user: UsersTable, now: number): Promise<void> => {
    for (const ended of await endOldestSessions(tx, user.id, 0, now)) {
      await audit.append(tx, {
        actor,
        action: 'session.end',
        object: { type: 'session', id: ended },
        reason: 'account-changed',
      });
    }
  };

  return {
    add: async ({ name, signInName, roles }) => {
      const now = clock.now().getTime();
      const prepared = prepareUser(vault, {
        id: randomUUID(),
        profile: { name, signInName },
        roles,
        status: 'invited',
        passwordHash: await hashOfNothingKnown(),
        now,
      });
      return store.inTransaction(async (tx) => {
        await holdAccounts(tx);
        // Else the link of the first start would be void, and nobody could ever manage the accounts.
        if (!(await isThereAnyUser(tx)) && !roles.includes('administrator')) {
          return failed('first-must-be-administrator');
        }
        if ((await findUserByName(tx, prepared.row.name_index)) !== undefined) return failed('name-taken');
        await insertPreparedUser(tx, prepared);
        await record(tx, 'user.create', prepared.row.id, ['roles', 'profile']);
        return ok(await invite(tx, prepared.row.id));
      });
    },

    list: () =>
      store.inTransaction(async (tx) => {
        await audit.append(tx, { actor, action: 'user.list' });
        const users = await listUsers(tx);
        return Promise.all(users.map((user) => accountOf(tx, needs, user)));
      }),

    disable: (signInName) =>
      store.inTransaction(async (tx) => {
        await holdAccounts(tx);
        const user = await findUserByName(tx, nameIndex(vault, signInName));
        if (user === undefined) return failed('unknown');
        if (user.status === 'disabled') return failed('already-disabled');
        if (await isLastAdministrator(tx, user)) return failed('last-administrator');
        const now = clock.now().getTime();
        await changeUser(tx, user.id, { status: 'disabled' }, now);
        await forgetLinksOf(tx, user.id);
        await forgetStepsOf(tx, user.id);
        await record(tx, 'user.disable', user.id, ['status']);
        await signOutEverywhere(tx, user, now);
        return ok(undefined);
      }),

    reset: async (signInName) => {
      const nothingKnown = await hashOfNothingKnown();
      return store.inTransaction(async (tx) => {
        await holdAccounts(tx);
        const user = await findUserByName(tx, nameIndex(vault, signInName));
        if (user === undefined) return failed('unknown');
        const now = clock.now().getTime();
        await changeUser(tx, user.id, { status: 'invited', password_hash: nothingKnown }, now);
        await forgetFactorsOf(tx, user.id);
        await record(tx, 'user.reset', user.id, ['status', 'password', 'second-factor']);
        await signOutEverywhere(tx, user, now);
        return ok(await invite(tx, user.id));
      });
    },
  };
};

/** The hash of a password that was never written down. */
const hashOfNothingKnown = (): Promise<string> => hashPassword(asTyped(newToken()));

const accountOf = async (
  tx: Tx,
  { vault }: Pick<Dependencies, 'vault'>,
  user: UsersTable,
): Promise<Account> => ({
  ...(await readProfile(tx, vault, user)),
  roles: rolesOf(user),
  status: user.status,
});

/** Whether without this account nobody who can sign in now would manage the clinic's accounts. */
const isLastAdministrator = async (tx: Tx, user: UsersTable): Promise<boolean> => {
  if (!rolesOf(user).includes('administrator')) return false;
  const others = (await listUsers(tx)).filter(({ id, status }) => id !== user.id && status === 'active');
  return !others.some((other) => rolesOf(other).includes('administrator'));
};
