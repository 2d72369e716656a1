import type { CaseEventsTable, UnsentNotesTable } from '../db/schema.ts';
import type { Queries, Tx } from '../db/transaction.ts';

/** Says whether it is new: the page may have sent it before and not heard the answer. */
export const insertEvent = async (tx: Tx, row: CaseEventsTable): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('case_events')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
};

export const listEvents = (db: Queries, subjectIds: readonly string[]): Promise<readonly CaseEventsTable[]> =>
  db
    .selectFrom('case_events')
    .selectAll()
    .where('subject_id', 'in', subjectIds)
    .orderBy('at')
    .orderBy('id')
    .execute();

export const findUnsent = (
  db: Queries,
  subjectId: string,
  userId: string,
): Promise<UnsentNotesTable | undefined> =>
  db
    .selectFrom('unsent_notes')
    .selectAll()
    .where('subject_id', '=', subjectId)
    .where('user_id', '=', userId)
    .executeTakeFirst();

export const keepUnsent = async (tx: Tx, row: UnsentNotesTable): Promise<void> => {
  const { saved_at, content } = row;
  await tx
    .insertInto('unsent_notes')
    .values(row)
    .onConflict((conflict) => conflict.columns(['subject_id', 'user_id']).doUpdateSet({ saved_at, content }))
    .execute();
};

export const forgetUnsent = async (tx: Tx, subjectId: string, userId: string): Promise<void> => {
  await tx
    .deleteFrom('unsent_notes')
    .where('subject_id', '=', subjectId)
    .where('user_id', '=', userId)
    .execute();
};

/** What the audit knows of a case that the case itself does not: who looked, who exported, when it was escalated. */
export const listActsOn = (
  db: Queries,
  objectIds: readonly string[],
  actions: readonly string[],
  most: number,
) =>
  db
    .selectFrom('audit')
    .select(['seq', 'at', 'actor_kind', 'actor_id', 'action', 'fields'])
    .where('object_type', 'in', ['submission', 'safety-alert'])
    .where('object_id', 'in', objectIds)
    .where('action', 'in', actions)
    .where('outcome', '=', 'done')
    .orderBy('seq', 'desc')
    .limit(most)
    .execute();
export type ActOn = Awaited<ReturnType<typeof listActsOn>>[number];

export const listEscalations = async (db: Queries): Promise<ReadonlyMap<string, Date>> => {
  const rows = await db.selectFrom('escalations').selectAll().execute();
  return new Map(rows.map(({ item_id, told_at }) => [item_id, new Date(told_at)]));
};

export const rememberEscalation = async (tx: Tx, itemId: string, toldAt: number): Promise<void> => {
  await tx
    .insertInto('escalations')
    .values({ item_id: itemId, told_at: toldAt })
    .onConflict((conflict) => conflict.column('item_id').doUpdateSet({ told_at: toldAt }))
    .execute();
};

/** Those that nobody has told of for a while: the item is closed, or somebody has taken it. */
export const forgetEscalations = async (tx: Tx, toldBefore: number): Promise<void> => {
  await tx.deleteFrom('escalations').where('told_at', '<', toldBefore).execute();
};

/** Something was added to it: no new version, but news to whoever has it open. */
export const touch = async (
  tx: Tx,
  { kind, id }: { readonly kind: 'submission' | 'alert'; readonly id: string },
  at: number,
): Promise<void> => {
  const table = kind === 'submission' ? 'submissions' : 'safety_alerts';
  await tx.updateTable(table).set({ updated_at: at }).where('id', '=', id).execute();
};
