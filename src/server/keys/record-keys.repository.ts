import { prepared } from '../db/prepared.ts';
import type { RecordKeysTable } from '../db/schema.ts';
import type { Queries, Tx } from '../db/transaction.ts';
import { conflict } from '../edge/problem.ts';
import type { WrappedRecordKey } from './envelope.ts';

const insertRow = prepared((db, row: RecordKeysTable) =>
  db
    .insertInto('record_keys')
    .values(row)
    .onConflict((taken) => taken.column('record_id').doNothing()),
);

/** Cases, alerts and accounts share these ids. Browsers make theirs, so one can come that another record has. */
export const insertRecordKey = async (tx: Tx, key: WrappedRecordKey, now: number): Promise<void> => {
  const { numAffectedRows } = await insertRow(tx, {
    record_id: key.recordId,
    data_key_id: key.dataKeyId,
    root_key_id: key.rootKeyId,
    wrapped: key.wrapped,
    created_at: now,
  });
  if (numAffectedRows === 0n) throw conflict('id-taken', 'This id is taken. Send it again under a new one.');
};

export const findRecordKey = async (db: Queries, recordId: string): Promise<WrappedRecordKey | undefined> =>
  (await findRecordKeys(db, [recordId])).get(recordId);

export const findRecordKeys = async (
  db: Queries,
  recordIds: readonly string[],
): Promise<ReadonlyMap<string, WrappedRecordKey>> => {
  const found = new Map<string, WrappedRecordKey>();
  for (let from = 0; from < recordIds.length; from += IDS_PER_QUERY) {
    const rows = await db
      .selectFrom('record_keys')
      .selectAll()
      .where('record_id', 'in', recordIds.slice(from, from + IDS_PER_QUERY))
      .execute();
    for (const row of rows) {
      found.set(row.record_id, {
        recordId: row.record_id,
        dataKeyId: row.data_key_id,
        rootKeyId: row.root_key_id,
        wrapped: row.wrapped,
      });
    }
  }
  return found;
};

const IDS_PER_QUERY = 500;
