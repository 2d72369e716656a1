import type { Kysely } from 'kysely';
import { columnTypes, type Engine, tableEnd } from '../engine.ts';
import type { Database } from '../schema.ts';

/** What staff do with a case: its present work, everything that was done, and what somebody had not finished writing. */
export const up = async (db: Kysely<Database>, engine: Engine): Promise<void> => {
  const { text, time, count, bytes } = columnTypes(engine);
  const table = (name: keyof Database) => db.schema.createTable(name).modifyEnd(tableEnd(engine));

  await db.schema.alterTable('submissions').addColumn('work', bytes).execute();
  await db.schema.alterTable('submissions').addColumn('work_version', count).execute();

  await table('case_events')
    .addColumn('id', text, (c) => c.primaryKey().notNull())
    .addColumn('subject_id', text, (c) => c.notNull())
    .addColumn('at', time, (c) => c.notNull())
    .addColumn('actor_id', text, (c) => c.notNull())
    .addColumn('content', bytes, (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex('case_events_by_subject')
    .on('case_events')
    .columns(['subject_id', 'at'])
    .execute();

  await table('unsent_notes')
    .addColumn('subject_id', text, (c) => c.notNull())
    .addColumn('user_id', text, (c) => c.notNull())
    .addColumn('saved_at', time, (c) => c.notNull())
    .addColumn('content', bytes, (c) => c.notNull())
    .addPrimaryKeyConstraint('unsent_notes_of', ['subject_id', 'user_id'])
    .execute();

  await table('escalations')
    .addColumn('item_id', text, (c) => c.primaryKey().notNull())
    .addColumn('told_at', time, (c) => c.notNull())
    .execute();
};
