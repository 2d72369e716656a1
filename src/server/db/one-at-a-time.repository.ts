import { PostgresAdapter, sql } from 'kysely';
import type { Queries, Tx } from './transaction.ts';

export const isPostgres = (db: Queries): boolean => db.getExecutor().adapter instanceof PostgresAdapter;

/**
 * From here to the end of the transaction nobody else holds this name, in any process. SQLite has one writer anyway.
 */
export const oneAtATime = async (tx: Tx, name: string): Promise<void> => {
  if (isPostgres(tx)) await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx);
};
