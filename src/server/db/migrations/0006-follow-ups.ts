import type { Kysely } from 'kysely';
import { columnTypes, type Engine, tableEnd } from '../engine.ts';
import type { Database } from '../schema.ts';

/** Questions to the patient, their replies as further versions of a case, verified answers, and who is whom. */
export const up = async (db: Kysely<Database>, engine: Engine): Promise<void> => {
  const { text, time, count, bytes } = columnTypes(engine);
  const table = (name: keyof Database) => db.schema.createTable(name).modifyEnd(tableEnd(engine));

  await table('case_versions')
    .addColumn('submission_id', text, (c) => c.notNull())
    .addColumn('number', count, (c) => c.notNull())
    .addColumn('made_at', time, (c) => c.notNull())
    .addColumn('content', bytes, (c) => c.notNull())
    .addPrimaryKeyConstraint('case_versions_key', ['submission_id', 'number'])
    .execute();

  await table('follow_ups')
    .addColumn('id', text, (c) => c.primaryKey().notNull())
    .addColumn('submission_id', text, (c) => c.notNull())
    .addColumn('asked_by', text, (c) => c.notNull())
    .addColumn('asked_at', time, (c) => c.notNull())
    .addColumn('answered_at', time)
    .addColumn('reply_id', text, (c) => c.unique())
    .addColumn('reply_index', text)
    .addColumn('reply_version', count)
    .addColumn('content', bytes, (c) => c.notNull())
    .execute();
  await db.schema.createIndex('follow_ups_by_case').on('follow_ups').column('submission_id').execute();

  await table('follow_up_links')
    .addColumn('token_hash', text, (c) => c.primaryKey().notNull())
    .addColumn('submission_id', text, (c) => c.notNull())
    .addColumn('made_by', text, (c) => c.notNull())
    .addColumn('made_at', time, (c) => c.notNull())
    .addColumn('expires_at', time, (c) => c.notNull())
    .addColumn('ended_at', time)
    .addColumn('wrong_tries', count, (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex('follow_up_links_by_case')
    .on('follow_up_links')
    .column('submission_id')
    .execute();

  await table('verified_answers')
    .addColumn('submission_id', text, (c) => c.primaryKey().notNull())
    .addColumn('version', count, (c) => c.notNull())
    .addColumn('updated_at', time, (c) => c.notNull())
    .addColumn('content', bytes, (c) => c.notNull())
    .execute();

  await table('same_person')
    .addColumn('one_id', text, (c) => c.notNull())
    .addColumn('other_id', text, (c) => c.notNull())
    .addColumn('version', count, (c) => c.notNull())
    .addColumn('verdict', text, (c) => c.notNull())
    .addColumn('decided_by', text, (c) => c.notNull())
    .addColumn('decided_at', time, (c) => c.notNull())
    .addPrimaryKeyConstraint('same_person_key', ['one_id', 'other_id'])
    .execute();
  await db.schema.createIndex('same_person_by_other').on('same_person').column('other_id').execute();

  // What changed lately is asked once a second while somebody has the portal open.
  await db.schema.createIndex('submissions_by_change').on('submissions').column('updated_at').execute();
  await db.schema.createIndex('safety_alerts_by_change').on('safety_alerts').column('updated_at').execute();
};
