import type { Transactions } from '../db/transaction.ts';
import type { Vault } from '../keys/unlock.usecases.ts';
import { appendErasures, readErasureFile } from './erasure-file.ts';
import { countErasures, listErasures } from './erasures.repository.ts';

export interface ErasureKeeper {
  /** Writes what was erased since, by whichever process, to the list outside the database. */
  keep(): Promise<void>;
}

export const createErasureKeeper = (needs: {
  readonly store: Transactions;
  readonly vault: Vault;
  readonly auditDir: string;
}): ErasureKeeper => {
  const { store, auditDir, vault } = needs;
  const file = { auditDir, key: vault.keyRing.erasures, clinicId: vault.clinicId };
  let kept: Set<string> | undefined;
  return {
    keep: async () => {
      kept ??= new Set(readErasureFile(file).erasures.map(({ record_id }) => record_id));
      const known = kept;
      if ((await countErasures(store.db())) === known.size) return;
      const missing = (await listErasures(store.db())).filter(({ record_id }) => !known.has(record_id));
      if (missing.length === 0) return;
      appendErasures(file, missing);
      for (const { record_id } of missing) known.add(record_id);
    },
  };
};
