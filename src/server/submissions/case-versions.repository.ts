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

/** The same of many cases: those that a reply has changed. */
export const findNewestVersions = async (
  db: Queries,
  submissionIds: readonly string[],
): Promise<ReadonlyMap<string, CaseVersionRow>> => {
  const newest = new Map<string, CaseVersionRow>();
  for (let from = 0; from < submissionIds.length; from += IDS_PER_QUERY) {
    const rows = await db
      .selectFrom('case_versions')
      .selectAll()
      .where('submission_id', 'in', submissionIds.slice(from, from + IDS_PER_QUERY))
      .orderBy('number')
      .execute();
    for (const row of rows) newest.set(row.submission_id, row);
  }
  return newest;
};

const IDS_PER_QUERY = 500;

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
