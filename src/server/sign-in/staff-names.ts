import type { Queries } from '../db/transaction.ts';
import type { Dependencies } from '../dependencies.ts';
import { findRecordKeys } from '../keys/record-keys.repository.ts';
import { listUsers } from './sign-in.repository.ts';
import { openProfile, rolesOf } from './users.ts';

/** Everybody who has or had an account, by id. */
export interface StaffNames {
  person(userId: string | null): { readonly userId: string; readonly name: string } | null;
  /** Those to whom a case can be given. */
  readonly clinicians: readonly { readonly userId: string; readonly name: string }[];
}

/** Names of staff lie sealed; each is opened once for each version of its profile. */
export const createStaffNames = ({ vault }: Pick<Dependencies, 'vault'>) => {
  const opened = new Map<string, string>();
  return async (db: Queries): Promise<StaffNames> => {
    const users = await listUsers(db);
    const markOf = ({ id, version }: (typeof users)[number]) => `${id} ${version}`;
    const unknown = users.filter((user) => !opened.has(markOf(user)));
    const keys =
      unknown.length === 0
        ? new Map<string, never>()
        : await findRecordKeys(
            db,
            unknown.map(({ id }) => id),
          );
    for (const user of unknown) {
      const key = keys.get(user.id);
      if (key !== undefined) opened.set(markOf(user), openProfile(vault, key, user).name);
    }
    const people = users.map((user) => ({
      user,
      person: { userId: user.id, name: opened.get(markOf(user)) ?? 'A former colleague' },
    }));
    const byId = new Map(people.map(({ person }) => [person.userId, person]));
    return {
      person: (userId) =>
        userId === null ? null : (byId.get(userId) ?? { userId, name: 'A former colleague' }),
      clinicians: people
        .filter(({ user }) => user.status === 'active' && rolesOf(user).includes('clinician'))
        .map(({ person }) => person),
    };
  };
};
