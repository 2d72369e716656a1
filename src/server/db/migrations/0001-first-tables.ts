import { type Kysely, sql } from 'kysely';
import { columnTypes, type Engine, tableEnd } from '../engine.ts';
import type { Database } from '../schema.ts';

export const up = async (db: Kysely<Database>, engine: Engine): Promise<void> => {
  const { text, time, count, flag, bytes } = columnTypes(engine);
  const table = (name: keyof Database) => db.schema.createTable(name).modifyEnd(tableEnd(engine));

  await table('meta')
    .addColumn('name', text, (c) => c.primaryKey().notNull())
    .addColumn('value', text, (c) => c.notNull())
    .execute();

  await table('record_keys')
    .addColumn('record_id', text, (c) => c.primaryKey().notNull())
    .addColumn('data_key_id', text, (c) => c.notNull())
    .addColumn('root_key_id', text, (c) => c.notNull())
    .addColumn('wrapped', bytes, (c) => c.notNull())
    .addColumn('created_at', time, (c) => c.notNull())
    .execute();
  await db.schema.createIndex('record_keys_by_root').on('record_keys').column('root_key_id').execute();

  await table('users')
    .addColumn('id', text, (c) => c.primaryKey().notNull())
    .addColumn('status', text, (c) => c.notNull())
    .addColumn('version', count, (c) => c.notNull())
    .addColumn('roles', text, (c) => c.notNull())
    .addColumn('name_index', text, (c) => c.notNull().unique())
    .addColumn('profile', bytes, (c) => c.notNull())
    .addColumn('password_hash', text, (c) => c.notNull())
    .addColumn('created_at', time, (c) => c.notNull())
    .addColumn('updated_at', time, (c) => c.notNull())
    .execute();

  await table('sessions')
    .addColumn('token_hash', text, (c) => c.primaryKey().notNull())
    .addColumn('user_id', text, (c) => c.notNull().references('users.id'))
    .addColumn('created_at', time, (c) => c.notNull())
    .addColumn('seen_at', time, (c) => c.notNull())
    .addColumn('ends_at', time, (c) => c.notNull())
    .addColumn('ended_at', time)
    .execute();
  await db.schema.createIndex('sessions_by_user').on('sessions').column('user_id').execute();

  await table('one_time_links')
    .addColumn('token_hash', text, (c) => c.primaryKey().notNull())
    .addColumn('purpose', text, (c) => c.notNull())
    .addColumn('subject_id', text)
    .addColumn('created_at', time, (c) => c.notNull())
    .addColumn('expires_at', time, (c) => c.notNull())
    .addColumn('used_at', time)
    .execute();

  await table('sign_in_attempts')
    .addColumn('subject', text, (c) => c.primaryKey().notNull())
    .addColumn('failures', count, (c) => c.notNull())
    .addColumn('last_at', time, (c) => c.notNull())
    .addColumn('next_at', time, (c) => c.notNull())
    .addColumn('succeeded_at', time)
    .execute();

  await table('submissions')
    .addColumn('id', text, (c) => c.primaryKey().notNull())
    .addColumn('status', text, (c) => c.notNull())
    .addColumn('version', count, (c) => c.notNull())
    .addColumn('location', text)
    .addColumn('assignee_id', text)
    .addColumn('received_at', time, (c) => c.notNull())
    .addColumn('updated_at', time, (c) => c.notNull())
    .addColumn('closed_at', time)
    .addColumn('retain_until', time)
    .addColumn('on_hold', flag, (c) => c.notNull().defaultTo(0))
    .addColumn('form_version', text, (c) => c.notNull())
    .addColumn('rules_version', text, (c) => c.notNull())
    .addColumn('body_index', text, (c) => c.notNull())
    .addColumn('draft_id', text)
    .addColumn('verifier_hash', text)
    .addColumn('reference_index', text, (c) => c.notNull().unique())
    .addColumn('surname_index', text)
    .addColumn('birth_date_index', text)
    .addColumn('phone_index', text)
    .addColumn('answers', bytes, (c) => c.notNull())
    .addColumn('evaluation', bytes, (c) => c.notNull())
    .addColumn('summary', bytes, (c) => c.notNull())
    .addColumn('receipt', bytes, (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex('submissions_by_status')
    .on('submissions')
    .columns(['status', 'received_at', 'id'])
    .execute();
  await db.schema.createIndex('submissions_by_draft').on('submissions').column('draft_id').execute();
  await db.schema.createIndex('submissions_by_surname').on('submissions').column('surname_index').execute();
  await db.schema
    .createIndex('submissions_by_birth_date')
    .on('submissions')
    .column('birth_date_index')
    .execute();
  await db.schema.createIndex('submissions_by_phone').on('submissions').column('phone_index').execute();

  await table('drafts')
    .addColumn('id', text, (c) => c.primaryKey().notNull())
    .addColumn('version', count, (c) => c.notNull())
    .addColumn('verifier_hash', text, (c) => c.notNull())
    .addColumn('ciphertext', bytes, (c) => c.notNull())
    .addColumn('created_at', time, (c) => c.notNull())
    .addColumn('saved_at', time, (c) => c.notNull())
    .addColumn('expires_at', time, (c) => c.notNull())
    .execute();
  await db.schema.createIndex('drafts_by_expiry').on('drafts').column('expires_at').execute();

  await table('draft_tombstones')
    .addColumn('draft_id', text, (c) => c.primaryKey().notNull())
    .addColumn('verifier_hash', text, (c) => c.notNull())
    .addColumn('reason', text, (c) => c.notNull())
    .addColumn('submission_id', text)
    .addColumn('ended_at', time, (c) => c.notNull())
    .execute();

  await table('safety_alerts')
    .addColumn('id', text, (c) => c.primaryKey().notNull())
    .addColumn('submission_id', text)
    .addColumn('status', text, (c) => c.notNull())
    .addColumn('version', count, (c) => c.notNull())
    .addColumn('location', text)
    .addColumn('assignee_id', text)
    .addColumn('raised_at', time, (c) => c.notNull())
    .addColumn('updated_at', time, (c) => c.notNull())
    .addColumn('body_index', text, (c) => c.notNull())
    .addColumn('address_index', text)
    .addColumn('content', bytes, (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex('safety_alerts_by_status')
    .on('safety_alerts')
    .columns(['status', 'raised_at'])
    .execute();
  await db.schema
    .createIndex('safety_alerts_by_submission')
    .on('safety_alerts')
    .column('submission_id')
    .execute();
  await db.schema
    .createIndex('safety_alerts_by_address')
    .on('safety_alerts')
    .columns(['address_index', 'raised_at'])
    .execute();

  await table('outbox')
    .addColumn('id', text, (c) => c.primaryKey().notNull())
    .addColumn('kind', text, (c) => c.notNull())
    .addColumn('channel', text, (c) => c.notNull())
    .addColumn('ref_id', text, (c) => c.notNull())
    .addColumn('status', text, (c) => c.notNull())
    .addColumn('attempts', count, (c) => c.notNull())
    .addColumn('created_at', time, (c) => c.notNull())
    .addColumn('due_at', time, (c) => c.notNull())
    .addColumn('leased_until', time)
    .addColumn('done_at', time)
    .addColumn('last_problem', text)
    .execute();
  await db.schema.createIndex('outbox_by_due').on('outbox').columns(['status', 'due_at']).execute();

  await table('audit')
    .addColumn('seq', count, (c) => c.primaryKey().notNull())
    .addColumn('at', time, (c) => c.notNull())
    .addColumn('actor_kind', text, (c) => c.notNull())
    .addColumn('actor_id', text)
    .addColumn('actor_roles', text, (c) => c.notNull())
    .addColumn('session_hash', text)
    .addColumn('location', text)
    .addColumn('action', text, (c) => c.notNull())
    .addColumn('object_type', text)
    .addColumn('object_id', text)
    .addColumn('fields', text, (c) => c.notNull())
    .addColumn('outcome', text, (c) => c.notNull())
    .addColumn('reason', text)
    .addColumn('request_id', text)
    .addColumn('address_class', text)
    .addColumn('rules_version', text)
    .addColumn('prev', text, (c) => c.notNull())
    .addColumn('mac', text, (c) => c.notNull())
    .execute();
  await db.schema.createIndex('audit_by_object').on('audit').columns(['object_type', 'object_id']).execute();
  await refuseAuditChanges(db, engine);
};

/** A belt, not the proof: who owns the database can drop it. The proof is the chain and its checkpoints. */
const refuseAuditChanges = async (db: Kysely<Database>, engine: Engine): Promise<void> => {
  if (engine === 'sqlite') {
    for (const act of ['update', 'delete']) {
      await sql
        .raw(
          `create trigger audit_refuses_${act} before ${act} on audit
           begin select raise(abort, 'audit rows are only ever added'); end`,
        )
        .execute(db);
    }
    return;
  }
  await sql
    .raw(
      `create function audit_only_added() returns trigger language plpgsql as
       $$ begin raise exception 'audit rows are only ever added'; end $$`,
    )
    .execute(db);
  await sql
    .raw(
      `create trigger audit_refuses_change before update or delete or truncate on audit
       for each statement execute function audit_only_added()`,
    )
    .execute(db);
};
