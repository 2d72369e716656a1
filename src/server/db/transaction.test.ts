import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { engines, temporaryStore } from './store.fixture.ts';
import type { Tx } from './transaction.ts';

const write = (tx: Tx, name: string, value = 'x') => tx.insertInto('meta').values({ name, value }).execute();

const without = async <T>(promise: Promise<T>): Promise<string> =>
  promise.then(
    () => 'nothing was wrong',
    (error: Error) => error.message,
  );

describe.each(engines)('transactions on %s', (engine) => {
  it('keep all rows of the work that ends, and none of the work that throws', async () => {
    const store = await temporaryStore(engine);
    await store.inTransaction((tx) => write(tx, 'kept'));
    const refused = store.inTransaction(async (tx) => {
      await write(tx, 'half');
      throw new Error('the second half failed');
    });
    expect(await without(refused)).toBe('the second half failed');
    expect(await store.db().selectFrom('meta').select('name').execute()).toEqual([{ name: 'kept' }]);
  });

  it('let a query that forgot to take the transaction see it all the same', async () => {
    const store = await temporaryStore(engine);
    const seen = await store.inTransaction(async (tx) => {
      await write(tx, 'inside');
      await pause(5);
      return store.db().selectFrom('meta').select('name').execute();
    });
    expect(seen).toEqual([{ name: 'inside' }]);
  });

  it('join the one they are called in, so that the outer one decides', async () => {
    const store = await temporaryStore(engine);
    const refused = store.inTransaction(async () => {
      await store.inTransaction((tx) => write(tx, 'inner'));
      throw new Error('outer failed');
    });
    expect(await without(refused)).toBe('outer failed');
    expect(await store.db().selectFrom('meta').selectAll().execute()).toEqual([]);
  });

  it('run two hundred at once, and one that breaks a rule takes no other with it', async () => {
    const store = await temporaryStore(engine);
    await store.inTransaction((tx) => write(tx, 'w-17'));
    const ended = await Promise.allSettled(
      Array.from({ length: 200 }, (_, n) => store.inTransaction((tx) => write(tx, `w-${n}`))),
    );
    expect(ended.map((end, n) => (end.status === 'rejected' ? n : -1)).filter((n) => n >= 0)).toEqual([17]);
    const { rows } = await store
      .db()
      .selectFrom('meta')
      .select((e) => e.fn.countAll<number>().as('rows'))
      .executeTakeFirstOrThrow();
    expect(rows).toBe(200);
  });

  it('keep each caller beside its own work when many share a commit', async () => {
    const store = await temporaryStore(engine);
    const values = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        store.inTransaction(async (tx) => {
          await write(tx, `v-${n}`, String(n));
          const row = await store
            .db()
            .selectFrom('meta')
            .select('value')
            .where('name', '=', `v-${n}`)
            .executeTakeFirst();
          return row?.value;
        }),
      ),
    );
    expect(values).toEqual(Array.from({ length: 50 }, (_, n) => String(n)));
  });

  it('refuse a query that outlives them', async () => {
    const store = await temporaryStore(engine);
    const over = Promise.withResolvers<void>();
    let late: Promise<unknown> = Promise.resolve();
    await store.inTransaction(async (tx) => {
      await write(tx, 'in time');
      late = over.promise.then(() => write(tx, 'too late'));
    });
    over.resolve();
    expect(await without(late)).toMatch(/already committed/);
  });

  it('say by a count whether an update met the version it expected', async () => {
    const store = await temporaryStore(engine);
    await store.inTransaction((tx) => write(tx, 'row', '1'));
    const update = (from: string) =>
      store.inTransaction((tx) =>
        tx
          .updateTable('meta')
          .set({ value: '2' })
          .where('name', '=', 'row')
          .where('value', '=', from)
          .executeTakeFirst(),
      );
    expect((await update('1')).numUpdatedRows).toBe(1n);
    expect((await update('1')).numUpdatedRows).toBe(0n);
  });
});

describe('on SQLite a commit is shared by', () => {
  const countingStore = async () => {
    let commits = 0;
    const store = await temporaryStore('sqlite', {
      through: (dialect) => {
        const driver = dialect.createDriver();
        const commit = driver.commitTransaction.bind(driver);
        driver.commitTransaction = (connection) => {
          commits += 1;
          return commit(connection);
        };
        return Object.assign(dialect, { createDriver: () => driver });
      },
    });
    commits = 0;
    return { store, commits: () => commits };
  };

  it('what several requests bring in one turn of the loop', async () => {
    const { store, commits } = await countingStore();
    const request = (n: number) =>
      new Promise((done) => setTimeout(() => done(store.inTransaction((tx) => write(tx, `r-${n}`))), 0));
    await Promise.all(Array.from({ length: 20 }, (_, n) => request(n)));
    expect(commits()).toBeLessThan(10);
  });

  it('what the next turns bring, as long as each brings more, and no more than 64', async () => {
    const { store, commits } = await countingStore();
    const kept: Promise<unknown>[] = [];
    await new Promise<void>((done) => {
      const arrive = (left: number) => {
        if (left > 1) setImmediate(arrive, left - 1);
        else done();
        kept.push(store.inTransaction((tx) => write(tx, `r-${left}`)));
      };
      arrive(100);
    });
    await Promise.all(kept);
    expect(commits()).toBe(2);
  });
});

it.runIf(engines.includes('postgres'))('on PostgreSQL two that wait for each other both end', async () => {
  const store = await temporaryStore('postgres');
  await store.inTransaction(async (tx) => {
    await write(tx, 'a', '0');
    await write(tx, 'b', '0');
  });
  const set = (tx: Tx, name: string, value: string) =>
    tx.updateTable('meta').set({ value }).where('name', '=', name).execute();
  const inOrder = (first: string, second: string) =>
    store.inTransaction(async (tx) => {
      await set(tx, first, first + second);
      await pause(50);
      await set(tx, second, first + second);
    });
  await Promise.all([inOrder('a', 'b'), inOrder('b', 'a')]);
  const rows = await store.db().selectFrom('meta').select('value').execute();
  expect(new Set(rows.map(({ value }) => value)).size).toBe(1);
});
