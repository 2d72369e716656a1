import type { Queries } from '../db/transaction.ts';

export const countDrafts = async (
  db: Queries,
): Promise<{ readonly many: number; readonly next: number | null }> => {
  const { many, next } = await db
    .selectFrom('drafts')
    .select(({ fn }) => [fn.countAll<number>().as('many'), fn.min<number | null>('expires_at').as('next')])
    .executeTakeFirstOrThrow();
  return { many: Number(many), next: next === null ? null : Number(next) };
};

/** In clear stand only times and states: no case is opened to count it. */
export const listKept = (db: Queries) =>
  db.selectFrom('submissions').select(['status', 'closed_at', 'on_hold']).execute();
