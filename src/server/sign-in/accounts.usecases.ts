import { randomUUID } from 'node:crypto';
import { failed, ok, type Result } from '../../lib/result.ts';
import { INVITED, type Role } from '../../submission/staff-wire.ts';
import type { Actor } from '../audit/act.ts';
import type { UserStatus, UsersTable } from '../db/schema.ts';
import type { Tx } from '../db/transaction.ts';
import type { Dependencies } from '../dependencies.ts';
import { factorsHeld, hasFactor } from '../second-factor/proof.ts';
import { forgetFactorsOf, forgetStepsOf } from '../second-factor/second-factors.repository.ts';
import { issueLink } from './one-time-link.ts';
import { asTyped } from './password.ts';
import { hashPassword } from './password-hash.ts';
import {
  changeUser,
  endSessionsOf,
  findUser,
  findUserByName,
  forgetLinksOf,
  holdAccounts,
  isThereAnyUser,
  listUsers,
} from './sign-in.repository.ts';
import { newToken } from './token.ts';
import { insertPreparedUser, nameIndex, prepareUser, readProfile, rolesOf, rolesText } from './users.ts';

/** An account, as whoever manages accounts sees it. */
export interface Account {
  readonly id: string;
  readonly name: string;
  readonly signInName: string;
  readonly roles: readonly Role[];
  readonly status: UserStatus;
  readonly hasFactor: boolean;
}

/** An account, as a person names it or as a page does. */
export type Which = { readonly signInName: string } | { readonly id: string };

export type AccountProblem =
  | 'unknown'
  | 'name-taken'
  | 'first-must-be-administrator'
  | 'last-administrator'
  | 'already-disabled'
  | 'not-disabled';

export interface Accounts {
  /** Makes an account without a password, and the link through which the person chooses one. */
  add(person: Pick<Account, 'name' | 'signInName' | 'roles'>): Promise<Result<string, AccountProblem>>;
  list(): Promise<readonly Account[]>;
  /** Nobody signs in with it any more, and who is signed in is out at once. */
  disable(which: Which): Promise<Result<void, AccountProblem>>;
  /** It is as it was before it was disabled; who never chose a password needs a new link. */
  enable(which: Which): Promise<Result<void, AccountProblem>>;
  /** What somebody may do. They sign in anew to do it, save in the browser of whoever changes their own roles. */
  changeRoles(which: Which, roles: readonly Role[]): Promise<Result<void, AccountProblem>>;
  /** Password and second factor are void, who is signed in is out, and a new link lets the person choose others. */
  reset(which: Which): Promise<Result<string, AccountProblem>>;
}

type Needs = Pick<Dependencies, 'store' | 'vault' | 'audit' | 'clock' | 'publicUrl'>;

/** The accounts of the clinic, in the hands of whoever acts. */
export const createAccounts = (needs: Needs, actor: Actor): Accounts => {
  const { store, vault, audit, clock, publicUrl } = needs;

  const record = (
    tx: Tx,
    action: 'user.create' | 'user.disable' | 'user.enable' | 'user.change-roles' | 'user.reset',
    userId: string,
    fields: readonly string[],
  ) => audit.append(tx, { actor, action, object: { type: 'user', id: userId }, fields });

  const find = (tx: Tx, which: Which): Promise<UsersTable | undefined> =>
    'id' in which ? findUser(tx, which.id) : findUserByName(tx, nameIndex(vault, which.signInName));

  const invite = async (tx: Tx, userId: string): Promise<string> => {
    await forgetLinksOf(tx, userId);
    const token = await issueLink(tx, needs, { actor, purpose: 'invitation', subjectId: userId });
    return new URL(`/clinic/setup#${INVITED}${token}`, publicUrl).href;
  };

  const signOutEverywhere = async (tx: Tx, user: UsersTable, now: number): Promise<void> => {
    const own = actor.kind === 'staff' ? actor.sessionHash : undefined;
    for (const ended of await endSessionsOf(tx, user.id, now, own)) {
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

    disable: (which) =>
      store.inTransaction(async (tx) => {
        await holdAccounts(tx);
        const user = await find(tx, which);
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

    enable: (which) =>
      store.inTransaction(async (tx) => {
        await holdAccounts(tx);
        const user = await find(tx, which);
        if (user === undefined) return failed('unknown');
        if (user.status !== 'disabled') return failed('not-disabled');
        const wasIn = hasFactor(await factorsHeld(tx, user.id));
        await changeUser(tx, user.id, { status: wasIn ? 'active' : 'invited' }, clock.now().getTime());
        await record(tx, 'user.enable', user.id, ['status']);
        return ok(undefined);
      }),

    changeRoles: (which, roles) =>
      store.inTransaction(async (tx) => {
        await holdAccounts(tx);
        const user = await find(tx, which);
        if (user === undefined) return failed('unknown');
        if (!roles.includes('administrator') && (await isLastAdministrator(tx, user))) {
          return failed('last-administrator');
        }
        const now = clock.now().getTime();
        await changeUser(tx, user.id, { roles: rolesText(roles) }, now);
        await record(tx, 'user.change-roles', user.id, ['roles']);
        await signOutEverywhere(tx, user, now);
        return ok(undefined);
      }),

    reset: async (which) => {
      const nothingKnown = await hashOfNothingKnown();
      return store.inTransaction(async (tx) => {
        await holdAccounts(tx);
        const user = await find(tx, which);
        if (user === undefined) return failed('unknown');
        // Whoever runs commands on the machine may have to; from the portal it could leave nobody.
        if (actor.kind === 'staff' && (await isLastAdministrator(tx, user)))
          return failed('last-administrator');
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
  id: user.id,
  hasFactor: hasFactor(await factorsHeld(tx, user.id)),
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
