import type { Queries } from '../db/transaction.ts';

export interface ListRange {
  /** Received from this instant on, and before that one. */
  readonly from: number;
  readonly before: number;
  readonly view: 'all' | 'open' | 'mine' | 'closed';
  readonly userId: string;
}

const inRange = (db: Queries, { from, before, view, userId }: ListRange) =>
  db
    .selectFrom('submissions')
    .where('received_at', '>=', from)
    .where('received_at', '<', before)
    .$if(view === 'closed', (query) => query.where('status', '=', 'closed'))
    .$if(view === 'open' || view === 'mine', (query) => query.where('status', '!=', 'closed'))
    .$if(view === 'mine', (query) => query.where('assignee_id', '=', userId));

export const countInRange = async (db: Queries, range: ListRange): Promise<number> => {
  const { many } = await inRange(db, range)
    .select((row) => row.fn.countAll<number>().as('many'))
    .executeTakeFirstOrThrow();
  return Number(many);
};

/** When the first case beyond `most` was received: a shorter range ends before it. */
export const receivedAfter = async (
  db: Queries,
  range: ListRange,
  most: number,
): Promise<number | undefined> =>
  (
    await inRange(db, range)
      .select('received_at')
      .orderBy('received_at')
      .orderBy('id')
      .offset(most)
      .limit(1)
      .executeTakeFirst()
  )?.received_at;

export const listInRange = (db: Queries, range: ListRange) =>
  inRange(db, range)
    .select(['id', 'status', 'version', 'received_at', 'answers', 'evaluation'])
    .orderBy('received_at')
    .orderBy('id')
    .execute();
