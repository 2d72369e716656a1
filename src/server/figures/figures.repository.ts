import { type RawBuilder, sql } from 'kysely';
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

/** What came in a week, and how many whole minutes each waited that has been read, or decided: the shortest first. */
export interface WeekTimes {
  readonly monday: string;
  readonly received: number;
  readonly read: Int32Array;
  readonly decided: Int32Array;
}

const boundsOf = (weeks: readonly Week[]) =>
  sql.join(
    weeks.map(
      ({ monday, from, until }) =>
        sql`(cast(${monday} as text), cast(${from.getTime()} as bigint), cast(${until.getTime()} as bigint))`,
    ),
  );

/** Of the cases of one week: asked week by week, the index answers; grouped, all would be sorted first. */
const ofWeek = <T>(what: RawBuilder<T>): RawBuilder<T> =>
  sql`(select ${what} from case_times where received_at >= w.begins and received_at < w.ends)`;

/**
 * Of each week a short text, which is another as soon as a case of it has come or gone, was read or decided: sums of
 * what was waited.
 */
export const listWeekStands = async (
  db: Queries,
  weeks: readonly Week[],
): Promise<ReadonlyMap<string, string>> => {
  const stand = sql<string>`count(*)
    || ' ' || count(first_read_at) || ' ' || coalesce(sum(first_read_at - received_at), 0)
    || ' ' || count(decided_at) || ' ' || coalesce(sum(decided_at - received_at), 0)`;
  const { rows } = await sql<{ week: string; stand: string }>`
    with weeks(week, begins, ends) as (values ${boundsOf(weeks)})
    select w.week as week, ${ofWeek(stand)} as stand from weeks w`.execute(db);
  return new Map(rows.map((row) => [row.week, row.stand]));
};

/** The store hands over one text a week, which costs a third of a hundred thousand rows. */
export const listWeekTimes = async (db: Queries, weeks: readonly Week[]): Promise<readonly WeekTimes[]> => {
  if (weeks.length === 0) return [];
  const minutes = (column: 'first_read_at' | 'decided_at') =>
    sql<string | null>`string_agg(cast((${sql.ref(column)} - received_at) / 60000 as text), ',')`;
  const { rows } = await sql<{ week: string; received: number; read: string | null; decided: string | null }>`
    with weeks(week, begins, ends) as (values ${boundsOf(weeks)})
    select w.week as week, ${ofWeek(sql`count(*)`)} as received, ${ofWeek(minutes('first_read_at'))} as read,
      ${ofWeek(minutes('decided_at'))} as decided
    from weeks w`.execute(db);
  return rows.map(({ week, received, read, decided }) => ({
    monday: week,
    received: Number(received),
    read: shortestFirst(read),
    decided: shortestFirst(decided),
  }));
};

const shortestFirst = (text: string | null): Int32Array =>
  Int32Array.from(text === null ? [] : text.split(','), Number).sort();

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
