/** Whether a clinic that has been open for years is still as fast: reading, looking for somebody, starting. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import type { StorePlace } from '../../src/server/db/connect.ts';
import { SEARCH_HEADER } from '../../src/submission/search-wire.ts';
import { startPostgres } from '../../tests/postgres.ts';
import type { Results } from '../performance.ts';
import {
  type ClinicFolder,
  clinicFolder,
  type KnownPerson,
  prepareClinic,
  sqliteIn,
} from './clinic-folder.ts';
import type { Asked } from './load.ts';
import { load, type Running, refuseRefusals, startServer } from './processes.ts';
import { inMiB, inMs, median, percentile, times, whole } from './statistics.ts';
import { atMost } from './verdict.ts';

/** Forms in all; each clinic has as many open ones as a busy one has, and all others closed. */
const SIZES: Sizes = [1_200, 10_200, 110_000];
/** On PostgreSQL also that of a group of clinics. */
const LARGEST = 1_000_000;
const OPEN = 200;
const MANY_OPEN = 10_000;
const ROUNDS = 5;
const SECONDS = 1.5;
const CLINICIANS = 4;

type Sizes = readonly [number, ...number[]];

/** What a clinician waits for. */
const looks = [
  'Queue, first page',
  'Closed cases, first page',
  'Search, whole reference',
  'Search, whole phone number',
  'Search, whole surname',
  'Summary of a closed case',
] as const;
type Look = (typeof looks)[number];

/** Where there are a hundred times as many people, as many more have this name: what is found grows, not the search. */
const findsMore: Look = 'Search, whole surname';

interface Clinic {
  readonly folder: ClinicFolder;
  readonly place: StorePlace;
  readonly known: readonly KnownPerson[];
}

interface OpenClinic extends Clinic {
  readonly running: readonly Running[];
  readonly cookie: string;
}

type Part = Pick<Results, 'tables' | 'verdicts' | 'method'>;

/** @param cache keeps the filled clinics for the next time */
export const growthOnSqlite = (cache: string): Promise<Part> =>
  growthOn('SQLite', 1, SIZES, (forms) => onSqliteIn(cache, forms));

/** The same on a cluster of its own, which two servers share. */
export const growthOnPostgres = async (cache: string): Promise<Part> => {
  const started = await startPostgres({ sync: true, kept: join(cache, 'postgres') });
  if ('missing' in started) throw new Error(`There is no PostgreSQL: ${started.missing}`);
  try {
    return await growthOn('PostgreSQL, two servers', 2, [...SIZES, LARGEST], (forms) =>
      onPostgresAt(started.url, cache, forms),
    );
  } finally {
    await started.stop();
  }
};

const fillProgram = fileURLToPath(new URL('fill.ts', import.meta.url));

const filled = async (path: string, forms: number, url?: string): Promise<ClinicFolder> => {
  const args = [fillProgram, path, String(forms), ...(url === undefined ? [] : [url])];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  process.stdout.write(stdout);
  return clinicFolder(path);
};

const clinicIn = (folder: ClinicFolder, place: StorePlace): Clinic => ({
  folder,
  place,
  known: JSON.parse(readFileSync(folder.known, 'utf8')),
});

const onSqliteIn = async (cache: string, forms: number): Promise<Clinic> => {
  const folder = await filled(join(cache, String(forms)), forms);
  return clinicIn(folder, sqliteIn(folder));
};

