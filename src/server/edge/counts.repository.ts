import { sql } from 'kysely';
import type { Queries, Tx } from '../db/transaction.ts';

export interface Count {
  readonly many: number;
  /** When it begins anew. */
  readonly until: number;
}

/** Adds one to what all processes count under a name, and says how many there are in the window that is open. */
export const countOneMore = async (
  db: Queries,
  counted: string,
  window: { readonly now: number; readonly ms: number },
): Promise<Count> => {
  const { rows } = await sql<Count>`
    insert into request_counts as c (counted, many, until) values (${counted}, 1, ${window.now + window.ms})
    on conflict (counted) do update set
      many = case when c.until <= ${window.now} then 1 else c.many + 1 end,
      until = case when c.until <= ${window.now} then excluded.until else c.until end
    returning many, until`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error('A count gave nothing back.');
  return row;
};

/** The open windows among these names. */
export const readCounts = async (
  db: Queries,
  names: readonly string[],
  now: number,
): Promise<ReadonlyMap<string, Count>> => {
  const rows = await db
    .selectFrom('request_counts')
    .selectAll()
    .where('counted', 'in', names)
    .where('until', '>', now)
    .execute();
  return new Map(rows.map(({ counted, many, until }) => [counted, { many, until }]));
};

export const forgetOldCounts = async (tx: Tx, now: number): Promise<void> => {
  await tx.deleteFrom('request_counts').where('until', '<=', now).execute();
};
