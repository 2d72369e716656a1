import type { VerifiedAnswersTable } from '../db/schema.ts';
import type { Queries, Tx } from '../db/transaction.ts';

export type VerifiedRow = VerifiedAnswersTable;

export const findVerified = (db: Queries, submissionId: string): Promise<VerifiedRow | undefined> =>
  db.selectFrom('verified_answers').selectAll().where('submission_id', '=', submissionId).executeTakeFirst();

/** The same of many cases: those of which anything was verified. */
export const findVerifiedOf = async (
  db: Queries,
  submissionIds: readonly string[],
): Promise<ReadonlyMap<string, VerifiedRow>> => {
  const found = new Map<string, VerifiedRow>();
  for (let from = 0; from < submissionIds.length; from += IDS_PER_QUERY) {
    const rows = await db
      .selectFrom('verified_answers')
      .selectAll()
      .where('submission_id', 'in', submissionIds.slice(from, from + IDS_PER_QUERY))
      .execute();
    for (const row of rows) found.set(row.submission_id, row);
  }
  return found;
};

const IDS_PER_QUERY = 500;

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
