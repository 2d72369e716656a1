import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { engines } from '../db/store.fixture.ts';
import { testServer } from '../server.fixture.ts';
import { formOf, send } from '../submissions/form.fixture.ts';
import { createRows } from './open-rows.ts';
import { standOfOpen } from './stand.repository.ts';

describe.each(engines)('how all that is open stands on %s', (engine) => {
  it('is another text after each change, and the same while there is none, or it was rolled back', async () => {
    const { app, deps } = await testServer({ engine });
    const { store } = deps;
    const id = randomUUID();
    const stands = [await standOfOpen(store.db())];
    await send(app, formOf(), { id });
    stands.push(await standOfOpen(store.db()));
    const change = (version: number) =>
      store
        .db()
        .updateTable('submissions')
        .set({ status: 'claimed', version })
        .where('id', '=', id)
        .execute();
    await change(2);
    const claimed = await standOfOpen(store.db());
    stands.push(claimed);
    await store
      .inTransaction(async () => {
        await change(3);
        throw new Error('no room on the disk');
      })
      .catch(() => undefined);
    await store.db().selectFrom('submissions').selectAll().execute();
    expect(await standOfOpen(store.db())).toBe(claimed);
    await store.db().deleteFrom('submissions').where('id', '=', id).execute();
    stands.push(await standOfOpen(store.db()));
    // On PostgreSQL nothing open is nothing open; SQLite only knows that something was written.
    expect(new Set(stands.slice(0, 3)).size).toBe(3);
    expect(stands[3]).not.toBe(claimed);
  });

  it('lets a look keep what the last one opened, until something is written', async () => {
    const { app, deps } = await testServer({ engine });
    const opened = createRows(deps);
    const look = async () => {
      const { line, keep } = await deps.store.inTransaction(opened.open);
      keep();
      return line;
    };
    await send(app, formOf());
    const first = await look();
    expect(await look()).toBe(first);
    await send(app, formOf());
    const second = await look();
    expect([first.rows.length, second.rows.length]).toEqual([1, 2]);
    expect(await look()).toBe(second);
  });
});
