/** How many forms a second one server takes, beside the engine alone and the framework alone. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Results } from '../performance.ts';
import {
  canSlowSyncs,
  load,
  type Running,
  rawEngine,
  refuseRefusals,
  startEmptyHandler,
  startServer,
} from './processes.ts';
import { inMiB, inMs, median, percentile, times, whole } from './statistics.ts';
import { atLeast, atMost } from './verdict.ts';

const ROUNDS = 3;
const CLIENTS = [1, 16, 64] as const;
const SECONDS = 4;
const WARM_SECONDS = 4;
const SLOW_SYNC_MS = 2;
const MANY = 64;
const GOAL_AT_MANY = 2;

interface Run {
  readonly aSecond: number;
  readonly p50: number;
  readonly p99: number;
}

interface Round {
  readonly raw: number;
  readonly server: ReadonlyMap<number, Run>;
  readonly empty: ReadonlyMap<number, Run>;
  readonly slow: { readonly raw: number; readonly server: Run } | undefined;
  readonly memory: number | undefined;
}

export const measureCapacity = async (): Promise<Pick<Results, 'tables' | 'verdicts' | 'method'>> => {
  const isSlowToo = canSlowSyncs();
  const rounds: Round[] = [];
  for (let n = 0; n < ROUNDS; n += 1) {
    rounds.push(await oneRound(isSlowToo));
    console.log(`round ${n + 1} of ${ROUNDS} is over`);
  }
  const steady = await atTheLimit();
  const memory = Math.max(...[...rounds, steady].map((one) => one.memory ?? Number.NaN));
  const of = (pick: (round: Round) => number | undefined): number =>
    median(rounds.flatMap((round) => pick(round) ?? []));
  const cells = (runs: (round: Round) => ReadonlyMap<number, Run>, clients: number) => [
    whole(of((round) => runs(round).get(clients)?.aSecond)),
    inMs(of((round) => runs(round).get(clients)?.p50)),
    inMs(of((round) => runs(round).get(clients)?.p99)),
  ];
  const overRaw = (clients: number) =>
    of((round) => (round.server.get(clients)?.aSecond ?? Number.NaN) / round.raw);
  /** No server that asks the framework and then the engine can be faster, whatever it does in between. */
  const ceiling = of(({ raw, empty }) => 1 / (1 / raw + 1 / (empty.get(1)?.aSecond ?? Number.NaN)));
  const ceilingOverRaw = of(({ raw, empty }) => 1 / (1 + raw / (empty.get(1)?.aSecond ?? Number.NaN)));
  const overSlowRaw = of((round) => round.slow && round.slow.server.aSecond / round.slow.raw);

  /** What a form could take of the thread, in µs, and still be `factor` times as fast as the engine. */
  const left = (factor: number) =>
    of(({ raw, empty }) => 1_000_000 * (1 / (factor * raw) - 1 / (empty.get(MANY)?.aSecond ?? Number.NaN)));

  return {
    tables: [
      {
        title: 'Forms a second',
        columns: ['', 'A second', 'p50', 'p99', 'Of the engine alone'],
        rows: [
          ['Engine alone, one row a commit', whole(of(({ raw }) => raw)), '', '', '1.00×'],
          ...CLIENTS.map((clients) => [
            `Prelude, ${clients} at once`,
            ...cells(({ server }) => server, clients),
            times(overRaw(clients)),
          ]),
          ...CLIENTS.map((clients) => [
            `Framework alone, ${clients} at once`,
            ...cells(({ empty }) => empty, clients),
            times(of((round) => (round.empty.get(clients)?.aSecond ?? Number.NaN) / round.raw)),
          ]),
          [
            'Framework, then engine, nothing between, 1 at once',
            whole(ceiling),
            '',
            '',
            times(ceilingOverRaw),
          ],
        ],
        note: `The last line is what the best of servers could reach here at one client. At ${MANY} clients, ${GOAL_AT_MANY}× of the engine would leave a form ${whole(left(GOAL_AT_MANY))} µs of the one thread beside the framework.`,
      },
      ...(isSlowToo
        ? [
            {
              title: `The same with ${SLOW_SYNC_MS} ms added to each sync`,
              columns: ['', 'A second', 'p50', 'p99', 'Of the engine alone'],
              rows: [
                ['Engine alone, one row a commit', whole(of(({ slow }) => slow?.raw)), '', '', '1.00×'],
                [
                  `Prelude, ${MANY} at once`,
                  whole(of(({ slow }) => slow?.server.aSecond)),
                  inMs(of(({ slow }) => slow?.server.p50)),
                  inMs(of(({ slow }) => slow?.server.p99)),
                  times(overSlowRaw),
                ],
              ],
            },
          ]
        : []),
      {
        title: 'At a steady pace',
        columns: ['', 'p50', 'p95', 'p99'],
        rows: [
          ['100 forms a second', ...steady.forms.map(inMs)],
          ['32 drafts that are saved without a pause', ...steady.drafts.map(inMs)],
        ],
      },
    ],
    verdicts: [
      atLeast('Forms, 1 at once, of the engine alone', overRaw(1), 0.7, times),
      atLeast('Forms, 64 at once, of the engine alone', overRaw(MANY), GOAL_AT_MANY, times),
      atLeast(`Forms, 64 at once, ${SLOW_SYNC_MS} ms added to each sync`, overSlowRaw, 8, times),
      atMost('100 forms a second, p99', steady.forms[2], 400, inMs),
      atMost('Saves of drafts, p95', steady.drafts[1], 100, inMs),
      atMost('Memory of the server under all that', memory, 512, inMiB),
    ],
    method: [
      `Server, engine, framework and load each in a process of its own on this machine, in turn; medians of ${ROUNDS} rounds, a new store each, after ${WARM_SECONDS} s to warm up.`,
      'A form is the plain patient’s, with the draft that it closes: parsed, walked, screened, sealed and audited as in production; the limits of requests are lifted, nothing else. Every receipt is sent after a sync: `src/server/submissions/killed.test.ts` counts them.',
      'The engine alone is SQLite with the same settings and one table, which writes rows as long as the sealed columns of a form, one synced commit each.',
      `The ${SLOW_SYNC_MS} ms are added by strace to each fsync and fdatasync, of the engine alone and of the server alike.`,
      'At a steady pace an answer is counted from the moment when its request was due.',
    ],
  };
};

