import { describe, expect, it } from 'vitest';
import { engines } from '../db/store.fixture.ts';
import { type TestServer, testServer } from '../server.fixture.ts';
import { type Deliver, delivered, never, notYet } from './delivery.ts';
import { createDeliveryWorker, MOST_TRIES } from './delivery-worker.ts';
import type { OutboxRow } from './outbox.repository.ts';

const enqueue = ({ deps }: TestServer, refId = 's1') =>
  deps.store.inTransaction((tx) => deps.outbox.enqueue(tx, { kind: 'submission-received', refId }));

const workerFor = ({ deps }: TestServer, email: Deliver) =>
  createDeliveryWorker({ ...deps, channels: new Map([['email', email]]) });

const rowsOf = ({ deps }: TestServer) => deps.store.db().selectFrom('outbox').selectAll().execute();

const collecting = (answer = delivered) => {
  const sent: OutboxRow[] = [];
  const deliver: Deliver = async (row) => {
    sent.push(row);
    return answer;
  };
  return { sent, deliver };
};

describe.each(engines)('a notification on %s', (engine) => {
  it('asked for in a transaction that was undone never leaves', async () => {
    const server = await testServer({ engine });
    const undone = server.deps.store.inTransaction(async (tx) => {
      await server.deps.outbox.enqueue(tx, { kind: 'submission-received', refId: 's1' });
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    const { sent, deliver } = collecting();
    expect(await workerFor(server, deliver).deliverDue()).toBe(0);
    expect(sent).toEqual([]);
  });

  it('leaves once, though three workers look at the same time', async () => {
    const server = await testServer({ engine });
    await Promise.all(Array.from({ length: 30 }, (_, n) => enqueue(server, `s${n}`)));
    const { sent, deliver } = collecting();
    await Promise.all([1, 2, 3].map(() => workerFor(server, deliver).deliverDue()));
    expect(sent.map((row) => row.ref_id).sort()).toEqual(
      Array.from({ length: 30 }, (_, n) => `s${n}`).sort(),
    );
    expect((await rowsOf(server)).every((row) => row.status === 'sent')).toBe(true);
  });

  it('waits until it is due', async () => {
    const server = await testServer({ engine });
    const dueAt = server.clock.now().getTime() + 1_000;
    await server.deps.store.inTransaction((tx) =>
      server.deps.outbox.enqueue(tx, { kind: 'safety-alert-raised', refId: 'a1', dueAt }),
    );
    const worker = workerFor(server, collecting().deliver);
    server.clock.forward(999);
    expect(await worker.deliverDue()).toBe(0);
    server.clock.forward(1);
    expect(await worker.deliverDue()).toBe(1);
  });

  it('is tried again after 30 seconds, then a minute, and so on', async () => {
    const server = await testServer({ engine });
    await enqueue(server);
    const worker = workerFor(server, collecting(notYet('timeout')).deliver);
    expect(await worker.deliverDue()).toBe(1);
    server.clock.forward(29_999);
    expect(await worker.deliverDue()).toBe(0);
    server.clock.forward(1);
    expect(await worker.deliverDue()).toBe(1);
    server.clock.forward(30_000);
    expect(await worker.deliverDue()).toBe(0);
    server.clock.forward(30_000);
    expect(await worker.deliverDue()).toBe(1);
    expect(await rowsOf(server)).toMatchObject([{ status: 'waiting', attempts: 3, last_problem: 'timeout' }]);
  });

  it('is given up after more than a day of tries, with an audit row', async () => {
    const server = await testServer({ engine });
    await enqueue(server);
    const started = server.clock.now().getTime();
    const worker = workerFor(server, collecting(notYet('http-500')).deliver);
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      await worker.deliverDue();
      const [row] = await rowsOf(server);
      if (row?.status === 'waiting') server.clock.forward(row.due_at - server.clock.now().getTime());
    }
    expect(await rowsOf(server)).toMatchObject([{ status: 'dead', last_problem: 'http-500' }]);
    expect(server.clock.now().getTime() - started).toBeGreaterThan(24 * 3_600_000);
    const audit = await server.deps.store.db().selectFrom('audit').select(['action', 'reason']).execute();
    expect(audit).toEqual([{ action: 'notification.give-up', reason: 'http-500' }]);
  });

  it('is given up at once where another try would end the same', async () => {
    const server = await testServer({ engine });
    await enqueue(server);
    await workerFor(server, collecting(never('no-recipient')).deliver).deliverDue();
    expect(await rowsOf(server)).toMatchObject([{ status: 'dead', attempts: 1 }]);
  });

  it('whose process died is tried again by another when its lease has run out', async () => {
    const server = await testServer({ engine });
    await enqueue(server);
    const neverEnds: Deliver = () => new Promise(() => undefined);
    void workerFor(server, neverEnds).deliverDue();
    while ((await rowsOf(server))[0]?.status !== 'leased')
      await new Promise((resolve) => setTimeout(resolve, 5));
    const { sent, deliver } = collecting();
    const other = workerFor(server, deliver);
    expect(await other.deliverDue()).toBe(0);
    server.clock.forward(60_000);
    expect(await other.deliverDue()).toBe(1);
    expect(sent).toHaveLength(1);
  });
});

it('a clinic without mail and webhook has nothing in its outbox', async () => {
  const server = await testServer({ channels: [] });
  await enqueue(server);
  expect(await rowsOf(server)).toEqual([]);
});

it('one that was asked for by two ways leaves by both', async () => {
  const server = await testServer({ channels: ['email', 'webhook'] });
  await enqueue(server);
  expect((await rowsOf(server)).map((row) => row.channel).sort()).toEqual(['email', 'webhook']);
});
