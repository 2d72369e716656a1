import type { StaffFieldsTable } from '../db/schema.ts';
import type { Queries, Tx } from '../db/transaction.ts';

export const findStaffFields = (db: Queries, submissionId: string): Promise<StaffFieldsTable | undefined> =>
  db.selectFrom('staff_fields').selectAll().where('submission_id', '=', submissionId).executeTakeFirst();

/** Whether it was still the first: somebody else may have been quicker. */
export const insertStaffFields = async (tx: Tx, row: StaffFieldsTable): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('staff_fields')
    .values(row)
    .onConflict((on) => on.column('submission_id').doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
};

/** Whether the version before it was still the one that is stored. */
export const replaceStaffFields = async (tx: Tx, row: StaffFieldsTable): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('staff_fields')
    .set({ version: row.version, saved_at: row.saved_at, fields: row.fields })
    .where('submission_id', '=', row.submission_id)
    .where('version', '=', row.version - 1)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
};
