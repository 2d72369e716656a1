import type { CaseTimesTable, WeekTalliesTable } from '../db/schema.ts';
import type { Queries, Tx } from '../db/transaction.ts';

export const noteFirstRead = async (tx: Tx, submissionId: string, at: number): Promise<void> => {
  await tx
    .updateTable('case_times')
    .set({ first_read_at: at })
    .where('submission_id', '=', submissionId)
    .where('first_read_at', 'is', null)
    .execute();
};

/** The first one counts, whatever is decided after a reply or a reopening. */
export const noteDecision = async (tx: Tx, submissionId: string, at: number): Promise<void> => {
  await tx
    .updateTable('case_times')
    .set({ decided_at: at })
    .where('submission_id', '=', submissionId)
    .where('decided_at', 'is', null)
    .execute();
};

/** A decision that was undone was none; an earlier one stays the first. */
export const takeDecisionBack = async (tx: Tx, submissionId: string, at: number): Promise<void> => {
  await tx
    .updateTable('case_times')
    .set({ decided_at: null })
    .where('submission_id', '=', submissionId)
    .where('decided_at', '=', at)
    .execute();
};

export type CaseTimes = Pick<CaseTimesTable, 'received_at' | 'first_read_at' | 'decided_at'>;

/** Of all that came since. Read from one index: no row of a case is touched. */
export const listCaseTimes = (db: Queries, since: number): Promise<readonly CaseTimes[]> =>
  db
    .selectFrom('case_times')
    .select(['received_at', 'first_read_at', 'decided_at'])
    .where('received_at', '>=', since)
    .execute();

export const findTally = (db: Queries, week: string): Promise<WeekTalliesTable | undefined> =>
  db.selectFrom('week_tallies').selectAll().where('week', '=', week).executeTakeFirst();

export const listTallies = (db: Queries, firstWeek: string): Promise<readonly WeekTalliesTable[]> =>
  db.selectFrom('week_tallies').selectAll().where('week', '>=', firstWeek).execute();

export const insertTally = async (tx: Tx, row: WeekTalliesTable): Promise<void> => {
  await tx.insertInto('week_tallies').values(row).execute();
};

export const updateTally = async (tx: Tx, { week, version, content }: WeekTalliesTable): Promise<void> => {
  await tx.updateTable('week_tallies').set({ version, content }).where('week', '=', week).execute();
};
