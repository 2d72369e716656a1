import type { ExpressionBuilder } from 'kysely';
import { isPostgres } from '../db/one-at-a-time.repository.ts';
import { prepared } from '../db/prepared.ts';
import type { Database, OutboxChannel, OutboxTable } from '../db/schema.ts';
import type { Queries, Tx } from '../db/transaction.ts';

export type OutboxRow = OutboxTable;

/** What is told. The words of each kind are in messages.ts; none of them says anything about a person. */
export const notificationKinds = [
  'submission-received',
  'safety-alert-raised',
  'safety-alert-withdrawn',
  'reply-received',
  'patient-message',
  'safety-item-late',
  'safety-item-on-call',
] as const;
export type NotificationKind = (typeof notificationKinds)[number];

export interface NewNotification {
  readonly id: string;
  readonly kind: NotificationKind;
  readonly channel: OutboxChannel;
  /** A random id of the case or alert. */
  readonly refId: string;
  readonly createdAt: number;
  readonly dueAt: number;
}

const insertRow = prepared((db, row: OutboxRow) => db.insertInto('outbox').values(row));

export const insertNotification = async (tx: Tx, notification: NewNotification): Promise<void> => {
  await insertRow(tx, {
    id: notification.id,
    kind: notification.kind,
    channel: notification.channel,
    ref_id: notification.refId,
    status: 'waiting',
    attempts: 0,
    created_at: notification.createdAt,
    due_at: notification.dueAt,
    leased_until: null,
    done_at: null,
    last_problem: null,
  });
};

/** Waiting and due, or leased by a process that died before its lease ran out. */
const isDue = (now: number) => (row: ExpressionBuilder<Database, 'outbox'>) =>
  row.or([
    row.and([row('status', '=', 'waiting'), row('due_at', '<=', now)]),
    row.and([row('status', '=', 'leased'), row('leased_until', '<=', now)]),
  ]);

export const isAnythingDue = async (db: Queries, now: number): Promise<boolean> =>
  (await db.selectFrom('outbox').select('id').where(isDue(now)).limit(1).executeTakeFirst()) !== undefined;

/**
 * Takes what is due, the longest waiting first, so that no other process takes it too. The try is counted here: a
 * message that kills its process is not tried for ever.
 */
export const leaseDue = async (
  tx: Tx,
  lease: { readonly now: number; readonly until: number; readonly most: number },
): Promise<readonly OutboxRow[]> => {
  const due = await tx
    .selectFrom('outbox')
    .select('id')
    .where(isDue(lease.now))
    .orderBy('due_at')
    .orderBy('id')
    .limit(lease.most)
    .$if(isPostgres(tx), (query) => query.forUpdate().skipLocked())
    .execute();
  if (due.length === 0) return [];
  return tx
    .updateTable('outbox')
    .set((row) => ({ status: 'leased', leased_until: lease.until, attempts: row('attempts', '+', 1) }))
    .where(
      'id',
      'in',
      due.map(({ id }) => id),
    )
    .returningAll()
    .execute();
};

/** Messages that were given up: nobody has been told. */
export const countDead = async (db: Queries): Promise<number> => {
  const { many } = await db
    .selectFrom('outbox')
    .select(({ fn }) => fn.countAll<number>().as('many'))
    .where('status', '=', 'dead')
    .executeTakeFirstOrThrow();
  return Number(many);
};

/** All three say whether the lease was still ours: a slow delivery may have been given to another process. */
export const markSent = (tx: Tx, row: OutboxRow, now: number): Promise<boolean> =>
  settle(tx, row, { status: 'sent', done_at: now, last_problem: null });

export const markForRetry = (tx: Tx, row: OutboxRow, dueAt: number, problem: string): Promise<boolean> =>
  settle(tx, row, { status: 'waiting', due_at: dueAt, last_problem: problem });

export const markDead = (tx: Tx, row: OutboxRow, now: number, problem: string): Promise<boolean> =>
  settle(tx, row, { status: 'dead', done_at: now, last_problem: problem });

const settle = async (tx: Tx, row: OutboxRow, change: Partial<OutboxRow>): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('outbox')
    .set({ ...change, leased_until: null })
    .where('id', '=', row.id)
    .where('status', '=', 'leased')
    .where('attempts', '=', row.attempts)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
};
