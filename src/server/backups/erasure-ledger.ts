import * as z from 'zod';
import type { Transactions } from '../db/transaction.ts';
import { type Erasure, replayErasures } from '../retention/erasures.repository.ts';
import type { Entry } from './entries.ts';

const erasureSchema = z.strictObject({ record_id: z.string(), erased_at: z.int(), reason: z.string() });

/** The ledger of erasures as it lies in a backup: a row for each record that was ever erased. */
export const readErasures = async (entries: AsyncIterable<Entry>): Promise<readonly Erasure[]> => {
  const erasures: Erasure[] = [];
  let columns: readonly string[] = [];
  for await (const entry of entries) {
    if (entry.kind === 'table') ({ columns } = entry);
    else {
      const line = columns.map((column, index) => [column, entry.values[index]]);
      erasures.push(erasureSchema.parse(Object.fromEntries(line)));
    }
  }
  return erasures;
};

/** Nothing that was erased comes back with an older backup. */
export const eraseAgain = (store: Transactions, erasures: readonly Erasure[]): Promise<void> =>
  store.inTransaction((tx) => replayErasures(tx, erasures));
