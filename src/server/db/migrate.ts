import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type { Engine } from './engine.ts';
import * as m0001 from './migrations/0001-first-tables.ts';
import * as m0002 from './migrations/0002-second-factor.ts';
import * as m0003 from './migrations/0003-root-keys.ts';
import * as m0004 from './migrations/0004-erasures-and-counts.ts';
import * as m0005 from './migrations/0005-case-work.ts';
import * as m0006 from './migrations/0006-follow-ups.ts';
import * as m0008 from './migrations/0008-staff-fields.ts';
import * as m0011 from './migrations/0011-figures.ts';
import * as m0013 from './migrations/0013-queue-index.ts';
import type { Database } from './schema.ts';

type Step = { readonly name: string; up(db: Kysely<Database>, engine: Engine): Promise<void> };

/** In order, and only ever appended to: a released migration is never edited. */
const steps: readonly Step[] = [
  { name: '0001-first-tables', up: m0001.up },
  { name: '0002-second-factor', up: m0002.up },
  { name: '0003-root-keys', up: m0003.up },
  { name: '0004-erasures-and-counts', up: m0004.up },
  { name: '0005-case-work', up: m0005.up },
  { name: '0006-follow-ups', up: m0006.up },
  { name: '0008-staff-fields', up: m0008.up },
  { name: '0011-figures', up: m0011.up },
  { name: '0013-queue-index', up: m0013.up },
];

const bound = (some: readonly Step[], engine: Engine): Record<string, Migration> =>
  Object.fromEntries(some.map((step) => [step.name, { up: (db) => step.up(db, engine) }]));

const migratorOf = (kysely: Kysely<Database>, engine: Engine, some = steps): Migrator =>
  new Migrator({ db: kysely, provider: { getMigrations: async () => bound(some, engine) } });

/** How the tables stand to this program: `behind` it by some steps, `ahead` of it, or as it knows them. */
type TablesState =
  | { readonly state: 'current'; readonly newest: string }
  | { readonly state: 'behind'; readonly missing: readonly string[] }
  | { readonly state: 'ahead' };

/** Looks and changes nothing. */
const tablesState = async (kysely: Kysely<Database>, engine: Engine): Promise<TablesState> => {
  const known = await migratorOf(kysely, engine).getMigrations();
  const missing = known.filter(({ executedAt }) => executedAt === undefined).map(({ name }) => name);
  if (missing.length < known.length) {
    const done = await sql<{ name: string }>`select name from kysely_migration`.execute(kysely);
    if (done.rows.some(({ name }) => !known.some((step) => step.name === name))) return { state: 'ahead' };
  }
  return missing.length > 0
    ? { state: 'behind', missing }
    : { state: 'current', newest: known.at(-1)?.name ?? '' };
};

const NEWER = 'The data was written by a newer version of this program. Start that version, or a newer one.';

/** The first step that tables with rows in them still lack; `undefined` where they are current, or new. */
export const nextStep = async (kysely: Kysely<Database>, engine: Engine): Promise<string | undefined> => {
  const known = await migratorOf(kysely, engine).getMigrations();
  const isNew = known.every(({ executedAt }) => executedAt === undefined);
  return isNew ? undefined : known.find(({ executedAt }) => executedAt === undefined)?.name;
};

export const migrateToLatest = async (kysely: Kysely<Database>, engine: Engine): Promise<void> => {
  const migrator = migratorOf(kysely, engine);
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return;
  if (error instanceof Error && error.message.includes('is missing')) {
    throw new StoreNotReady(NEWER);
  }
  throw new Error('The tables could not be brought up to date. Nothing was changed.', { cause: error });
};

/** The store is not one that a command may work on. The message is for the operator. */
export class StoreNotReady extends Error {
  override readonly name = 'StoreNotReady';
}

/** Makes tables as those of another store, from which they will be filled: exactly these steps. */
export const migrateAs =
  (names: readonly string[]) =>
  async (kysely: Kysely<Database>, engine: Engine): Promise<void> => {
    const some = steps.filter(({ name }) => names.includes(name));
    if (some.length < names.length) throw new StoreNotReady(NEWER);
    const { error } = await migratorOf(kysely, engine, some).migrateToLatest();
    if (error !== undefined) throw new Error('The tables could not be made.', { cause: error });
  };

/** A command never changes tables under a running server. */
export const refuseOtherTables = async (kysely: Kysely<Database>, engine: Engine): Promise<void> => {
  const tables = await tablesState(kysely, engine);
  if (tables.state === 'ahead') throw new StoreNotReady(NEWER);
  if (tables.state === 'behind') {
    throw new StoreNotReady(
      `The tables are ${tables.missing.length} step(s) behind this program. Start the server, which brings them up to date.`,
    );
  }
};
