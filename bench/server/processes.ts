/** The programs of the bench, each in a process of its own: the server, what it is compared with, who asks them. */
import { execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Job, Report } from './load.ts';

const program = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const main = program('../../src/server/main.ts');
const run = promisify(execFile);

export const canSlowSyncs = (): boolean => spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0;

/** In front of a program: each of its syncs takes so much longer; its other calls are not looked at. */
const slowly = (ms: number): readonly string[] => {
  if (ms === 0) return [];
  const syncs = 'fsync,fdatasync';
  const delay = `inject=${syncs}:delay_exit=${ms * 1_000}`;
  return ['strace', '-f', '--seccomp-bpf', '-o', '/dev/null', '-e', `trace=${syncs}`, '-e', delay];
};

const withNode = (args: readonly string[], syncMs: number): readonly [string, ...string[]] => {
  const [first = process.execPath, ...others] = [...slowly(syncMs), process.execPath, ...args];
  return [first, ...others];
};

/** Asks as the job says, from outside. */
export const load = async (job: Job): Promise<Report> => {
  const { stdout } = await run(process.execPath, [program('load.ts'), JSON.stringify(job)], {
    maxBuffer: 64 * 1_024 ** 2,
  });
  return JSON.parse(stdout);
};

/** A refusal takes no time and would make the numbers better. */
export const refuseRefusals = ({ refused }: Report): void => {
  if (Object.keys(refused).length > 0)
    throw new Error(`The server refused some, by status: ${JSON.stringify(refused)}`);
};

/** Rows a second that SQLite takes from one writer, each synced on its own. */
export const rawEngine = async (rowBytes: number, seconds: number, syncMs: number): Promise<number> => {
  const folder = mkdtempSync(join(tmpdir(), 'prelude-bench-'));
  try {
    const args = [program('raw-engine.ts'), folder, String(rowBytes), String(seconds)];
    const [command, ...others] = withNode(args, syncMs);
    return Number((await run(command, others)).stdout);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

export interface Running {
  readonly url: string;
  /** From its start until it answered. */
  readonly startMs: number;
  readonly output: () => string;
  /** The most memory that it held at once, in MiB; undefined where the system does not tell. */
  peakMemory(): number | undefined;
  stop(): Promise<void>;
}

interface Start {
  readonly args: readonly string[];
  readonly folder: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly syncMs?: number;
}

/** The server, in a folder. Nothing of it is changed but the limits: one machine may send as much as it can. */
export const startServer = (
  folder: string,
  more: { readonly environment?: Readonly<Record<string, string>>; readonly syncMs?: number } = {},
): Promise<Running> => start({ args: ['--import', program('lift-limits.ts'), main], folder, ...more });

/** Fastify alone, which reads the body and answers. */
export const startEmptyHandler = (folder: string): Promise<Running> =>
  start({ args: [program('empty-handler.ts')], folder });

const groups = new Set<number>();
const kill = (group: number, signal: 'SIGTERM' | 'SIGKILL') => process.kill(-group, signal);
// A bench that fails leaves no server behind.
process.on('exit', () => {
  for (const group of groups) kill(group, 'SIGKILL');
});

const start = async ({ args, folder, environment = {}, syncMs = 0 }: Start): Promise<Running> => {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  // Into a file: nobody has to read along, which would take time from the server.
  const log = join(folder, `log-${port}`);
  const written = openSync(log, 'w');
  const [command, ...others] = withNode(args, syncMs);
  const begun = performance.now();
  const child = spawn(command, others, {
    cwd: folder,
    // A group of its own: what slows it goes with it.
    detached: true,
    stdio: ['ignore', written, written],
    env: {
      PATH: process.env.PATH ?? '',
      PORT: String(port),
      TRUST_PROXY: '127.0.0.1,::1',
      ...environment,
    },
  });
  const { pid } = child;
  if (pid === undefined) throw new Error('It has no process.');
  groups.add(pid);
  const ended = once(child, 'exit').then(() => groups.delete(pid));
  const output = () => readFileSync(log, 'utf8');
  while (!(await answers(url))) {
    if (child.exitCode !== null) throw new Error(`It did not start: ${output()}`);
    await pause(20);
  }
  const startMs = performance.now() - begun;
  return {
    url,
    startMs,
    output,
    peakMemory: () => peakMemoryOf(pid),
    stop: async () => {
      kill(pid, 'SIGTERM');
      await ended;
    },
  };
};

const answers = (url: string): Promise<boolean> =>
  fetch(`${url}/readyz`).then(
    async (reply) => {
      await reply.arrayBuffer();
      return true;
    },
    () => false,
  );

const peakMemoryOf = (pid: number): number | undefined => {
  try {
    const [, kib] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kib === undefined ? undefined : Number(kib) / 1_024;
  } catch {
    return undefined;
  }
};

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, 'localhost');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === 'string') throw new Error('No free port.');
  return address.port;
};
