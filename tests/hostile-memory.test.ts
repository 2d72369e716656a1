import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it, vi } from 'vitest';
import { type ChildServer, startServer } from '../src/server/child-server.fixture.ts';
import { temporaryFolder } from '../src/server/db/store.fixture.ts';
import { fieldValues, wholeBodies } from './hostile-values.ts';

vi.setConfig({ testTimeout: 600_000 });

const ROUNDS = 4;
const TIMES_A_ROUND = 160;
/** So many are answered in a minute; what is more is turned away unread. */
const A_MINUTE_MS = 61_000;
const MIB = 1_024 * 1_024;

/** What the kernel holds in memory for the server now, in bytes. */
const memoryOf = ({ child }: ChildServer): number => {
  const kib = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1];
  return Number(kib) * 1_024;
};

const bodies = [
  ...wholeBodies.map(([, body]) => body),
  ...fieldValues.map(([, value]) => `{"formVersion":"1","language":"en","answers":{"firstName":${value}}}`),
];

let knocks = 0;
const send = async (server: ChildServer, body: string | Buffer<ArrayBuffer>): Promise<number> => {
  knocks += 1;
  try {
    const reply = await fetch(`${server.url}/api/submissions/b3b1d9a2-0000-4000-8000-000000000002`, {
      method: 'PUT',
      headers: {
        'content-type': 'application/json',
        'sec-fetch-site': 'same-origin',
        'x-forwarded-for': `10.${knocks >> 16}.${(knocks >> 8) & 255}.${knocks & 255}`,
      },
      body,
    });
    await reply.arrayBuffer();
    return reply.status;
  } catch {
    // It hung up on a body that is too long, as it may.
    return 0;
  }
};

const canLook = existsSync('/proc/self/status');

it.runIf(canLook)(
  'however often the hostile corpus is sent, the server takes no more memory for it',
  async () => {
    const folder = temporaryFolder();
    const server = await startServer(folder);
    const after: number[] = [];
    const statuses = new Map<number, number>();
    for (let round = 0; round < ROUNDS; round += 1) {
      if (round > 0) await pause(A_MINUTE_MS);
      for (let time = 0; time < TIMES_A_ROUND; time += 1) {
        const replies = await Promise.all(bodies.map((body) => send(server, body)));
        for (const status of replies) statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
      after.push(memoryOf(server));
    }
    const told = after.map((bytes) => Math.round(bytes / MIB)).join(', ');
    process.stdout.write(
      `${ROUNDS} × ${TIMES_A_ROUND * bodies.length} hostile bodies, memory after each round: ${told} MiB; ${JSON.stringify([...statuses])}\n`,
    );
    expect([...statuses.keys()].filter((status) => status >= 500 && status !== 503)).toEqual([]);
    // Once it is warm, thousands more add nothing to speak of.
    const [, warm = 0] = after;
    expect(Math.max(...after.slice(2))).toBeLessThan(warm + 48 * MIB);
    expect(Math.max(...after)).toBeLessThan(512 * MIB);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  },
);
