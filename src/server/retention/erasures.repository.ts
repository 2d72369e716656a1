import { sql } from 'kysely';
import { prepared } from '../db/prepared.ts';
import type { ErasuresTable } from '../db/schema.ts';
import type { Queries, Tx } from '../db/transaction.ts';
import { belongings } from './belongings.ts';

export type Erasure = ErasuresTable;

/** Deletes a record with all that belongs to it, its key included, and writes that it was erased. */
export const eraseRecord = async (tx: Tx, erasure: Erasure): Promise<void> => {
  for (const { table, column } of belongings) {
    await sql`delete from ${sql.table(table)} where ${sql.ref(column)} = ${erasure.record_id}`.execute(tx);
  }
  await tx
    .updateTable('draft_tombstones')
    .set({ submission_id: null })
    .where('submission_id', '=', erasure.record_id)
    .execute();
  await noteErasure(tx, erasure);
};

/** What was erased another way, and must not come back either. */
export const noteErasure = async (tx: Tx, erasure: Erasure): Promise<void> => {
  await tx
    .insertInto('erasures')
    .values(erasure)
    .onConflict((conflict) => conflict.column('record_id').doNothing())
    .execute();
};

const selectErasure = prepared((db, { id }: { readonly id: string }) =>
  db.selectFrom('erasures').select('record_id').where('record_id', '=', id),
);

export const isErased = async (db: Queries, id: string): Promise<boolean> =>
  (await selectErasure(db, { id })).rows.length > 0;

/** The whole ledger, to be kept with each backup. */
export const listErasures = (db: Queries): Promise<readonly Erasure[]> =>
  db.selectFrom('erasures').selectAll().orderBy('erased_at').orderBy('record_id').execute();

export const countErasures = async (db: Queries): Promise<number> => {
  const { many } = await db
    .selectFrom('erasures')
    .select((row) => row.fn.countAll<number>().as('many'))
    .executeTakeFirstOrThrow();
  return Number(many);
};

/** After an older backup was restored, and before anybody is served: what was erased since is erased again. */
export const replayErasures = async (tx: Tx, erasures: readonly Erasure[]): Promise<void> => {
  for (const erasure of erasures) await eraseRecord(tx, erasure);
};

/** Deleted bytes still lie in SQLite's log of recent writes; this empties it, unless somebody is reading just now. */
export const emptyWriteLog = async (db: Queries): Promise<void> => {
  await sql`pragma wal_checkpoint(truncate)`.execute(db);
};
