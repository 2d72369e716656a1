import * as z from 'zod';
import { roles as everyRole, type Role } from '../../submission/staff-wire.ts';
import type { UserStatus, UsersTable } from '../db/schema.ts';
import type { Queries, Tx } from '../db/transaction.ts';
import type { Dependencies } from '../dependencies.ts';
import { notSignedIn } from '../edge/problem.ts';
import type { WrappedRecordKey } from '../keys/envelope.ts';
import { findRecordKey, insertRecordKey } from '../keys/record-keys.repository.ts';
import type { Vault } from '../keys/unlock.usecases.ts';
import { findUser, insertUser } from './sign-in.repository.ts';

/** Who a member of staff is, sealed in their row. */
const profileSchema = z.strictObject({ name: z.string(), signInName: z.string() });
export type Profile = z.infer<typeof profileSchema>;

export const rolesOf = (user: UsersTable): readonly Role[] => {
  const held = new Set(user.roles.split(' '));
  return everyRole.filter((role) => held.has(role));
};

/** As the store keeps them. */
export const rolesText = (roles: readonly Role[]): string =>
  everyRole.filter((role) => roles.includes(role)).join(' ');

const place = (version: number) => ({ column: 'users.profile', version });

/** Everything about a new user that is made before the transaction begins. */
export const prepareUser = (
  vault: Vault,
  user: {
    id: string;
    profile: Profile;
    roles: readonly Role[];
    passwordHash: string;
    now: number;
    status?: UserStatus;
  },
) => {
  const { key, wrapped } = vault.envelope.newRecordKey(user.id);
  const version = 1;
  const row: UsersTable = {
    id: user.id,
    status: user.status ?? 'active',
    version,
    roles: rolesText(user.roles),
    name_index: nameIndex(vault, user.profile.signInName),
    profile: vault.envelope.sealJson(key, place(version), user.profile),
    password_hash: user.passwordHash,
    created_at: user.now,
    updated_at: user.now,
  };
  return { row, wrapped };
};

export const insertPreparedUser = async (
  tx: Tx,
  { row, wrapped }: ReturnType<typeof prepareUser>,
): Promise<void> => {
  await insertUser(tx, row);
  await insertRecordKey(tx, wrapped, row.created_at);
};

export const readProfile = async (db: Queries, vault: Vault, user: UsersTable): Promise<Profile> => {
  const wrapped = await findRecordKey(db, user.id);
  if (wrapped === undefined) throw new Error('A user has no record key.');
  return openProfile(vault, wrapped, user);
};

export const openProfile = (vault: Vault, wrapped: WrappedRecordKey, user: UsersTable): Profile =>
  profileSchema.parse(
    vault.envelope.openJson(vault.envelope.unwrap(wrapped), place(user.version), user.profile),
  );

export const nameIndex = (vault: Vault, signInName: string): string =>
  vault.indexes.of('staff-name', signInName);

/** The account behind a session; it may have gone since the request began. */
export const activeStaff = async (
  { store }: Pick<Dependencies, 'store'>,
  userId: string,
): Promise<UsersTable> => {
  const user = await findUser(store.db(), userId);
  if (user?.status !== 'active') throw notSignedIn();
  return user;
};
