import { StoreNotReady } from '../db/migrate.ts';
import type { Transactions } from '../db/transaction.ts';
import { BackupProblem } from './backup-problem.ts';
import { readFitness } from './fill.repository.ts';

const CLEAR = 'Empty it first: drop schema public cascade; create schema public;';

/** Only what is empty is filled. */
export const refuseFilled = async ({ db }: Pick<Transactions, 'db'>): Promise<void> => {
  const fitness = await readFitness(db());
  if (fitness.kind === 'empty') return;
  throw new BackupProblem(
    fitness.kind === 'half-filled'
      ? `The database was left half filled by an earlier try, which nothing serves from. ${CLEAR}`
      : 'There is a clinic in this database already. Name an empty one.',
  );
};

/** Nothing serves from a store that is half filled, or that the clinic has left. */
export const refuseUnfit = async ({ db }: Pick<Transactions, 'db'>): Promise<void> => {
  const fitness = await readFitness(db());
  if (fitness.kind === 'half-filled') {
    throw new StoreNotReady(
      `A restore or move into this database was not finished. ${CLEAR} Then begin again.`,
    );
  }
  if (fitness.kind === 'moved') {
    throw new StoreNotReady(
      `This clinic was moved to another database on ${fitness.day}. Set DATABASE_URL to it.`,
    );
  }
};
