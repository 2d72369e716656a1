import type { Queries, Tx } from '../db/transaction.ts';
import type { WrappedRecordKey } from './envelope.ts';

export interface RootInUse {
  readonly id: string;
  readonly usedSince: number;
  /** How many record keys it wraps. */
  readonly records: number;
}

export const listRootKeys = async (db: Queries): Promise<readonly RootInUse[]> => {
  const roots = await db.selectFrom('root_keys').select(['id', 'used_since']).execute();
  const counts = await db
    .selectFrom('record_keys')
    .select((row) => ['root_key_id', row.fn.countAll<number>().as('records')])
    .groupBy('root_key_id')
    .execute();
  const counted = new Map(counts.map((row) => [row.root_key_id, Number(row.records)]));
  return roots.map((row) => ({
    id: row.id,
    usedSince: row.used_since,
    records: counted.get(row.id) ?? 0,
  }));
};

/** Says whether it is new. */
export const beginRootKey = async (
  tx: Tx,
  root: { readonly id: string; readonly fingerprint: string },
  now: number,
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('root_keys')
    .values({ ...root, used_since: now })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
};

/** The database refuses it while a record key points at this root key. */
export const endRootKey = async (tx: Tx, id: string): Promise<void> => {
  await tx.deleteFrom('root_keys').where('id', '=', id).execute();
};

/** Record keys that another root key wraps, in the order of their records. */
export const readKeysToRewrap = async (
  db: Queries,
  current: string,
  after: string,
  limit: number,
): Promise<readonly WrappedRecordKey[]> => {
  const rows = await db
    .selectFrom('record_keys')
    .selectAll()
    .where('root_key_id', '<>', current)
    .where('record_id', '>', after)
    .orderBy('record_id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    recordId: row.record_id,
    dataKeyId: row.data_key_id,
    rootKeyId: row.root_key_id,
    wrapped: row.wrapped,
  }));
};

/** Says whether it was done: not where the record was erased, or rewrapped by somebody else, in the meantime. */
export const replaceWrapping = async (
  tx: Tx,
  from: WrappedRecordKey,
  to: WrappedRecordKey,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('record_keys')
    .set({ root_key_id: to.rootKeyId, wrapped: to.wrapped })
    .where('record_id', '=', from.recordId)
    .where('data_key_id', '=', from.dataKeyId)
    .where('root_key_id', '=', from.rootKeyId)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
};
