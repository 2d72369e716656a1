import type { Transactions } from '../db/transaction.ts';
import { CannotOpen } from './envelope.ts';
import { type SealedPlace, sealedPlaces } from './sealed-places.ts';
import { readSealedRows, type SealedRow } from './sealed-rows.repository.ts';
import type { Vault } from './unlock.usecases.ts';

export interface Unreadable {
  readonly table: string;
  readonly id: string;
  readonly why: 'key gone' | 'cannot be opened';
}

export interface Opening {
  /** Rows that open, every sealed column of them. */
  readonly opened: number;
  readonly unreadable: readonly Unreadable[];
}

/** Opens every sealed column there is, and keeps nothing of what it holds. */
export const openEverything = async (
  { db }: Pick<Transactions, 'db'>,
  { envelope }: Pick<Vault, 'envelope'>,
): Promise<Opening> => {
  const unreadable: Unreadable[] = [];
  let opened = 0;
  for (const place of sealedPlaces) {
    for await (const row of readSealedRows(db, place)) {
      const why = problemOf(envelope, place, row);
      if (why === undefined) opened += 1;
      else unreadable.push({ table: place.table, id: row.id, why });
    }
  }
  return { opened, unreadable };
};

const problemOf = (
  envelope: Vault['envelope'],
  place: SealedPlace,
  { id, key: wrapped, version, blobs }: SealedRow,
): Unreadable['why'] | undefined => {
  if (wrapped === undefined) return 'key gone';
  try {
    const key = envelope.unwrap(wrapped);
    for (const { column, bytes } of blobs) {
      const name = `${place.table}.${column}`;
      const named = place.named === 'by column' ? name : `${name} ${id}`;
      if (bytes !== null) envelope.open(key, { column: named, version }, bytes);
    }
    return undefined;
  } catch (error) {
    if (error instanceof CannotOpen) return 'cannot be opened';
    throw error;
  }
};
