import type { Queries, Tx } from '../db/transaction.ts';
import { ROOT_KEY_NAME } from './key-ring.ts';

/** What a store remembers of the clinic and of the keys it was written with. */
export interface StoreIdentity {
  readonly clinicId: string | undefined;
  /** Fingerprint by key name: of the root keys in use, the index key and the audit key. */
  readonly fingerprints: ReadonlyMap<string, string>;
}

const CLINIC_ID = 'clinic-id';
const FINGERPRINT = 'key-fingerprint:';

export const readStoreIdentity = async (db: Queries): Promise<StoreIdentity> => {
  const rows = await db.selectFrom('meta').selectAll().execute();
  return {
    clinicId: rows.find((row) => row.name === CLINIC_ID)?.value,
    fingerprints: new Map([
      ...(await readRootMarks(db)),
      ...rows
        .filter((row) => row.name.startsWith(FINGERPRINT))
        .map((row) => [row.name.slice(FINGERPRINT.length), row.value] as const),
    ]),
  };
};

/** Fingerprint by name, of the root keys in use. */
export const readRootMarks = async (db: Queries): Promise<ReadonlyMap<string, string>> =>
  new Map(
    (await db.selectFrom('root_keys').select(['id', 'fingerprint']).execute()).map((row) => [
      row.id,
      row.fingerprint,
    ]),
  );

/** In use from the very beginning. */
const ALWAYS = 0;

/** Adds what is not yet known and changes nothing: of two first starts at once, one wins and the other reads it. */
export const rememberStoreIdentity = async (
  tx: Tx,
  clinicId: string,
  fingerprints: ReadonlyMap<string, string>,
): Promise<void> => {
  const named = [...fingerprints];
  const roots = named.filter(([name]) => ROOT_KEY_NAME.test(name));
  const others = named.filter(([name]) => !ROOT_KEY_NAME.test(name));
  await tx
    .insertInto('meta')
    .values([
      { name: CLINIC_ID, value: clinicId },
      ...others.map(([name, value]) => ({ name: FINGERPRINT + name, value })),
    ])
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  if (roots.length === 0) return;
  await tx
    .insertInto('root_keys')
    .values(roots.map(([id, fingerprint]) => ({ id, fingerprint, used_since: ALWAYS })))
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
};