const inNewFolder = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'prelude-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const oneRound = async (isSlowToo: boolean): Promise<Round> => {
  const { server, rowBytes, memory } = await inNewFolder(async (folder) => {
    const running = await startServer(folder);
    await forms(running, MANY, WARM_SECONDS);
    const runs = await atEach(running);
    const peak = running.peakMemory();
    await running.stop();
    return { server: runs, rowBytes: bytesOfAForm(folder), memory: peak };
  });
  const raw = await rawEngine(rowBytes, SECONDS, 0);
  const empty = await inNewFolder(async (folder) => {
    const running = await startEmptyHandler(folder);
    await forms(running, MANY, 1);
    const runs = await atEach(running);
    await running.stop();
    return runs;
  });
  const slow = isSlowToo
    ? await inNewFolder(async (folder) => {
        const running = await startServer(folder, { syncMs: SLOW_SYNC_MS });
        await forms(running, MANY, WARM_SECONDS);
        const run = await forms(running, MANY, SECONDS);
        await running.stop();
        return { server: run, raw: await rawEngine(rowBytes, SECONDS, SLOW_SYNC_MS) };
      })
    : undefined;
  return { raw, server, empty, slow, memory };
};

const atEach = async (running: Running): Promise<ReadonlyMap<number, Run>> => {
  const runs = new Map<number, Run>();
  for (const clients of CLIENTS) runs.set(clients, await forms(running, clients, SECONDS));
  return runs;
};

const forms = async ({ url }: Running, clients: number, seconds: number): Promise<Run> => {
  const report = await load({ urls: [url], asked: { kind: 'forms' }, pace: { clients }, seconds });
  refuseRefusals(report);
  const { ms } = report;
  return { aSecond: ms.length / report.seconds, p50: percentile(ms, 0.5), p99: percentile(ms, 0.99) };
};

/** What the whole server is let to take in a minute, evenly. */
const atTheLimit = () =>
  inNewFolder(async (folder) => {
    const running = await startServer(folder);
    const paced = (seconds: number) =>
      load({ urls: [running.url], asked: { kind: 'forms' }, pace: { aSecond: 100 }, seconds });
    await paced(5);
    const formsReport = await paced(30);
    const draftsReport = await load({
      urls: [running.url],
      asked: { kind: 'drafts', bytes: 6_000 },
      pace: { clients: 32 },
      seconds: 10,
    });
    const memory = running.peakMemory();
    await running.stop();
    for (const report of [formsReport, draftsReport]) refuseRefusals(report);
    const three = (ms: readonly number[]) =>
      [percentile(ms, 0.5), percentile(ms, 0.95), percentile(ms, 0.99)] as const;
    return { forms: three(formsReport.ms), drafts: three(draftsReport.ms), memory };
  });

const bytesOfAForm = (folder: string): number => {
  const database = new DatabaseSync(join(folder, 'data', 'prelude.sqlite'), { readOnly: true });
  const row = database
    .prepare(
      `select cast(avg(length(answers) + length(evaluation) + length(summary) + length(receipt)) as integer) as bytes
       from submissions`,
    )
    .get();
  database.close();
  return Number(row?.bytes);
};
