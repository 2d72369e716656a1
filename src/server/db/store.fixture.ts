import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { inject, onTestFinished } from 'vitest';
import { openStore, type Store, type StorePlace } from './connect.ts';
import type { Engine } from './engine.ts';

const postgresUrl = inject('postgresUrl');

/** The engines that can be had here; tests of repositories run on each of them. */
export const engines: readonly Engine[] = postgresUrl === undefined ? ['sqlite'] : ['sqlite', 'postgres'];

/** A folder that goes with its test. */
export const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'prelude-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** An empty place for a store, gone with its test. */
export const temporaryPlace = async (engine: Engine): Promise<StorePlace> =>
  engine === 'sqlite'
    ? { engine, file: join(temporaryFolder(), 'data', 'prelude.sqlite') }
    : { engine, url: await newDatabase('template1') };

/** A place with all its tables and nothing in them: a copy of the one that was made before all tests. */
const placeWithTables = async (engine: Engine): Promise<StorePlace> => {
  if (engine === 'postgres') return { engine, url: await newDatabase(inject('emptyDatabase')) };
  const file = join(temporaryFolder(), 'data', 'prelude.sqlite');
  mkdirSync(dirname(file), { mode: 0o700 });
  copyFileSync(inject('emptyStoreFile'), file);
  return { engine, file };
};

const newDatabase = async (template: string): Promise<string> => {
  if (postgresUrl === undefined) throw new Error('There is no PostgreSQL here.');
  const name = `test_${randomBytes(8).toString('hex')}`;
  await onServer(postgresUrl, `create database ${name} template ${template}`);
  onTestFinished(() => onServer(postgresUrl, `drop database ${name} with (force)`));
  return Object.assign(new URL(postgresUrl), { pathname: `/${name}` }).href;
};

/** An empty store with all its tables, closed and gone with its test. */
export const temporaryStore = async (
  engine: Engine,
  around: Parameters<typeof openStore>[1] = {},
): Promise<Store> => {
  const store = await openStore(await placeWithTables(engine), around);
  onTestFinished(() => store.close());
  return store;
};

const onServer = async (url: string, statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
};
