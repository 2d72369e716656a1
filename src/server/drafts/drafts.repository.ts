import { prepared } from '../db/prepared.ts';
import type { DraftEnd, DraftsTable, DraftTombstonesTable } from '../db/schema.ts';
import type { Queries, Tx } from '../db/transaction.ts';

export type DraftRow = DraftsTable;
export type Tombstone = DraftTombstonesTable;

type OneDraft = Pick<DraftRow, 'id'>;

const selectDraft = prepared((db, { id }: OneDraft) =>
  db.selectFrom('drafts').selectAll().where('id', '=', id),
);
export const findDraft = async (db: Queries, id: string): Promise<DraftRow | undefined> =>
  (await selectDraft(db, { id })).rows[0];

const selectTombstone = prepared((db, { id }: OneDraft) =>
  db.selectFrom('draft_tombstones').selectAll().where('draft_id', '=', id),
);
export const findTombstone = async (db: Queries, id: string): Promise<Tombstone | undefined> =>
  (await selectTombstone(db, { id })).rows[0];

/** Says whether there was no draft of this id yet. */
export const insertDraft = async (tx: Tx, row: DraftRow): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('drafts')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
};

type NextSave = Pick<DraftRow, 'version' | 'ciphertext' | 'saved_at' | 'expires_at'>;

const updateRow = prepared((db, { id, seen, ...next }: NextSave & OneDraft & { readonly seen: number }) =>
  db.updateTable('drafts').set(next).where('id', '=', id).where('version', '=', seen),
);
/** Says whether the draft still had the version before this one. */
export const updateDraft = async (tx: Tx, id: string, next: NextSave): Promise<boolean> =>
  (await updateRow(tx, { id, seen: next.version - 1, ...next })).numAffectedRows === 1n;

const deleteRow = prepared((db, { id }: OneDraft) => db.deleteFrom('drafts').where('id', '=', id));
export const deleteDraft = async (tx: Tx, id: string): Promise<void> => {
  await deleteRow(tx, { id });
};

const insertOrReplaceTombstone = prepared((db, tombstone: Tombstone) => {
  const { draft_id: _, ...end } = tombstone;
  return db
    .insertInto('draft_tombstones')
    .values(tombstone)
    .onConflict((conflict) =>
      conflict.column('draft_id').doUpdateSet(end).where('draft_tombstones.reason', '!=', 'sent'),
    );
});
/** A later end replaces an earlier one, but nothing replaces `sent`. */
export const putTombstone = async (tx: Tx, tombstone: Tombstone): Promise<void> => {
  await insertOrReplaceTombstone(tx, tombstone);
};

/** Makes room where an expired draft of the same secret still lies. */
export const deleteIfExpired = async (tx: Tx, id: string, now: number): Promise<void> => {
  await tx.deleteFrom('drafts').where('id', '=', id).where('expires_at', '<=', now).execute();
};

/** Takes away what has expired and leaves a tombstone for each. Gives back how many there were. */
export const expireDrafts = async (tx: Tx, now: number): Promise<number> => {
  await tx
    .insertInto('draft_tombstones')
    .columns(['draft_id', 'verifier_hash', 'reason', 'submission_id', 'ended_at'])
    .expression((from) =>
      from
        .selectFrom('drafts')
        .select((row) => [
          'id',
          'verifier_hash',
          row.cast<DraftEnd>(row.val('expired'), 'text').as('reason'),
          row.cast<string | null>(row.val(null), 'text').as('submission_id'),
          row.cast<number>(row.val(now), 'bigint').as('ended_at'),
        ])
        .where('expires_at', '<=', now),
    )
    .onConflict((conflict) => conflict.column('draft_id').doNothing())
    .execute();
  const { numDeletedRows } = await tx.deleteFrom('drafts').where('expires_at', '<=', now).executeTakeFirst();
  return Number(numDeletedRows);
};
