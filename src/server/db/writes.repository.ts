import { type Kysely, sql } from 'kysely';
import type { Database } from './schema.ts';
import type { Queries } from './transaction.ts';

/** What lists are made of. */
const counted = ['submissions', 'safety_alerts'] as const satisfies readonly (keyof Database)[];

/**
 * From here on SQLite counts each row of these tables that this process writes: in its memory, as a part of each
 * transaction, so that what is rolled back was not counted.
 */
export const countWrites = async (kysely: Kysely<Database>): Promise<void> => {
  await sql`create temp table writes_here (many integer not null) strict`.execute(kysely);
  await sql`insert into writes_here values (0)`.execute(kysely);
  for (const table of counted)
    for (const kind of ['insert', 'update', 'delete'] as const)
      await sql`
        create temp trigger ${sql.id(`${table}_${kind}`)} after ${sql.raw(kind)} on main.${sql.table(table)}
        begin update writes_here set many = many + 1; end`.execute(kysely);
};

/** Another one as soon as a row of these tables was written here, or anything by another process: SQLite knows both. */
export const writesSoFar = async (db: Queries): Promise<string> => {
  const { rows } = await sql<{ here: number; elsewhere: number }>`
    select many as here, data_version as elsewhere from writes_here, pragma_data_version`.execute(db);
  return rows.map(({ here, elsewhere }) => `${here} ${elsewhere}`).join();
};
