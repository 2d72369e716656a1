import { oneAtATime } from '../db/one-at-a-time.repository.ts';
import type { LinkPurpose, SessionsTable, UsersTable } from '../db/schema.ts';
import type { Queries, Tx } from '../db/transaction.ts';

export const insertUser = async (tx: Tx, user: UsersTable): Promise<void> => {
  await tx.insertInto('users').values(user).execute();
};

export const findUserByName = (db: Queries, nameIndex: string): Promise<UsersTable | undefined> =>
  db.selectFrom('users').selectAll().where('name_index', '=', nameIndex).executeTakeFirst();

export const findUser = (db: Queries, id: string): Promise<UsersTable | undefined> =>
  db.selectFrom('users').selectAll().where('id', '=', id).executeTakeFirst();

export const listUsers = (db: Queries): Promise<readonly UsersTable[]> =>
  db.selectFrom('users').selectAll().orderBy('created_at').orderBy('id').execute();

/** The version stays: it is the version of the sealed profile. */
export const changeUser = async (
  tx: Tx,
  id: string,
  change: Partial<Pick<UsersTable, 'status' | 'password_hash' | 'roles'>>,
  now: number,
): Promise<void> => {
  await tx
    .updateTable('users')
    .set({ ...change, updated_at: now })
    .where('id', '=', id)
    .execute();
};

/** From here to the end of the transaction nobody else adds, disables or resets an account. */
export const holdAccounts = (tx: Tx): Promise<void> => oneAtATime(tx, 'accounts');

/** Holds the question until the transaction ends, so that two cannot both be the first. */
export const isThereAnyUser = async (tx: Tx): Promise<boolean> => {
  await oneAtATime(tx, 'first user');
  return (await tx.selectFrom('users').select('id').limit(1).executeTakeFirst()) !== undefined;
};

export const replacePasswordHash = async (
  tx: Tx,
  userId: string,
  from: string,
  to: string,
): Promise<void> => {
  await tx
    .updateTable('users')
    .set({ password_hash: to })
    .where('id', '=', userId)
    .where('password_hash', '=', from)
    .execute();
};

export const insertLink = async (
  tx: Tx,
  link: {
    tokenHash: string;
    purpose: LinkPurpose;
    subjectId: string | null;
    createdAt: number;
    expiresAt: number;
  },
): Promise<void> => {
  await tx
    .insertInto('one_time_links')
    .values({
      token_hash: link.tokenHash,
      purpose: link.purpose,
      subject_id: link.subjectId,
      created_at: link.createdAt,
      expires_at: link.expiresAt,
      used_at: null,
    })
    .execute();
};

/** Whom a link is for: nobody yet, or an account. */
export interface OpenLink {
  readonly subject_id: string | null;
}

/** A link that can still be used. */
export const findOpenLink = (
  db: Queries,
  tokenHash: string,
  purpose: LinkPurpose,
  now: number,
): Promise<OpenLink | undefined> =>
  db
    .selectFrom('one_time_links')
    .select('subject_id')
    .where('token_hash', '=', tokenHash)
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();

/** The link once, and only before it ends; `undefined` ever after. */
export const spendLink = (
  tx: Tx,
  tokenHash: string,
  purpose: LinkPurpose,
  now: number,
): Promise<OpenLink | undefined> =>
  tx
    .updateTable('one_time_links')
    .set({ used_at: now })
    .where('token_hash', '=', tokenHash)
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('subject_id')
    .executeTakeFirst();

/** A newer link, or the end of the account, takes the place of those that were given out before. */
export const forgetLinksOf = async (tx: Tx, subjectId: string): Promise<void> => {
  await tx.deleteFrom('one_time_links').where('subject_id', '=', subjectId).execute();
};

export const insertSession = async (tx: Tx, session: SessionsTable): Promise<void> => {
  await tx.insertInto('sessions').values(session).execute();
};

/** The same session under another token: whoever knew the old one is out. */
export const renewSession = async (
  tx: Tx,
  from: string,
  to: Pick<SessionsTable, 'token_hash' | 'seen_at'> & Partial<Pick<SessionsTable, 'factor_at'>>,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('sessions')
    .set(to)
    .where('token_hash', '=', from)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
};

export interface SessionOfUser {
  readonly session: SessionsTable;
  readonly user: UsersTable;
}

/** A session that has not been ended, of a user who is not disabled. How long it was idle is for the caller. */
export const findSession = async (db: Queries, tokenHash: string): Promise<SessionOfUser | undefined> => {
  const session = await db
    .selectFrom('sessions')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (session === undefined) return undefined;
  const user = await findUser(db, session.user_id);
  return user === undefined || user.status !== 'active' ? undefined : { session, user };
};

export const touchSession = async (tx: Tx, tokenHash: string, now: number): Promise<void> => {
  await tx.updateTable('sessions').set({ seen_at: now }).where('token_hash', '=', tokenHash).execute();
};

export const endSession = async (tx: Tx, tokenHash: string, now: number): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('sessions')
    .set({ ended_at: now })
    .where('token_hash', '=', tokenHash)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
};

/** The sessions of a user that have not been ended, the newest first. Some may be idle for too long. */
export const listSessions = (db: Queries, userId: string): Promise<readonly SessionsTable[]> =>
  db
    .selectFrom('sessions')
    .selectAll()
    .where('user_id', '=', userId)
    .where('ended_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('token_hash')
    .execute();

const endAll = async (
  tx: Tx,
  sessions: readonly SessionsTable[],
  now: number,
): Promise<readonly string[]> => {
  const hashes = sessions.map(({ token_hash: hash }) => hash);
  for (const hash of hashes) await endSession(tx, hash, now);
  return hashes;
};

/** Ends the oldest sessions of a user beyond the newest `kept`; gives back which. */
export const endOldestSessions = async (
  tx: Tx,
  userId: string,
  kept: number,
  now: number,
): Promise<readonly string[]> => endAll(tx, (await listSessions(tx, userId)).slice(kept), now);

/** Ends every session of a user but one; gives back which. */
export const endSessionsOf = async (
  tx: Tx,
  userId: string,
  now: number,
  but?: string,
): Promise<readonly string[]> =>
  endAll(
    tx,
    (await listSessions(tx, userId)).filter(({ token_hash: hash }) => hash !== but),
    now,
  );

/** Sessions a day after their end, and links that nobody can use any more. */
export const forgetEnded = async (tx: Tx, now: number): Promise<void> => {
  const dayAgo = now - 24 * 3_600_000;
  await tx
    .deleteFrom('sessions')
    .where((row) => row.or([row('ended_at', '<', dayAgo), row('ends_at', '<', dayAgo)]))
    .execute();
  await tx.deleteFrom('one_time_links').where('expires_at', '<', dayAgo).execute();
};
