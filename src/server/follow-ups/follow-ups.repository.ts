import type { FollowUpLinksTable, FollowUpsTable, SubmissionsTable } from '../db/schema.ts';
import type { Queries, Tx } from '../db/transaction.ts';

export type FollowUpRow = FollowUpsTable;

export const insertFollowUp = async (tx: Tx, row: FollowUpRow): Promise<void> => {
  await tx.insertInto('follow_ups').values(row).execute();
};

export const findFollowUp = (db: Queries, id: string): Promise<FollowUpRow | undefined> =>
  db.selectFrom('follow_ups').selectAll().where('id', '=', id).executeTakeFirst();

export const findReply = (db: Queries, replyId: string): Promise<FollowUpRow | undefined> =>
  db.selectFrom('follow_ups').selectAll().where('reply_id', '=', replyId).executeTakeFirst();

/** The last asked first. */
export const listFollowUps = (db: Queries, submissionId: string): Promise<readonly FollowUpRow[]> =>
  db
    .selectFrom('follow_ups')
    .selectAll()
    .where('submission_id', '=', submissionId)
    .orderBy('asked_at', 'desc')
    .orderBy('id')
    .execute();

/** Says whether nobody had answered it before. */
export const answerFollowUp = async (
  tx: Tx,
  id: string,
  reply: Pick<FollowUpRow, 'answered_at' | 'reply_id' | 'reply_index' | 'reply_version'>,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('follow_ups')
    .set(reply)
    .where('id', '=', id)
    .where('answered_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
};

export const findCaseOfDraft = (db: Queries, draftId: string): Promise<SubmissionsTable | undefined> =>
  db.selectFrom('submissions').selectAll().where('draft_id', '=', draftId).executeTakeFirst();

export type LinkRow = FollowUpLinksTable;

export const insertLink = async (tx: Tx, row: LinkRow): Promise<void> => {
  await tx.insertInto('follow_up_links').values(row).execute();
};

export const findLink = (db: Queries, tokenHash: string): Promise<LinkRow | undefined> =>
  db.selectFrom('follow_up_links').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst();

export const findLastLink = (db: Queries, submissionId: string): Promise<LinkRow | undefined> =>
  db
    .selectFrom('follow_up_links')
    .selectAll()
    .where('submission_id', '=', submissionId)
    .where('ended_at', 'is', null)
    .orderBy('made_at', 'desc')
    .limit(1)
    .executeTakeFirst();

/** Takes one of the tries before the birth date is looked at; says whether there was one left. */
export const takeTry = async (tx: Tx, tokenHash: string, most: number, now: number): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('follow_up_links')
    .set((row) => ({ wrong_tries: row('wrong_tries', '+', 1) }))
    .where('token_hash', '=', tokenHash)
    .where('wrong_tries', '<', most)
    .where('expires_at', '>', now)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
};

export const giveTriesBack = async (tx: Tx, tokenHash: string): Promise<void> => {
  await tx
    .updateTable('follow_up_links')
    .set({ wrong_tries: 0 })
    .where('token_hash', '=', tokenHash)
    .execute();
};
