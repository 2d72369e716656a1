import { oneAtATime } from '../db/one-at-a-time.repository.ts';
import { prepared } from '../db/prepared.ts';
import type { Queries, Tx } from '../db/transaction.ts';
import type { Action } from './act.ts';
import type { AuditRow } from './chain.ts';

export interface ChainHead {
  readonly seq: number;
  readonly mac: string;
}

/** The end of the chain, held until the transaction ends, so that of two writers the second follows the first. */
export const holdChainHead = async (tx: Tx): Promise<ChainHead | undefined> => {
  await oneAtATime(tx, 'audit chain');
  return readChainHead(tx);
};

const selectChainHead = prepared((db) =>
  db.selectFrom('audit').select(['seq', 'mac']).orderBy('seq', 'desc').limit(1),
);

export const readChainHead = async (db: Queries): Promise<ChainHead | undefined> =>
  (await selectChainHead(db, {})).rows[0];

/** When the newest row says it was written, in milliseconds. */
export const readNewestTime = async (db: Queries): Promise<number | undefined> =>
  (await db.selectFrom('audit').select('at').orderBy('seq', 'desc').limit(1).executeTakeFirst())?.at;

const insertRow = prepared((db, row: AuditRow) => db.insertInto('audit').values(row));

export const insertAuditRow = async (tx: Tx, row: AuditRow): Promise<void> => {
  await insertRow(tx, row);
};

/** How often somebody did this since an instant; what was refused does not count. */
export const countActs = async (
  db: Queries,
  act: { readonly actorId: string; readonly action: Action; readonly since: number },
): Promise<number> => {
  const { many } = await db
    .selectFrom('audit')
    .select(({ fn }) => fn.countAll<number>().as('many'))
    .where('actor_id', '=', act.actorId)
    .where('action', '=', act.action)
    .where('outcome', '=', 'done')
    .where('at', '>', act.since)
    .executeTakeFirstOrThrow();
  return Number(many);
};

const ROWS_PER_PAGE = 2_000;

/** All rows from the first to the last, without holding them all in memory. */
export async function* readChain(db: () => Queries): AsyncGenerator<AuditRow> {
  let after = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const page = await db()
      .selectFrom('audit')
      .selectAll()
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(ROWS_PER_PAGE)
      .execute();
    yield* page;
    const last = page.at(-1);
    if (last === undefined) return;
    after = last.seq;
  }
}