const onPostgresAt = async (server: string, cache: string, forms: number): Promise<Clinic> => {
  const name = `clinic_${forms}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
  if (rowCount === 0) await client.query(`create database ${name}`);
  await client.end();
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href;
  return clinicIn(await filled(join(cache, `postgres-${forms}`), forms, url), { engine: 'postgres', url });
};

const openClinic = async (clinic: Clinic, servers: number, open: number): Promise<OpenClinic> => {
  const { folder, place } = clinic;
  const cookie = await prepareClinic(folder, place, open);
  const environment = {
    DATA_DIR: folder.dataDir,
    KEYS_DIR: folder.keysDir,
    AUDIT_DIR: folder.auditDir,
    ...(place.engine === 'postgres' ? { DATABASE_URL: place.url } : {}),
  };
  const running: Running[] = [];
  while (running.length < servers) running.push(await startServer(folder.path, { environment }));
  return { ...clinic, running, cookie };
};

const close = async ({ running }: OpenClinic): Promise<void> => {
  for (const one of running) await one.stop();
};

const readsOf = ({ cookie, known }: OpenClinic, look: Look): Extract<Asked, { kind: 'reads' }>['paths'] => {
  const search = (term: string) => ({
    path: '/api/staff/search',
    headers: { cookie, [SEARCH_HEADER]: encodeURIComponent(term) },
  });
  switch (look) {
    case 'Queue, first page':
      return [{ path: '/api/staff/queue?view=new', headers: { cookie } }];
    case 'Closed cases, first page':
      return [{ path: '/api/staff/queue?view=closed', headers: { cookie } }];
    case 'Search, whole reference':
      return known.map(({ reference }) => search(reference));
    case 'Search, whole phone number':
      return known.map(({ phone }) => search(phone));
    case 'Search, whole surname':
      return known.map(({ lastName }) => search(lastName));
    case 'Summary of a closed case':
      return known.map(({ id }) => ({ path: `/api/staff/submissions/${id}`, headers: { cookie } }));
  }
};

const look = async (clinic: OpenClinic, at: Look, clients: number, seconds: number) => {
  const report = await load({
    urls: clinic.running.map(({ url }) => url),
    asked: { kind: 'reads', paths: readsOf(clinic, at) },
    pace: { clients },
    seconds,
  });
  refuseRefusals(report);
  return report.ms;
};

const growthOn = async (
  engine: string,
  servers: number,
  sizes: Sizes,
  clinicOf: (forms: number) => Promise<Clinic>,
): Promise<Part> => {
  const clinics: Clinic[] = [];
  for (const forms of sizes) clinics.push(await clinicOf(forms));
  const medians = await ofEachSize(clinics, sizes, servers);
  const largest = clinics.at(-1);
  if (largest === undefined) throw new Error('There is no clinic.');
  const many = await withManyOpen(largest, servers);

  const [first] = sizes;
  const last = sizes.at(-1) ?? first;
  const at = (forms: number, one: Look) => medians.get(forms)?.get(one) ?? Number.NaN;
  const growth = (one: Look) => at(last, one) / at(first, one);
  const waits = looks.map((one) => ({ one, ms: many.p95.get(one) ?? Number.NaN }));
  return {
    tables: [
      {
        title: `Growth, ${engine}`,
        columns: ['Median', ...sizes.map((forms) => `${whole(forms - OPEN)} closed`), 'Last to first'],
        rows: looks.map((one) => [one, ...sizes.map((forms) => inMs(at(forms, one))), times(growth(one))]),
        note: `${OPEN} open cases each, one clinician. A surname is that of one person at the first size, and at the last of 50 or more.`,
      },
      {
        title: `${whole(last - MANY_OPEN)} closed and ${whole(MANY_OPEN)} open, ${engine}`,
        columns: ['', 'p95'],
        rows: [
          ...waits.map(({ one, ms }) => [one, inMs(ms)]),
          ['Start-up until it answers', inMs(many.startMs)],
          ['Memory of a server', inMiB(many.memory)],
        ],
        note: `${CLINICIANS} clinicians who never pause.`,
      },
    ],
    verdicts: [
      ...looks
        .filter((one) => one !== findsMore)
        .map((one) => atMost(`${one}, ${engine}: growth to ${whole(last)}`, growth(one), 2, times)),
      ...waits.map(({ one, ms }) =>
        atMost(`${one}, ${engine}: p95 with ${whole(MANY_OPEN)} open`, ms, 300, inMs),
      ),
      atMost(`Start-up, ${engine}`, many.startMs, 5_000, inMs),
      atMost(`Memory with ${whole(MANY_OPEN)} open, ${engine}`, many.memory, 512, inMiB),
    ],
    method: [
      `Growth: clinics of as many forms as stand above, each sealed under its own key and closed without the events of a decision; the newest are open. The servers of all sizes run side by side and are asked in turn, ${ROUNDS} rounds; medians of medians. Whom to look for is one of 200 people, in turn.`,
      `On PostgreSQL two servers share the database and the requests. Of ${whole(LARGEST)} forms PostgreSQL itself made the oldest 890,000, which nobody opens: ids, keys, indexes and times of their own, one block in each sealed column, no row in the audit. Whole they would take 43 GB.`,
    ],
  };
};

const ofEachSize = async (clinics: readonly Clinic[], sizes: Sizes, servers: number) => {
  const open: OpenClinic[] = [];
  // The largest first: to prepare it takes longest, and a session that nobody uses ends.
  for (const clinic of clinics.toReversed()) open.unshift(await openClinic(clinic, servers, OPEN));
  const rounds: Map<Look, number>[][] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const measured: Map<Look, number>[] = open.map(() => new Map());
    for (const one of looks)
      for (const [index, clinic] of inTurn([...open.entries()], round))
        measured[index]?.set(one, percentile(await look(clinic, one, 1, SECONDS), 0.5));
    rounds.push(measured);
  }
  for (const one of open) await close(one);
  const medianOf = (index: number, one: Look) =>
    median(rounds.map((measured) => measured[index]?.get(one) ?? Number.NaN));
  return new Map(
    sizes.map((forms, index) => [forms, new Map(looks.map((one) => [one, medianOf(index, one)]))]),
  );
};

const inTurn = <T>(list: readonly T[], round: number): readonly T[] =>
  round % 2 === 0 ? list : [...list].reverse();

/** All that a clinic of many locations might have open at once. */
const withManyOpen = async (clinic: Clinic, servers: number) => {
  const open = await openClinic(clinic, servers, MANY_OPEN);
  const p95 = new Map<Look, number>();
  for (const one of looks) {
    await look(open, one, CLINICIANS, 1);
    p95.set(one, percentile(await look(open, one, CLINICIANS, 4 * SECONDS), 0.95));
  }
  const memory = Math.max(...open.running.map((one) => one.peakMemory() ?? Number.NaN));
  const startMs = Math.max(...open.running.map((one) => one.startMs));
  await close(open);
  return { p95, memory, startMs };
};
