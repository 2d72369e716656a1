import type { OutboxStatus } from '../db/schema.ts';
import type { Queries, Tx } from '../db/transaction.ts';
import type { NotificationKind, OutboxRow } from './outbox.repository.ts';

export const countByStatus = async (db: Queries): Promise<ReadonlyMap<OutboxStatus, number>> => {
  const rows = await db
    .selectFrom('outbox')
    .select(({ fn }) => ['status', fn.countAll<number>().as('many')])
    .groupBy('status')
    .execute();
  return new Map(rows.map(({ status, many }) => [status, Number(many)]));
};

/** The newest first; after the one that was last on the page before. */
export const listNotices = async (
  db: Queries,
  page: {
    readonly state: OutboxStatus | undefined;
    readonly before: string | undefined;
    readonly most: number;
  },
): Promise<readonly OutboxRow[]> => {
  const last =
    page.before === undefined
      ? undefined
      : await db
          .selectFrom('outbox')
          .select(['id', 'created_at'])
          .where('id', '=', page.before)
          .executeTakeFirst();
  return db
    .selectFrom('outbox')
    .selectAll()
    .$if(page.state !== undefined, (query) => query.where('status', '=', page.state ?? 'dead'))
    .$if(last !== undefined, (query) =>
      query.where((row) =>
        row.or([
          row('created_at', '<', last?.created_at ?? 0),
          row.and([row('created_at', '=', last?.created_at ?? 0), row('id', '<', last?.id ?? '')]),
        ]),
      ),
    )
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(page.most)
    .execute();
};

/** Whether any message of these kinds has arrived of those that were due from then on. */
export const hasArrivedSince = async (
  db: Queries,
  kinds: readonly NotificationKind[],
  since: number,
): Promise<boolean> =>
  (await db
    .selectFrom('outbox')
    .select('id')
    .where('status', '=', 'sent')
    .where('due_at', '>=', since)
    .where('kind', 'in', kinds)
    .limit(1)
    .executeTakeFirst()) !== undefined;

/** Puts one that was given up back in line, with all its tries; says whether it was given up. */
export const sendAgain = async (tx: Tx, id: string, now: number): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('outbox')
    .set({ status: 'waiting', attempts: 0, due_at: now, leased_until: null, done_at: null })
    .where('id', '=', id)
    .where('status', '=', 'dead')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
};

export const isThereNotice = async (db: Queries, id: string): Promise<boolean> =>
  (await db.selectFrom('outbox').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
