import type { Clock } from '../../lib/clock.ts';
import type { Transactions } from '../db/transaction.ts';
import type { Vault } from '../keys/unlock.usecases.ts';
import { createErasureKeeper } from '../retention/erasure-keeper.ts';
import { readChainHead } from './audit.repository.ts';
import { appendCheckpoint } from './checkpoint-files.ts';

export interface Checkpointer {
  /** Seals what has been written since the last time, and keeps what was erased; nothing when nothing was. */
  seal(): Promise<void>;
  start(): void;
  /** Seals once more: a stopped server leaves no row unsealed. */
  stop(): Promise<void>;
}

const EVERY_MS = 60_000;

export const createCheckpointer = (needs: {
  readonly store: Transactions;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly auditDir: string;
  /** Told when a checkpoint could not be written; the next minute tries again. */
  onProblem(error: unknown): void;
}): Checkpointer => {
  const { clinicId, keyRing } = needs.vault;
  let sealed = 0;
  let timer: NodeJS.Timeout | undefined;

  const erasures = createErasureKeeper(needs);

  const seal = async () => {
    await erasures.keep();
    const head = await readChainHead(needs.store.db());
    if (head === undefined || head.seq === sealed) return;
    const checkpoint = { clinicId, ...head, at: needs.clock.now().getTime() };
    appendCheckpoint(needs.auditDir, keyRing.auditCheckpoint, checkpoint);
    sealed = head.seq;
  };

  return {
    seal,
    start: () => {
      timer = setInterval(() => void seal().catch(needs.onProblem), EVERY_MS);
      timer.unref();
    },
    stop: async () => {
      clearInterval(timer);
      await seal();
    },
  };
};
