import type { Transactions } from '../db/transaction.ts';
import { readRootMarks } from './store-identity.repository.ts';
import type { OpenedVault } from './unlock.usecases.ts';

const EVERY_MS = 10_000;

export interface KeyWatch {
  /** Wraps with the newest root key that the store names. */
  look(): Promise<void>;
  start(): void;
  stop(): void;
}

/** A running server takes up a root key that was put into use after it started. */
export const createKeyWatch = (needs: {
  readonly store: Transactions;
  readonly vault: Pick<OpenedVault, 'liveRoots'>;
  /** Told when the folder lacks the key; records under it cannot be read here until it is there. */
  onProblem(error: unknown): void;
}): KeyWatch => {
  let timer: NodeJS.Timeout | undefined;
  const look = async () => needs.vault.liveRoots.use(await readRootMarks(needs.store.db()));
  return {
    look,
    start: () => {
      timer = setInterval(() => void look().catch(needs.onProblem), EVERY_MS).unref();
    },
    stop: () => clearInterval(timer),
  };
};
