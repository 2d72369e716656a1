import { sql } from 'kysely';
import type { Tx } from '../db/transaction.ts';
import { sealedPlaces } from '../keys/sealed-places.ts';

/** Who was signed in when the backup was made may have left since; and a link that was used could be used again. */
export const endSessionsAndLinks = async (tx: Tx, now: number): Promise<void> => {
  await tx.updateTable('sessions').set({ ended_at: now }).where('ended_at', 'is', null).execute();
  for (const table of ['one_time_links', 'sign_in_steps', 'passkey_challenges'] as const) {
    await tx.deleteFrom(table).execute();
  }
};

/** Keys of records that came after the backup. */
export const forgetKeysWithoutRecord = async (tx: Tx): Promise<void> => {
  const records = sealedPlaces.map(
    ({ table, record }) => sql`select ${sql.ref(record)} from ${sql.table(table)}`,
  );
  await sql`delete from record_keys where record_id not in (${sql.join(records, sql` union `)})`.execute(tx);
};
