import type { Tx } from './transaction.ts';

const PROBE = 'last-probe';

/** The smallest write there is, to see whether the store takes one. */
export const writeProbe = async (tx: Tx, now: number): Promise<void> => {
  const value = String(now);
  await tx
    .insertInto('meta')
    .values({ name: PROBE, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
};
