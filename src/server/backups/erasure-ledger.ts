import type { Transactions } from '../db/transaction.ts';
import type { Entry } from './entries.ts';
import { forgetRecords } from './tidy-restored.repository.ts';

/** One line of the ledger of erasures, as it lies in a backup. */
export type Erased = Readonly<Record<string, unknown>>;

/** All of it: some words for each record that was ever erased. */
export const readErased = async (entries: AsyncIterable<Entry>): Promise<readonly Erased[]> => {
  const erased: Erased[] = [];
  let columns: readonly string[] = [];
  for await (const entry of entries) {
    if (entry.kind === 'table') ({ columns } = entry);
    else erased.push(Object.fromEntries(columns.map((column, index) => [column, entry.values[index]])));
  }
  return erased;
};

/** Nothing that was erased comes back with an older backup. Says how many records there were to erase again. */
export const eraseAgain = async (store: Transactions, erased: readonly Erased[]): Promise<number> => {
  const ids = erased.map(({ record_id: id }) => String(id));
  await store.inTransaction((tx) => forgetRecords(tx, ids));
  return ids.length;
};
