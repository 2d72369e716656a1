import { randomUUID } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, it, vi } from 'vitest';
import { sameOrigin, signedInAdministrator, testServer } from '../server.fixture.ts';
import { createStoreWatch } from '../store-watch.ts';
import { formOf, newDraftAccess, plainAnswers, send } from '../submissions/form.fixture.ts';
import { faultyDisk } from './faults.fixture.ts';
import type { Reserve } from './reserve.ts';
import { reserveFile } from './reserve.ts';
import { temporaryFolder, temporaryStore } from './store.fixture.ts';

vi.setConfig({ testTimeout: 30_000 });

type Test = Awaited<ReturnType<typeof testServer>>;

const alert = ({ app }: Test) =>
  app.inject({
    method: 'PUT',
    url: `/api/safety-alerts/${randomUUID()}`,
    headers: sameOrigin,
    payload: {
      submissionId: randomUUID(),
      state: 'raised',
      agreedBy: 'asked',
      language: 'en',
      name: 'Sam Quillfeather',
      phone: '(615) 555-0142',
      whereToday: 'Davidson County',
      answers: { emergencyNow: 'yes' },
    },
  });

const saveDraft = ({ app }: Test) => {
  const { draftId, verifier } = newDraftAccess();
  return app.inject({
    method: 'PUT',
    url: `/api/drafts/${draftId}`,
    headers: { ...sameOrigin, authorization: `Draft ${verifier}`, 'if-none-match': '*' },
    payload: { ciphertext: 'A'.repeat(40_000) },
  });
};

/** SQLite's own limit of pages stands for the disk, so that its errors are the real ones. */
const smallDisk = async () => {
  let isFree = false;
  const reserve: Reserve = {
    free: () => {
      if (!isFree) {
        capacity += 40;
        void room(capacity);
      }
      isFree = true;
    },
    take: () => {
      if (isFree && capacity < 100_000) return false;
      isFree = false;
      return true;
    },
  };
  let capacity = 1_000_000;
  const store = await temporaryStore('sqlite', { reserve });
  const room = (most: number) => sql.raw(`pragma max_page_count = ${most}`).execute(store.db());
  const test = await testServer({ store });
  const fill = async () => {
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(store.db());
    capacity = rows[0]?.page_count ?? 0;
    await room(capacity);
  };
  const empty = async () => {
    capacity = 1_000_000;
    await room(capacity);
  };
  return { test, fill, empty, watch: createStoreWatch(test.deps) };
};

it('on a full disk alerts and reading go on from the reserve, forms wait, and all is well again when there is room', async () => {
  const { test, fill, empty, watch } = await smallDisk();
  const staff = await signedInAdministrator(test);
  const before = randomUUID();
  expect((await send(test.app, formOf(), { id: before })).statusCode).toBe(201);
  const get = async (url: string, headers: object = {}) => {
    const reply = await test.app.inject({ url, headers: { ...headers } });
    return [reply.statusCode, reply.headers['retry-after']];
  };
  const readCase = () => get(`/api/staff/submissions/${before}`, staff);

  await fill();
  const refused = await saveDraft(test);
  expect([refused.statusCode, refused.headers['retry-after']]).toEqual([503, '60']);
  expect(test.deps.store.health.state()).toBe('full');
  await watch.look();
  expect((await test.app.inject('/readyz')).json()).toMatchObject({ status: 'out of space', state: 'red' });

  expect((await send(test.app, formOf())).statusCode).toBe(503);
  expect((await saveDraft(test)).statusCode).toBe(503);
  expect((await alert(test)).statusCode).toBe(200);
  expect(await readCase()).toEqual([200, undefined]);
  for (const url of ['/healthz', '/api/clinic', '/api/questionnaire']) expect((await get(url))[0]).toBe(200);

  // The reserve has an end, too. Then nothing is read that cannot be recorded.
  await fill();
  const statuses = await Promise.all([alert(test), alert(test), alert(test)]);
  expect(statuses.map(({ statusCode }) => statusCode)).toContain(503);
  for (let n = 0; n < 40 && (await readCase())[0] === 200; n += 1);
  expect(await readCase()).toEqual([503, '60']);
  expect((await get('/api/clinic'))[0]).toBe(200);

  await empty();
  await watch.look();
  expect(await get('/readyz')).toEqual([200, undefined]);
  expect((await send(test.app, formOf())).statusCode).toBe(201);
  expect(await readCase()).toEqual([200, undefined]);
  expect(test.logged()).toContain('the store cannot be written');
  expect(test.logged()).toContain('the store can be written again');
});

it('on a disk that fails, staff read nothing, pages go on, and it ends by itself when a write gets through', async () => {
  const disk = faultyDisk('sqlite');
  const store = await temporaryStore('sqlite', { through: disk.through });
  const test = await testServer({ store });
  const watch = createStoreWatch(test.deps);
  const staff = await signedInAdministrator(test);
  const queue = () => test.app.inject({ url: '/api/staff/queue?view=new', headers: staff });
  expect((await queue()).statusCode).toBe(200);
  // Two readings come before: whether this form was received, and whether it was erased.
  disk.arm({ step: 3, when: 'before' });
  const refused = await send(test.app, formOf(plainAnswers));
  expect([refused.statusCode, refused.headers['retry-after']]).toEqual([503, '60']);
  disk.arm();
  expect((await test.app.inject('/readyz')).statusCode).toBe(503);
  expect([(await queue()).statusCode, (await queue()).headers['retry-after']]).toEqual([503, '60']);
  expect((await test.app.inject('/api/clinic')).statusCode).toBe(200);
  disk.arm({ step: 2, when: 'before' });
  await watch.look();
  expect(store.health.state()).toBe('failing');
  disk.arm();
  await watch.look();
  expect(store.health.state()).toBe('well');
  expect((await queue()).statusCode).toBe(200);
});

it('the reserve is 64 MB that are really there, and comes back after it was given up', () => {
  const file = join(temporaryFolder(), 'reserve');
  const reserve = reserveFile(file);
  expect(reserve.take()).toBe(true);
  const { size, blocks, mode } = statSync(file);
  expect([size, blocks * 512 >= size, mode & 0o077]).toEqual([64 * 1_024 * 1_024, true, 0]);
  reserve.free();
  expect(existsSync(file)).toBe(false);
  expect(reserve.take()).toBe(true);
});
