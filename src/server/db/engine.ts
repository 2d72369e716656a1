import { type RawBuilder, sql } from 'kysely';

export type Engine = 'sqlite' | 'postgres';

/** The column types that the two engines name differently. Everything else in a migration is the same SQL. */
export const columnTypes = (engine: Engine) =>
  engine === 'sqlite'
    ? { text: sql`text`, time: sql`integer`, count: sql`integer`, flag: sql`integer`, bytes: sql`blob` }
    : { text: sql`text`, time: sql`bigint`, count: sql`bigint`, flag: sql`smallint`, bytes: sql`bytea` };

/** SQLite checks column types only in STRICT tables; PostgreSQL always does. */
export const tableEnd = (engine: Engine): RawBuilder<unknown> => (engine === 'sqlite' ? sql`strict` : sql``);
