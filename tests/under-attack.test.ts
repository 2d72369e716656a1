import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it, onTestFinished, vi } from 'vitest';
import { sameOrigin, testServer } from '../src/server/server.fixture.ts';
import { newDraftAccess } from '../src/server/submissions/form.fixture.ts';

const isFull = process.env.FULL === '1';
vi.setConfig({ testTimeout: 180_000 });

/** How often the patient saves and comes back; the others go on until then. */
const ROUNDS = isFull ? 110 : 12;
/** A person who types saves now and then: the limits of one address are not what is tried here. */
const PAUSE_MS = isFull ? 500 : 50;

/** Each of them has an address of its own; this machine is all of 127.0.0.0/8. */
const addresses = {
  patient: '127.0.0.3',
  slow: '127.0.0.4',
  flood: '127.0.0.5',
  greedy: '127.0.0.6',
} as const;

const SLOW_SOCKETS = 200;
const FLOODING = 20;
const GREEDY = 4;
const FIVE_MIB = Buffer.alloc(5 * 1_024 * 1_024, '[');

interface Asking {
  readonly method: 'GET' | 'PUT';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer<ArrayBuffer>;
}

/** One client, whose connections come from one address. */
const clientAt = (port: number, localAddress: string, maxSockets: number) => {
  const agent = new Agent({ keepAlive: true, maxSockets });
  onTestFinished(() => agent.destroy());
  /** The status, or `cut` where the server hung up. */
  return async ({ method, path, headers = {}, body }: Asking): Promise<number | 'cut'> => {
    const sent = request({
      host: '127.0.0.1',
      port,
      method,
      path,
      agent,
      localAddress,
      headers: {
        ...sameOrigin,
        ...headers,
        ...(body !== undefined && {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
        }),
      },
    });
    try {
      sent.end(body);
      const [reply]: IncomingMessage[] = await once(sent, 'response');
      // The body that the server does not want is still on its way.
      sent.on('error', () => undefined);
      reply?.resume();
      return reply?.statusCode ?? 'cut';
    } catch {
      return 'cut';
    }
  };
};

type Counts = Map<number | 'cut', number>;
const countOne = (counts: Counts, status: number | 'cut') =>
  counts.set(status, (counts.get(status) ?? 0) + 1);
const told = (counts: Counts) => [...counts].map(([status, many]) => `${many} × ${status}`).join(', ');
const sumOf = (counts: Counts) => [...counts.values()].reduce((sum, many) => sum + many, 0);

/** Holds sockets open with a head that never ends. */
const slowly = async (port: number, isOver: () => boolean): Promise<{ readonly shed: number }> => {
  let shed = 0;
  const open = new Set<Socket>();
  const one = () => {
    const socket = connect({ host: '127.0.0.1', port, localAddress: addresses.slow });
    open.add(socket);
    socket.on('error', () => undefined);
    socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n');
    socket.resume();
    socket.once('close', () => {
      open.delete(socket);
      if (!isOver()) shed += 1;
    });
  };
  while (!isOver()) {
    while (open.size < SLOW_SOCKETS) one();
    for (const socket of open) socket.write('X-A: b\r\n');
    await wait(250);
  }
  for (const socket of open) socket.destroy();
  return { shed };
};

const at95 = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1] ?? Number.POSITIVE_INFINITY;

it('a patient who saves and comes back is served while others hold sockets, flood and send too much', async () => {
  const { app } = await testServer();
  await app.listen({ port: 0, host: '127.0.0.1' });
  const [address] = app.addresses();
  if (address === undefined || typeof address === 'string') throw new Error('It does not listen.');
  const { port } = address;
  const repeat = async (ask: () => Promise<number | 'cut'>, counts: Counts) => {
    while (!isOver()) {
      countOne(counts, await ask());
      // All share one processor with the server here: the patient's own steps must come to their turn.
      await wait(1);
    }
  };

  const [flooded, oversize, served]: Counts[] = [new Map(), new Map(), new Map()];
  if (!flooded || !oversize || !served) throw new Error('Nobody counts.');
  let isServed = false;
  const isOver = () => isServed && flooded.has(429);
  const began = performance.now();
  const flood = clientAt(port, addresses.flood, FLOODING);
  const greedy = clientAt(port, addresses.greedy, GREEDY);
  const patient = clientAt(port, addresses.patient, 2);

  const { draftId, verifier } = newDraftAccess();
  const own = { path: `/api/drafts/${draftId}`, headers: { authorization: `Draft ${verifier}` } };
  const times: number[] = [];
  const timed = async (asking: Asking) => {
    const from = performance.now();
    countOne(served, await patient(asking));
    times.push(performance.now() - from);
  };
  const live = async () => {
    for (let version = 0; version < ROUNDS; version += 1) {
      const seen = version === 0 ? { 'if-none-match': '*' } : { 'if-match': `"${version}"` };
      await timed({
        ...own,
        method: 'PUT',
        headers: { ...own.headers, ...seen },
        body: '{"ciphertext":"AAAA"}',
      });
      await timed({ ...own, method: 'GET' });
      await wait(PAUSE_MS);
    }
    isServed = true;
  };

  const [{ shed }] = await Promise.all([
    slowly(port, isOver),
    live(),
    ...Array.from({ length: FLOODING }, () =>
      repeat(() => flood({ method: 'GET', path: '/api/clinic' }), flooded),
    ),
    ...Array.from({ length: GREEDY }, () =>
      repeat(
        () => greedy({ method: 'PUT', path: `/api/submissions/${randomUUID()}`, body: FIVE_MIB }),
        oversize,
      ),
    ),
  ]);

  const p95 = at95(times);
  process.stdout.write(
    `${Math.round(performance.now() - began) / 1_000} s: the patient ${told(served)}, p95 ${Math.round(p95)} ms; ` +
      `slow sockets shed: ${shed}; flood: ${told(flooded)}; 5 MiB bodies: ${told(oversize)}\n`,
  );
  expect([...served.keys()]).toEqual([200]);
  // In short the machine may be busy with other tests: there the figure is only told.
  if (isFull) expect(p95).toBeLessThan(1_000);
  expect(shed).toBeGreaterThanOrEqual(SLOW_SOCKETS - 50);
  expect(flooded.get(429)).toBeGreaterThan(0);
  // A minute's worth, and of a longer attack that of each minute.
  const minutes = Math.ceil((performance.now() - began) / 60_000);
  expect(flooded.get(200) ?? 0).toBeLessThanOrEqual(600 * (minutes + 1));
  expect([...oversize.keys()].filter((status) => ![413, 429, 'cut'].includes(status))).toEqual([]);
  expect(sumOf(oversize)).toBeGreaterThan(0);
});
