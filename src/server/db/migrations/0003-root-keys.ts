import { type Kysely, sql } from 'kysely';
import { columnTypes, type Engine, tableEnd } from '../engine.ts';
import type { Database } from '../schema.ts';

/**
 * The root keys in use get a table of their own, and every record key points at one: the database itself refuses to
 * let a root key go while a record needs it, and a new record under a key that has gone.
 */
export const up = async (db: Kysely<Database>, engine: Engine): Promise<void> => {
  const { text, time, bytes } = columnTypes(engine);
  await db.schema
    .createTable('root_keys')
    .modifyEnd(tableEnd(engine))
    .addColumn('id', text, (c) => c.primaryKey().notNull())
    .addColumn('fingerprint', text, (c) => c.notNull())
    .addColumn('used_since', time, (c) => c.notNull())
    .execute();
  await sql`insert into root_keys (id, fingerprint, used_since)
    select substr(name, 17), value, 0 from meta where name like 'key-fingerprint:k%'`.execute(db);
  await sql`delete from meta where name like 'key-fingerprint:k%'`.execute(db);

  await db.schema
    .createTable('record_keys_pointing')
    .modifyEnd(tableEnd(engine))
    .addColumn('record_id', text, (c) => c.primaryKey().notNull())
    .addColumn('data_key_id', text, (c) => c.notNull())
    .addColumn('root_key_id', text, (c) => c.notNull().references('root_keys.id'))
    .addColumn('wrapped', bytes, (c) => c.notNull())
    .addColumn('created_at', time, (c) => c.notNull())
    .execute();
  await sql`insert into record_keys_pointing
    select record_id, data_key_id, root_key_id, wrapped, created_at from record_keys`.execute(db);
  await db.schema.dropTable('record_keys').execute();
  await db.schema.alterTable('record_keys_pointing').renameTo('record_keys').execute();
  await db.schema.createIndex('record_keys_by_root').on('record_keys').column('root_key_id').execute();
};
