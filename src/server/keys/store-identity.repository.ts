import type { Queries, Tx } from '../db/transaction.ts';

/** What a store remembers of the clinic and of the keys it was written with. */
export interface StoreIdentity {
  readonly clinicId: string | undefined;
  /** Fingerprint by key name. */
  readonly fingerprints: ReadonlyMap<string, string>;
}

const CLINIC_ID = 'clinic-id';
const FINGERPRINT = 'key-fingerprint:';

export const readStoreIdentity = async (db: Queries): Promise<StoreIdentity> => {
  const rows = await db.selectFrom('meta').selectAll().execute();
  return {
    clinicId: rows.find((row) => row.name === CLINIC_ID)?.value,
    fingerprints: new Map(
      rows
        .filter((row) => row.name.startsWith(FINGERPRINT))
        .map((row) => [row.name.slice(FINGERPRINT.length), row.value]),
    ),
  };
};

/** Adds what is not yet known and changes nothing: of two first starts at once, one wins and the other reads it. */
export const rememberStoreIdentity = async (
  tx: Tx,
  clinicId: string,
  fingerprints: ReadonlyMap<string, string>,
): Promise<void> => {
  const rows = [
    { name: CLINIC_ID, value: clinicId },
    ...[...fingerprints].map(([name, value]) => ({ name: FINGERPRINT + name, value })),
  ];
  await tx
    .insertInto('meta')
    .values(rows)
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
};
