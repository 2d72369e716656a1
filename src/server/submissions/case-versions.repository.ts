import type { CaseVersionsTable } from '../db/schema.ts';
import type { Queries, Tx } from '../db/transaction.ts';

export type CaseVersionRow = CaseVersionsTable;

/** The newest state of a case; none where no reply has come: then it stands as it was sent. */
export const findNewestVersion = (db: Queries, submissionId: string): Promise<CaseVersionRow | undefined> =>
  db
    .selectFrom('case_versions')
    .selectAll()
    .where('submission_id', '=', submissionId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();

export const listVersions = (db: Queries, submissionId: string): Promise<readonly CaseVersionRow[]> =>
  db
    .selectFrom('case_versions')
    .selectAll()
    .where('submission_id', '=', submissionId)
    .orderBy('number')
    .execute();

/** Says whether it is the next one: of two replies at the same moment one is too late. */
export const insertVersion = async (tx: Tx, row: CaseVersionRow): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('case_versions')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
};
