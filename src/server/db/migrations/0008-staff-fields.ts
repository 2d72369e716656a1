import type { Kysely } from 'kysely';
import { columnTypes, type Engine, tableEnd } from '../engine.ts';
import type { Database } from '../schema.ts';

/** What staff add to a case for its payer: sealed under the case's own key, gone with it. */
export const up = async (db: Kysely<Database>, engine: Engine): Promise<void> => {
  const { text, time, count, bytes } = columnTypes(engine);
  await db.schema
    .createTable('staff_fields')
    .modifyEnd(tableEnd(engine))
    .addColumn('submission_id', text, (c) =>
      c.primaryKey().notNull().references('submissions.id').onDelete('cascade'),
    )
    .addColumn('version', count, (c) => c.notNull())
    .addColumn('saved_at', time, (c) => c.notNull())
    .addColumn('fields', bytes, (c) => c.notNull())
    .execute();
  // Who did what, newest first: the audit is read by person and by act, and lists taken out are counted by both.
  await db.schema.createIndex('audit_by_actor').on('audit').columns(['actor_id', 'action', 'seq']).execute();
  await db.schema.createIndex('audit_by_action').on('audit').columns(['action', 'seq']).execute();
  await db.schema.createIndex('audit_by_time').on('audit').column('at').execute();
};
