import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { CompiledQuery, type DatabaseConnection, type Dialect, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { copyBefore } from './copy-first.repository.ts';
import type { Engine } from './engine.ts';
import { migrateAs, migrateToLatest, nextStep, refuseOtherTables, StoreNotReady } from './migrate.ts';
import type { Reserve } from './reserve.ts';
import type { Database } from './schema.ts';
import { NodeSqliteDialect } from './sqlite-dialect.ts';
import { createStoreHealth, type StoreHealth } from './store-health.ts';
import { createTransactions, type Transactions } from './transaction.ts';
import { countWrites } from './writes.repository.ts';

export type StorePlace =
  | { readonly engine: 'sqlite'; readonly file: string }
  | { readonly engine: 'postgres'; readonly url: string };

export interface Store extends Transactions {
  readonly engine: Engine;
  readonly health: StoreHealth;
  close(): Promise<void>;
}

interface Around {
  /** Room on the disk, to be given up when there is no other. */
  readonly reserve?: Reserve;
  /** Lets a test stand between the queries and the engine. */
  readonly through?: (dialect: Dialect) => Dialect;
}

/** Opens the store and brings its tables up to date, after a copy where it is SQLite. Rejects with a sentence for the operator when it cannot. */
export const openStore = (place: StorePlace, around: Around = {}): Promise<Store> =>
  openWith(
    place,
    async (kysely, engine) => {
      const next = place.engine === 'sqlite' ? await nextStep(kysely, engine) : undefined;
      if (place.engine === 'sqlite' && next !== undefined) await copyBefore(kysely, place.file, next);
      await migrateToLatest(kysely, engine);
    },
    around,
  );

/** Opens a new store whose tables are as those of another one, which saw these migrations. */
export const openStoreLike = (place: StorePlace, migrations: readonly string[]): Promise<Store> =>
  openWith(place, migrateAs(migrations), {});

/**
 * Opens a store that is there and as this program knows it, beside a running server. Rejects with StoreNotReady
 * where there is none: in the wrong folder a command must not begin a new clinic.
 */
export const openExistingStore = async (place: StorePlace): Promise<Store> => {
  if (isStoreMissing(place)) {
    throw new StoreNotReady(
      `There is no clinic's data in ${dirname(place.file)}. Check DATA_DIR, or start the server once.`,
    );
  }
  return openWith(place, refuseOtherTables, {});
};

type SqlitePlace = Extract<StorePlace, { engine: 'sqlite' }>;
const isStoreMissing = (place: StorePlace): place is SqlitePlace =>
  place.engine === 'sqlite' && !existsSync(place.file);

const openWith = async (
  place: StorePlace,
  prepare: (kysely: Kysely<Database>, engine: Engine) => Promise<void>,
  { reserve, through = (dialect) => dialect }: Around,
): Promise<Store> => {
  const dialect = place.engine === 'sqlite' ? openSqlite(place.file) : openPostgres(place.url);
  const kysely = new Kysely<Database>({ dialect: through(dialect) });
  try {
    await prepare(kysely, place.engine);
    if (place.engine === 'sqlite') await countWrites(kysely);
  } catch (error) {
    await kysely.destroy();
    throw error;
  }
  const health = createStoreHealth(reserve);
  const { db, inTransaction } = createTransactions(kysely, place.engine);
  return {
    engine: place.engine,
    health,
    db,
    inTransaction: (work) =>
      inTransaction(work).catch((error: unknown) => {
        health.notice(error);
        throw error;
      }),
    close: () => kysely.destroy(),
  };
};

const openSqlite = (file: string): Dialect => {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const database = new DatabaseSync(file, { timeout: 5_000, enableForeignKeyConstraints: true });
  // FULL is what makes a receipt mean "on disk": with NORMAL a power cut loses acknowledged rows.
  database.exec('pragma journal_mode = wal');
  database.exec('pragma synchronous = full');
  // One copy from the log into the file for several groups of forms.
  database.exec('pragma wal_autocheckpoint = 4000');
  // Erased rows are overwritten, not only unlinked.
  database.exec('pragma secure_delete = on');
  database.exec('pragma trusted_schema = off');
  // What is temporary, and what a member of a group may have to take back, needs no disk, which may be full.
  database.exec('pragma temp_store = memory');
  // 16 MiB of pages: a row of a form spans ten, a list reads through a hundred, and a group writes up to 64.
  database.exec('pragma cache_size = -16384');
  return new NodeSqliteDialect(database);
};

const INT8 = 20;

const openPostgres = (url: string): Dialect => {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5_000,
    types: {
      // Times and counts are far below 2^53, so they may be plain numbers on both engines.
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        oid === INT8 ? Number : pg.types.getTypeParser(oid, format ?? 'text'),
    },
  });
  // A connection that breaks must not end the process, idle or in use; its query fails, and the pool opens another.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return new PostgresDialect({ pool, onCreateConnection: syncEveryCommit });
};

const syncEveryCommit = async (connection: DatabaseConnection): Promise<void> => {
  await connection.executeQuery(
    CompiledQuery.raw(
      "select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off'",
    ),
  );
};
