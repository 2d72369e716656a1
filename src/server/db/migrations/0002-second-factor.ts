import type { Kysely } from 'kysely';
import { columnTypes, type Engine, tableEnd } from '../engine.ts';
import type { Database } from '../schema.ts';

export const up = async (db: Kysely<Database>, engine: Engine): Promise<void> => {
  const { text, time, count, bytes } = columnTypes(engine);
  const table = (name: keyof Database) => db.schema.createTable(name).modifyEnd(tableEnd(engine));

  // Sessions from before were opened by a password alone: none of them goes on.
  await db.schema.dropTable('sessions').execute();
  await table('sessions')
    .addColumn('token_hash', text, (c) => c.primaryKey().notNull())
    .addColumn('id', text, (c) => c.notNull().unique())
    .addColumn('user_id', text, (c) => c.notNull().references('users.id'))
    .addColumn('device', text, (c) => c.notNull())
    .addColumn('created_at', time, (c) => c.notNull())
    .addColumn('seen_at', time, (c) => c.notNull())
    .addColumn('factor_at', time, (c) => c.notNull())
    .addColumn('ends_at', time, (c) => c.notNull())
    .addColumn('ended_at', time)
    .execute();
  await db.schema.createIndex('sessions_by_user').on('sessions').column('user_id').execute();

  await table('second_factors')
    .addColumn('id', text, (c) => c.primaryKey().notNull())
    .addColumn('user_id', text, (c) => c.notNull().references('users.id'))
    .addColumn('kind', text, (c) => c.notNull())
    .addColumn('version', count, (c) => c.notNull())
    .addColumn('content', bytes, (c) => c.notNull())
    .addColumn('credential_index', text, (c) => c.unique())
    .addColumn('last_step', count, (c) => c.notNull())
    .addColumn('counter', count, (c) => c.notNull())
    .addColumn('created_at', time, (c) => c.notNull())
    .addColumn('confirmed_at', time)
    .addColumn('used_at', time)
    .execute();
  await db.schema.createIndex('second_factors_by_user').on('second_factors').column('user_id').execute();

  await table('recovery_codes')
    .addColumn('code_hash', text, (c) => c.primaryKey().notNull())
    .addColumn('user_id', text, (c) => c.notNull().references('users.id'))
    .addColumn('created_at', time, (c) => c.notNull())
    .addColumn('used_at', time)
    .execute();
  await db.schema.createIndex('recovery_codes_by_user').on('recovery_codes').column('user_id').execute();

  await table('sign_in_steps')
    .addColumn('token_hash', text, (c) => c.primaryKey().notNull())
    .addColumn('kind', text, (c) => c.notNull())
    .addColumn('user_id', text)
    .addColumn('tries', count, (c) => c.notNull())
    .addColumn('ends_at', time, (c) => c.notNull())
    .addColumn('spent_at', time)
    .execute();
  await db.schema.createIndex('sign_in_steps_by_user').on('sign_in_steps').column('user_id').execute();

  await table('passkey_challenges')
    .addColumn('challenge_hash', text, (c) => c.primaryKey().notNull())
    .addColumn('holder_hash', text, (c) => c.notNull())
    .addColumn('ends_at', time, (c) => c.notNull())
    .addColumn('spent_at', time)
    .execute();
};
