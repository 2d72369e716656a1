import { sql } from 'kysely';
import type { Tx } from '../db/transaction.ts';
import { sealedPlaces } from '../keys/sealed-places.ts';

/** Who was signed in when the backup was made may have left since; and a link that was used could be used again. */
export const endSessionsAndLinks = async (tx: Tx, now: number): Promise<void> => {
  await tx.updateTable('sessions').set({ ended_at: now }).where('ended_at', 'is', null).execute();
  await tx.deleteFrom('one_time_links').execute();
};

/** Keys of records that came after the backup. */
export const forgetKeysWithoutRecord = async (tx: Tx): Promise<void> => {
  const records = sealedPlaces.map(
    ({ table, record }) => sql`select ${sql.ref(record)} from ${sql.table(table)}`,
  );
  await sql`delete from record_keys where record_id not in (${sql.join(records, sql` union `)})`.execute(tx);
};

/** Rows of records whose key was destroyed after the backup was made: nobody can read them any more. */
export const forgetRecords = async (tx: Tx, ids: readonly string[]): Promise<void> => {
  for (const id of ids) {
    for (const { table, record } of [...sealedPlaces].reverse()) {
      if (table === 'users') continue;
      await sql`delete from ${sql.table(table)} where ${sql.ref(record)} = ${id}`.execute(tx);
    }
    await tx.deleteFrom('record_keys').where('record_id', '=', id).execute();
  }
};
