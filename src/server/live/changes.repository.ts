import type { Queries } from '../db/transaction.ts';

/** One row of the queue as it was last written; of an alert, the case that it belongs to as well. */
export interface Change {
  readonly id: string;
  readonly version: number;
  readonly updatedAt: number;
  readonly caseId: string | null;
}

const MOST = 1_000;

/** The cases and alerts that were written since then, whichever process wrote them. */
export const changesSince = async (db: Queries, since: number): Promise<readonly Change[]> => {
  const cases = await db
    .selectFrom('submissions')
    .select(['id', 'version', 'updated_at as updatedAt'])
    .where('updated_at', '>=', since)
    .orderBy('updated_at', 'desc')
    .limit(MOST)
    .execute();
  const alerts = await db
    .selectFrom('safety_alerts')
    .select(['id', 'version', 'updated_at as updatedAt', 'submission_id as caseId'])
    .where('updated_at', '>=', since)
    .orderBy('updated_at', 'desc')
    .limit(MOST)
    .execute();
  return [...cases.map((one) => ({ ...one, caseId: null })), ...alerts];
};
