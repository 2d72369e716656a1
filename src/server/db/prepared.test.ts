import { describe, expect, it } from 'vitest';
import { prepared } from './prepared.ts';
import type { MetaTable } from './schema.ts';
import { engines, temporaryStore } from './store.fixture.ts';

const insert = prepared((db, row: MetaTable) =>
  db
    .insertInto('meta')
    .values(row)
    .onConflict((taken) => taken.doNothing()),
);
const longestOf = prepared((db, { name }: Pick<MetaTable, 'name'>) =>
  db
    .selectFrom('meta')
    .select('value')
    .where('name', '=', name)
    .where('value', '!=', 'left out')
    .orderBy('value', 'desc')
    .limit(1),
);
const change = prepared((db, row: Partial<MetaTable>) =>
  db.updateTable('meta').set(row).where('name', 'in', ['a', 'b']),
);

describe.each(engines)('a query that is built once, on %s', (engine) => {
  it('runs with the values of each call, beside those that stand in it', async () => {
    const store = await temporaryStore(engine);
    const rows = [
      { name: 'a', value: 'first' },
      { name: 'b', value: 'left out' },
      { value: 'told the other way round', name: 'c' },
      { name: 'a', value: 'taken' },
    ];
    const inserted: (bigint | undefined)[] = [];
    for (const row of rows) inserted.push((await insert(store.db(), row)).numAffectedRows);
    expect(inserted).toEqual([1n, 1n, 1n, 0n]);
    const found = [];
    for (const name of ['a', 'b', 'c', 'd'])
      found.push((await longestOf(store.db(), { name })).rows[0]?.value);
    expect(found).toEqual(['first', undefined, 'told the other way round', undefined]);
  });

  it('is another query where other columns are given', async () => {
    const store = await temporaryStore(engine);
    await insert(store.db(), { name: 'a', value: 'x' });
    await change(store.db(), { value: 'y' });
    await change(store.db(), { name: 'b' });
    expect(await store.db().selectFrom('meta').selectAll().execute()).toEqual([{ name: 'b', value: 'y' }]);
  });

  it('is part of the transaction it is asked in', async () => {
    const store = await temporaryStore(engine);
    const refused = store.inTransaction(async (tx) => {
      await insert(tx, { name: 'a', value: 'x' });
      throw new Error('refused');
    });
    await expect(refused).rejects.toThrow('refused');
    expect((await longestOf(store.db(), { name: 'a' })).rows).toEqual([]);
  });
});
