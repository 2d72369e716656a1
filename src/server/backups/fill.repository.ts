import { sql } from 'kysely';
import type { Queries, Transactions, Tx } from '../db/transaction.ts';
import type { Entry, TableHead, Value } from './entries.ts';

export type Counts = Readonly<Record<string, number>>;

const ROWS_PER_INSERT = 25;
const ROWS_PER_COMMIT = 1_000;

/** Puts every row where it came from; gives back how many came, by table. */
export const fillTables = async (store: Transactions, entries: AsyncIterable<Entry>): Promise<Counts> => {
  const counts: Record<string, number> = {};
  let head: TableHead = { table: '', columns: [] };
  let rows: (readonly Value[])[] = [];
  const write = async () => {
    const some = rows;
    rows = [];
    if (some.length > 0) await store.inTransaction((tx) => insertRows(tx, head, some));
  };
  for await (const entry of entries) {
    if (entry.kind === 'table') {
      await write();
      head = entry;
      counts[head.table] = 0;
    } else {
      rows.push(entry.values);
      counts[head.table] = (counts[head.table] ?? 0) + 1;
      if (rows.length === ROWS_PER_COMMIT) await write();
    }
  }
  await write();
  return counts;
};

const insertRows = async (
  tx: Tx,
  { table, columns }: TableHead,
  rows: readonly (readonly Value[])[],
): Promise<void> => {
  for (let from = 0; from < rows.length; from += ROWS_PER_INSERT) {
    const values = rows.slice(from, from + ROWS_PER_INSERT).map((row) => sql`(${sql.join(row)})`);
    await sql`insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
      values ${sql.join(values)}`.execute(tx);
  }
};

const HALF_FILLED = 'half-filled';
const MOVED_TO = 'moved-on';

/** A store that is being filled says so until it is whole, so that nothing serves from it before. */
export const markHalfFilled = async (tx: Tx): Promise<void> => {
  await tx.insertInto('meta').values({ name: HALF_FILLED, value: 'yes' }).execute();
};
export const markWhole = async (tx: Tx): Promise<void> => {
  await tx.deleteFrom('meta').where('name', '=', HALF_FILLED).execute();
};

/** The clinic lives elsewhere from now on. */
export const markMoved = async (tx: Tx, day: string): Promise<void> => {
  await tx.insertInto('meta').values({ name: MOVED_TO, value: day }).execute();
};

export type Fitness =
  | { readonly kind: 'empty' | 'whole' | 'half-filled' }
  /** On which day it was moved to another database. */
  | { readonly kind: 'moved'; readonly day: string };

export const readFitness = async (db: Queries): Promise<Fitness> => {
  const rows = await db.selectFrom('meta').select(['name', 'value']).execute();
  if (rows.length === 0) return { kind: 'empty' };
  const moved = rows.find(({ name }) => name === MOVED_TO);
  if (moved !== undefined) return { kind: 'moved', day: moved.value };
  return { kind: rows.some(({ name }) => name === HALF_FILLED) ? 'half-filled' : 'whole' };
};

/** How many rows there are by table; of those tables that are named and exist. */
export const countRows = async (
  { db }: Pick<Transactions, 'db'>,
  tables: readonly string[],
): Promise<Counts> => {
  const counts: Record<string, number> = {};
  for (const table of tables) {
    const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(
      db(),
    );
    counts[table] = Number(rows[0]?.count ?? 0);
  }
  return counts;
};
