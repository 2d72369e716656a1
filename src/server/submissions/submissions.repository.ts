import { prepared } from '../db/prepared.ts';
import type { CaseTimesTable, SubmissionsTable } from '../db/schema.ts';
import type { Queries, Tx } from '../db/transaction.ts';

export type SubmissionRow = SubmissionsTable;

const insertRow = prepared((db, row: SubmissionRow) =>
  db
    .insertInto('submissions')
    .values(row)
    .onConflict((conflict) => conflict.doNothing()),
);
const insertTimes = prepared((db, row: CaseTimesTable) => db.insertInto('case_times').values(row));

/** Says whether it is new: neither its id nor its reference was there before. From here on its times are counted. */
export const insertSubmission = async (tx: Tx, row: SubmissionRow): Promise<boolean> => {
  const { numAffectedRows } = await insertRow(tx, row);
  if (numAffectedRows !== 1n) return false;
  const { id: submission_id, received_at } = row;
  await insertTimes(tx, { submission_id, received_at, first_read_at: null, decided_at: null });
  return true;
};

export type FirstReceipt = Pick<SubmissionRow, 'body_index' | 'receipt' | 'location'>;

const selectFirstReceipt = prepared((db, { id }: Pick<SubmissionRow, 'id'>) =>
  db.selectFrom('submissions').select(['body_index', 'receipt', 'location']).where('id', '=', id),
);

export const findFirstReceipt = async (db: Queries, id: string): Promise<FirstReceipt | undefined> =>
  (await selectFirstReceipt(db, { id })).rows[0];

const selectReceived = prepared((db, { id }: Pick<SubmissionRow, 'id'>) =>
  db
    .selectFrom('submissions')
    .select('id')
    .where('id', '=', id)
    .unionAll(db.selectFrom('erasures').select('record_id as id').where('record_id', '=', id)),
);

/** Whether a form of this id was ever received, be it here still or erased. */
export const wasReceived = async (db: Queries, id: string): Promise<boolean> =>
  (await selectReceived(db, { id })).rows.length > 0;

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
