import { AsyncLocalStorage } from 'node:async_hooks';
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import { CompiledQuery, type Kysely, type Transaction } from 'kysely';
import type { Engine } from './engine.ts';
import type { Database } from './schema.ts';

export type Queries = Kysely<Database>;
export type Tx = Transaction<Database>;

/** Await only queries in here: encrypt, hash and fetch before. On PostgreSQL a deadlock makes it run again. */
export type Work<T> = (tx: Tx) => Promise<T>;

export interface Transactions {
  /** The transaction that this code runs in, or else the store. A query can never miss the open transaction. */
  db(): Queries;
  /** All of it or nothing, synced to disk when the promise resolves. Inside another transaction it joins that one. */
  inTransaction<T>(work: Work<T>): Promise<T>;
}

export const createTransactions = (kysely: Kysely<Database>, engine: Engine): Transactions => {
  const current = new AsyncLocalStorage<Tx>();
  const begin =
    engine === 'sqlite' ? groupCommits(kysely, current) : retryDeadlocks(onItsOwn(kysely, current));
  return {
    db: () => current.getStore() ?? kysely,
    inTransaction: (work) => {
      const open = current.getStore();
      return open === undefined ? begin(work) : work(open);
    },
  };
};

type Begin = <T>(work: Work<T>) => Promise<T>;

const onItsOwn =
  (kysely: Kysely<Database>, current: AsyncLocalStorage<Tx>): Begin =>
  (work) =>
    committed(kysely, (tx) => current.run(tx, () => work(tx)));

const committed = async <T>(kysely: Kysely<Database>, work: (tx: Tx) => Promise<T>): Promise<T> => {
  const tx = await kysely.startTransaction().execute();
  try {
    const value = await work(tx);
    await tx.commit().execute();
    return value;
  } catch (error) {
    // A full disk has already rolled SQLite back; the first error is the one to tell.
    await tx
      .rollback()
      .execute()
      .catch(() => undefined);
    throw error;
  }
};

const DEADLOCK_CODES = new Set(['40001', '40P01']);
const isDeadlock = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && DEADLOCK_CODES.has(String(error.code));

const retryDeadlocks =
  (begin: Begin): Begin =>
  async (work) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await begin(work);
      } catch (error) {
        if (attempt === 4 || !isDeadlock(error)) throw error;
        await pause(attempt * 15);
      }
    }
  };

interface Job {
  /** Does the work and hands back how to tell the caller, once it is known to be on disk. */
  run(tx: Tx): Promise<() => void>;
  fail(error: unknown): void;
}

const LARGEST_GROUP = 64;

/**
 * SQLite has one writer, and the whole process waits for the disk at each commit. Work that arrives meanwhile shares
 * the next one, each behind its own savepoint, so that one that fails takes no other with it.
 */
const groupCommits = (kysely: Kysely<Database>, current: AsyncLocalStorage<Tx>): Begin => {
  const waiting: Job[] = [];
  let draining = false;

  /** What the network brings meanwhile is read first, as long as each turn brings more: they share one commit. */
  const gather = async () => {
    for (let before = 0; before < waiting.length && waiting.length < LARGEST_GROUP; ) {
      before = waiting.length;
      await nextTurn();
    }
  };

  const drain = async () => {
    while (waiting.length > 0) {
      await gather();
      await commitGroup(kysely, waiting.splice(0, LARGEST_GROUP));
    }
    draining = false;
  };

  return <T>(work: Work<T>) => {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    const asCaller = AsyncLocalStorage.snapshot();
    waiting.push({
      run: async (tx) => {
        const value = await asCaller(() => current.run(tx, () => work(tx)));
        return () => resolve(value);
      },
      fail: reject,
    });
    if (!draining) {
      draining = true;
      void drain();
    }
    return promise;
  };
};

const commitGroup = async (kysely: Kysely<Database>, jobs: readonly Job[]): Promise<void> => {
  const tell: (() => void)[] = [];
  try {
    await committed(kysely, async (tx) => {
      for (const job of jobs) tell.push(await (jobs.length === 1 ? job.run(tx) : behindSavepoint(job, tx)));
    });
  } catch (error) {
    for (const job of jobs) job.fail(error);
    return;
  }
  for (const caller of tell) caller();
};

const savepoint = CompiledQuery.raw('savepoint job');
const release = CompiledQuery.raw('release job');
const rollbackTo = CompiledQuery.raw('rollback to job');

const behindSavepoint = async (job: Job, tx: Tx): Promise<() => void> => {
  await tx.executeQuery(savepoint);
  try {
    const caller = await job.run(tx);
    await tx.executeQuery(release);
    return caller;
  } catch (error) {
    try {
      await tx.executeQuery(rollbackTo);
      await tx.executeQuery(release);
    } catch {
      // A full disk has rolled back the whole group, savepoints and all: that is what every caller is told.
      throw error;
    }
    return () => job.fail(error);
  }
};
