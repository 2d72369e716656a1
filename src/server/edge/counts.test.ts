import { expect, it } from 'vitest';
import { openStore } from '../db/connect.ts';
import { engines, temporaryPlace } from '../db/store.fixture.ts';
import { countOneMore, forgetOldCounts } from './counts.repository.ts';

it.each(engines)('two processes on one store count together, a minute at a time, on %s', async (engine) => {
  const place = await temporaryPlace(engine);
  const one = await openStore(place);
  const other = await openStore(place);
  try {
    const count = (store: typeof one, now: number) =>
      countOneMore(store.db(), 'sending x', { now, ms: 60_000 });
    await Promise.all(Array.from({ length: 20 }, (_, n) => count(n % 2 === 0 ? one : other, 1_000)));
    expect(await count(other, 60_999)).toEqual({ many: 21, until: 61_000 });
    expect(await count(one, 61_000)).toEqual({ many: 1, until: 121_000 });
    await one.inTransaction((tx) => forgetOldCounts(tx, 121_000));
    expect(await other.db().selectFrom('request_counts').selectAll().execute()).toEqual([]);
  } finally {
    await one.close();
    await other.close();
  }
});
