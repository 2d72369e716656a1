import type { Session } from '../../submission/staff-wire.ts';
import type { UsersTable } from '../db/schema.ts';
import type { Dependencies } from '../dependencies.ts';
import { sessionTimes } from './sessions.usecases.ts';
import { readProfile, rolesOf } from './users.ts';

/** What the portal is told of who is in. */
export const sessionAnswer = async ({ store, vault }: Dependencies, user: UsersTable): Promise<Session> => ({
  userId: user.id,
  name: (await readProfile(store.db(), vault, user)).name,
  roles: [...rolesOf(user)],
  idleLockSeconds: sessionTimes.lockAfter / 1_000,
});
