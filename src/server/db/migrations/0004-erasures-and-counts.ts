import { type Kysely, sql } from 'kysely';
import { columnTypes, type Engine, tableEnd } from '../engine.ts';
import type { Database } from '../schema.ts';

/** What was erased, so that an older backup does not bring it back; and what several processes count together. */
export const up = async (db: Kysely<Database>, engine: Engine): Promise<void> => {
  const { text, time, count } = columnTypes(engine);
  const table = (name: keyof Database) => db.schema.createTable(name).modifyEnd(tableEnd(engine));

  await table('erasures')
    .addColumn('record_id', text, (c) => c.primaryKey().notNull())
    .addColumn('erased_at', time, (c) => c.notNull())
    .addColumn('reason', text, (c) => c.notNull())
    .execute();

  await table('request_counts')
    .addColumn('counted', text, (c) => c.primaryKey().notNull())
    .addColumn('many', count, (c) => c.notNull())
    .addColumn('until', time, (c) => c.notNull())
    .execute();
  // A minute's counts need not outlive a crash, so no request waits for the disk because of them.
  if (engine === 'postgres') await sql`alter table request_counts set unlogged`.execute(db);
};
