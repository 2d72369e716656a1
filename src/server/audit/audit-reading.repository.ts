import type { Queries } from '../db/transaction.ts';
import type { AuditRow } from './chain.ts';

export interface AuditFilter {
  /** An account's id, or the kind of an actor without one. */
  readonly actor: { readonly id: string } | { readonly kind: string } | undefined;
  readonly action: string | undefined;
  readonly objectId: string | undefined;
  /** Instants: from the first on, before the second. */
  readonly from: number | undefined;
  readonly until: number | undefined;
  readonly beforeSeq: number | undefined;
}

/** Rows that fit, the newest first. */
export const findAuditRows = (
  db: Queries,
  { actor, action, objectId, from, until, beforeSeq }: AuditFilter,
  most: number,
): Promise<readonly AuditRow[]> => {
  let rows = db.selectFrom('audit').selectAll();
  if (actor !== undefined)
    rows = 'id' in actor ? rows.where('actor_id', '=', actor.id) : rows.where('actor_kind', '=', actor.kind);
  if (action !== undefined) rows = rows.where('action', '=', action);
  if (objectId !== undefined) rows = rows.where('object_id', '=', objectId);
  if (from !== undefined) rows = rows.where('at', '>=', from);
  if (until !== undefined) rows = rows.where('at', '<', until);
  if (beforeSeq !== undefined) rows = rows.where('seq', '<', beforeSeq);
  return rows.orderBy('seq', 'desc').limit(most).execute();
};

/** Every kind of act there is a row of. */
export const listActions = async (db: Queries): Promise<readonly string[]> =>
  (await db.selectFrom('audit').select('action').distinct().orderBy('action').execute()).map(
    ({ action }) => action,
  );

export const countAuditRows = async (db: Queries): Promise<number> => {
  const { many } = await db
    .selectFrom('audit')
    .select(({ fn }) => fn.countAll<number>().as('many'))
    .executeTakeFirstOrThrow();
  return Number(many);
};
