import { sql } from 'kysely';
import type { Week } from '../../lib/weeks.ts';
import type { WeekTalliesTable } from '../db/schema.ts';
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

/** What came in a week, and how many whole minutes each waited that has been read, or decided. */
export interface WeekTimes {
  readonly monday: string;
  readonly received: number;
  readonly read: readonly number[];
  readonly decided: readonly number[];
}

/**
 * Read from one index: no row of a case is touched. The store hands over one text a week, which costs a third of a
 * hundred thousand rows. A week in which nothing came has no row.
 */
export const listWeekTimes = async (db: Queries, weeks: readonly Week[]): Promise<readonly WeekTimes[]> => {
  const bounds = weeks.map(({ monday, from }, index) => {
    const until = weeks[index + 1]?.from.getTime() ?? Number.MAX_SAFE_INTEGER;
    return sql`(cast(${monday} as text), cast(${from.getTime()} as bigint), cast(${until} as bigint))`;
  });
  const minutes = (column: 'first_read_at' | 'decided_at') =>
    sql`string_agg(cast((t.${sql.ref(column)} - t.received_at) / 60000 as text), ',')`;
  const { rows } = await sql<{ week: string; received: number; read: string | null; decided: string | null }>`
    with weeks(week, begins, ends) as (values ${sql.join(bounds)})
    select w.week as week, count(*) as received, ${minutes('first_read_at')} as read,
      ${minutes('decided_at')} as decided
    from weeks w join case_times t on t.received_at >= w.begins and t.received_at < w.ends
    group by w.week`.execute(db);
  return rows.map(({ week, received, read, decided }) => ({
    monday: week,
    received: Number(received),
    read: numbersIn(read),
    decided: numbersIn(decided),
  }));
};

const numbersIn = (text: string | null): readonly number[] =>
  text === null ? [] : text.split(',').map(Number);

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
