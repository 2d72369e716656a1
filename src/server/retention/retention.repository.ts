import type { SubmissionsTable } from '../db/schema.ts';
import type { Queries, Tx } from '../db/transaction.ts';

export type HeldCase = Pick<SubmissionsTable, 'id' | 'version' | 'status' | 'on_hold' | 'location'>;

export const findCaseByReference = (db: Queries, referenceIndex: string): Promise<HeldCase | undefined> =>
  db
    .selectFrom('submissions')
    .select(['id', 'version', 'status', 'on_hold', 'location'])
    .where('reference_index', '=', referenceIndex)
    .executeTakeFirst();

export const setHold = async (tx: Tx, id: string, isHeld: boolean): Promise<void> => {
  await tx
    .updateTable('submissions')
    .set({ on_hold: isHeld ? 1 : 0 })
    .where('id', '=', id)
    .execute();
};

export const listAlertsOf = async (db: Queries, submissionId: string): Promise<readonly string[]> => {
  const rows = await db
    .selectFrom('safety_alerts')
    .select('id')
    .where('submission_id', '=', submissionId)
    .execute();
  return rows.map(({ id }) => id);
};

/** Closed before a time and not held back, the oldest first. */
export const listClosedBefore = async (db: Queries, before: number): Promise<readonly string[]> => {
  const rows = await db
    .selectFrom('submissions')
    .select('id')
    .where('status', '=', 'closed')
    .where('on_hold', '=', 0)
    .where('closed_at', '<=', before)
    .orderBy('closed_at')
    .execute();
  return rows.map(({ id }) => id);
};

/** Alerts that are over, of which no form ever came. */
export const listLoneAlertsBefore = async (db: Queries, before: number): Promise<readonly string[]> => {
  const rows = await db
    .selectFrom('safety_alerts')
    .select('id')
    .where('status', '!=', 'raised')
    .where('updated_at', '<=', before)
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom('submissions')
            .select('submissions.id')
            .whereRef('submissions.id', '=', 'safety_alerts.submission_id'),
        ),
      ),
    )
    .execute();
  return rows.map(({ id }) => id);
};

export const countExpiredDrafts = async (db: Queries, now: number): Promise<number> => {
  const { many } = await db
    .selectFrom('drafts')
    .select((row) => row.fn.countAll<number>().as('many'))
    .where('expires_at', '<=', now)
    .executeTakeFirstOrThrow();
  return Number(many);
};

export const countTombstonesBefore = async (db: Queries, before: number): Promise<number> => {
  const { many } = await db
    .selectFrom('draft_tombstones')
    .select((row) => row.fn.countAll<number>().as('many'))
    .where('ended_at', '<=', before)
    .executeTakeFirstOrThrow();
  return Number(many);
};

export const deleteTombstonesBefore = async (tx: Tx, before: number): Promise<void> => {
  await tx.deleteFrom('draft_tombstones').where('ended_at', '<=', before).execute();
};
