import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openStore, type StorePlace } from '../src/server/db/connect.ts';
import { startPostgres } from './postgres.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A SQLite file with all tables and nothing in them. */
    emptyStoreFile: string;
    postgresUrl?: string;
    /** Where its files lie. */
    postgresData?: string;
    /** The same as a database on it. */
    emptyDatabase: string;
  }
}

const DATABASE = 'empty_store';

const makeTables = async (place: StorePlace): Promise<void> => (await openStore(place)).close();

/**
 * Vitest's global setup: a real PostgreSQL on loopback for the length of the run, so that the store's tests run on
 * both engines, and an empty store of each, of which every test gets a copy. Where there is no PostgreSQL it prints
 * one line and the tests run on SQLite alone.
 */
export default async (project: TestProject) => {
  const folder = mkdtempSync(join(tmpdir(), 'prelude-stores-'));
  const file = join(folder, 'empty.sqlite');
  await makeTables({ engine: 'sqlite', file });
  project.provide('emptyStoreFile', file);

  const postgres = await startPostgres();
  if ('missing' in postgres) console.log(`PostgreSQL tests are skipped: ${postgres.missing}`);
  else {
    const client = new pg.Client({ connectionString: postgres.url });
    await client.connect();
    await client.query(`create database ${DATABASE}`);
    await client.end();
    const url = Object.assign(new URL(postgres.url), { pathname: `/${DATABASE}` }).href;
    await makeTables({ engine: 'postgres', url });
    project.provide('postgresUrl', postgres.url);
    project.provide('postgresData', postgres.data);
    project.provide('emptyDatabase', DATABASE);
  }
  return async () => {
    if ('stop' in postgres) await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
};
