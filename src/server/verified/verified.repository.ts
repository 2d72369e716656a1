import type { VerifiedAnswersTable } from '../db/schema.ts';
import type { Queries, Tx } from '../db/transaction.ts';

export type VerifiedRow = VerifiedAnswersTable;

export const findVerified = (db: Queries, submissionId: string): Promise<VerifiedRow | undefined> =>
  db.selectFrom('verified_answers').selectAll().where('submission_id', '=', submissionId).executeTakeFirst();

/** Says whether nobody was faster. */
export const insertVerified = async (tx: Tx, row: VerifiedRow): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('verified_answers')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
};

/** Says whether it still had the version before this one. */
export const updateVerified = async (tx: Tx, { submission_id, ...change }: VerifiedRow): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('verified_answers')
    .set(change)
    .where('submission_id', '=', submission_id)
    .where('version', '=', change.version - 1)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
};
