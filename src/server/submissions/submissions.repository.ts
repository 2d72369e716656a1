import type { SubmissionsTable } from '../db/schema.ts';
import type { Queries, Tx } from '../db/transaction.ts';

export type SubmissionRow = SubmissionsTable;

/** Says whether it is new: neither its id nor its reference was there before. From here on its times are counted. */
export const insertSubmission = async (tx: Tx, row: SubmissionRow): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('submissions')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) return false;
  const { id: submission_id, received_at } = row;
  await tx
    .insertInto('case_times')
    .values({ submission_id, received_at, first_read_at: null, decided_at: null })
    .execute();
  return true;
};

export type FirstReceipt = Pick<SubmissionRow, 'body_index' | 'receipt' | 'location'>;

export const findFirstReceipt = (db: Queries, id: string): Promise<FirstReceipt | undefined> =>
  db
    .selectFrom('submissions')
    .select(['body_index', 'receipt', 'location'])
    .where('id', '=', id)
    .executeTakeFirst();

export const isThereAnySubmission = async (db: Queries): Promise<boolean> =>
  (await db.selectFrom('submissions').select('id').limit(1).executeTakeFirst()) !== undefined;

/** The draft that was named is somebody else's: the case is kept without it. */
export const forgetDraft = async (tx: Tx, id: string): Promise<void> => {
  await tx
    .updateTable('submissions')
    .set({ draft_id: null, verifier_hash: null })
    .where('id', '=', id)
    .execute();
};
