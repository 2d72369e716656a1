import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type { Engine } from './engine.ts';
import * as m0001 from './migrations/0001-first-tables.ts';
import type { Database } from './schema.ts';

type Step = { readonly name: string; up(db: Kysely<Database>, engine: Engine): Promise<void> };

/** In order, and only ever appended to: a released migration is never edited. */
const steps: readonly Step[] = [{ name: '0001-first-tables', up: m0001.up }];

const bound = (engine: Engine): Record<string, Migration> =>
  Object.fromEntries(steps.map((step) => [step.name, { up: (db) => step.up(db, engine) }]));

export const migrateToLatest = async (kysely: Kysely<Database>, engine: Engine): Promise<void> => {
  const migrator = new Migrator({
    db: kysely,
    provider: { getMigrations: async () => bound(engine) },
  });
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return;
  if (error instanceof Error && error.message.includes('is missing')) {
    throw new Error(
      'The data was written by a newer version of this program. Start that version, or a newer one.',
    );
  }
  throw new Error('The tables could not be brought up to date. Nothing was changed.', { cause: error });
};
