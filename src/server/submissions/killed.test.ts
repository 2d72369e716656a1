import { spawnSync } from 'node:child_process';
import { randomInt, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { startPostgres } from '../../../tests/postgres.ts';
import { receipt as receiptSchema } from '../../submission/wire.ts';
import { readChain } from '../audit/audit.repository.ts';
import { readCheckpoints } from '../audit/checkpoint-files.ts';
import { verifyAudit } from '../audit/verify.ts';
import { type ChildServer, killGroup, putJson, startServer } from '../child-server.fixture.ts';
import { openExistingStore, type Store, type StorePlace } from '../db/connect.ts';
import type { Engine } from '../db/engine.ts';
import { engines, temporaryFolder } from '../db/store.fixture.ts';
import { findRecordKey } from '../keys/record-keys.repository.ts';
import { unlockStore, type Vault } from '../keys/unlock.usecases.ts';
import { formOf } from './form.fixture.ts';
import { openColumn, openFrozen } from './sealed-columns.ts';

const isLong = process.env.FULL === '1';
/** A round ends with a kill while forms are on their way, after this many receipts. */
const { rounds, receiptsOfRound } = isLong
  ? {
      rounds: Number(process.env.KILLS ?? 200),
      receiptsOfRound: 100,
    }
  : { rounds: 2, receiptsOfRound: 20 };
const SENDERS = 24;

vi.setConfig({ testTimeout: isLong ? 7_200_000 : 120_000 });

/** What ends a round, somewhere in the work of many senders. */
interface Victim {
  readonly name: 'the server' | 'PostgreSQL';
  kill(): Promise<void>;
}

/** Receipts by the id of their form, and how many forms were told to come again. */
interface Sent {
  readonly acknowledged: Map<string, string>;
  refused: number;
}

/** Sends from many at once and kills in the middle of it. */
const sendUntilKilled = async (server: ChildServer, victim: Victim, sent: Sent): Promise<void> => {
  const { acknowledged } = sent;
  const form = formOf();
  const wanted = acknowledged.size + receiptsOfRound;
  let killing: Promise<void> | undefined;
  const kill = async () => {
    // Not always right after an answer: somewhere in the work of the others.
    await pause(randomInt(40));
    await victim.kill();
  };
  const sender = async () => {
    while (server.child.exitCode === null && server.child.signalCode === null) {
      const id = randomUUID();
      const reply = await putJson(server, `/api/submissions/${id}`, form).catch(() => undefined);
      const text = await reply?.text().catch(() => undefined);
      if (reply === undefined || text === undefined) return;
      if (reply.status === 503) {
        // An honest no: PostgreSQL is down, or on a busy machine had no connection free in time.
        sent.refused += 1;
        if (killing !== undefined) return;
        continue;
      }
      if (reply.status !== 201) throw new Error(`A form was answered with ${reply.status}.`);
      acknowledged.set(id, text);
      if (acknowledged.size >= wanted) killing ??= kill();
    }
  };
  await Promise.all(Array.from({ length: SENDERS }, sender));
  await killing;
};

const untilReady = async (server: ChildServer): Promise<void> => {
  const limit = AbortSignal.timeout(120_000);
  while ((await fetch(`${server.url}/readyz`).catch(() => undefined))?.status !== 200) {
    if (limit.aborted || server.child.exitCode !== null)
      throw new Error(`It did not get ready again: ${server.output().slice(-2_000)}`);
    await pause(50);
  }
};

const countOf = async (store: Store, query: string): Promise<number> => {
  const { rows } = await sql.raw<{ many: number }>(query).execute(store.db());
  return Number(rows[0]?.many);
};

/** Opens what is stored, without the server: how many were lost of those acknowledged, and how many are half. */
const inspect = async (store: Store, vault: Vault, acknowledged: ReadonlyMap<string, string>) => {
  let lost = 0;
  let half = 0;
  const stored = await store.db().selectFrom('submissions').select('id').execute();
  const ids = new Set(stored.map(({ id }) => id));
  for (const id of acknowledged.keys()) if (!ids.has(id)) lost += 1;
  for (const id of ids) {
    const row = await store
      .db()
      .selectFrom('submissions')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const wrapped = await findRecordKey(store.db(), id);
    if (wrapped === undefined) {
      half += 1;
      continue;
    }
    const key = vault.envelope.unwrap(wrapped);
    const frozen = openFrozen(vault.envelope, key, row);
    const receipt = openColumn(vault.envelope, key, 'receipt', row.receipt);
    const first = acknowledged.get(id);
    if (frozen.content.submissionId !== id) half += 1;
    if (first !== undefined && receiptSchema.parse(JSON.parse(first)).reference !== receipt.reference)
      half += 1;
  }
  // One of each, and none that belongs to no form.
  const without = (table: string, column: string, also = '') =>
    countOf(
      store,
      `select count(*) as many from submissions s where
        (select count(*) from ${table} t where t.${column} = s.id ${also}) <> 1`,
    );
  half += await without('record_keys', 'record_id');
  half += await without('outbox', 'ref_id');
  half += await without('audit', 'object_id', "and t.action = 'submission.receive'");
  half += await countOf(
    store,
    'select count(*) as many from record_keys where record_id not in (select id from submissions)',
  );
  half += await countOf(
    store,
    `select count(*) as many from audit where action = 'submission.receive'
      and object_id not in (select id from submissions)`,
  );
  return { stored: ids.size, lost, half };
};

/** A mail server that is not there: each form has its message waiting in the outbox. */
const withMail = {
  CLINIC_FILE: resolve('clinic.example.json'),
  SMTP_URL: 'smtp://localhost:1',
  MAIL_FROM: 'intake@clinic.example',
};

const environmentOf = (place: StorePlace, folder: string): Record<string, string> => ({
  ...withMail,
  DATA_DIR: join(folder, 'data'),
  KEYS_DIR: join(folder, 'keys'),
  AUDIT_DIR: join(folder, 'audit'),
  ...(place.engine === 'postgres' ? { DATABASE_URL: place.url } : {}),
});

/** A store that can be lost with its whole program, where it has one of its own: it syncs as a clinic's does. */
const placeToCrash = async (engine: Engine, folder: string) => {
  if (engine === 'sqlite') {
    const place: StorePlace = { engine, file: join(folder, 'data', 'prelude.sqlite') };
    return { place, crash: undefined };
  }
  const postgres = await startPostgres({ sync: true });
  if ('missing' in postgres) throw new Error(postgres.missing);
  onTestFinished(() => postgres.stop());
  const place: StorePlace = { engine, url: postgres.url };
  return { place, crash: postgres.crash };
};

describe.each(engines)('a server on %s', (engine) => {
  it(`that is killed ${rounds} times while forms come in, or its store is, loses none that it acknowledged, and keeps none by half`, async () => {
    const folder = temporaryFolder();
    const { place, crash } = await placeToCrash(engine, folder);
    const sent: Sent = { acknowledged: new Map(), refused: 0 };
    const { acknowledged } = sent;
    const kills = { 'the server': 0, PostgreSQL: 0 };
    let running: ChildServer | undefined;
    for (let round = 1; round <= rounds; round += 1) {
      const server = running ?? (await startServer(folder, environmentOf(place, folder)));
      running = server;
      const serverItself: Victim = {
        name: 'the server',
        kill: async () => {
          killGroup(server.child);
          await server.ended;
          running = undefined;
        },
      };
      // One round PostgreSQL, every process of it, under a server that stays; the next round the server.
      const victim: Victim =
        crash !== undefined && round % 2 === 1 ? { name: 'PostgreSQL', kill: crash } : serverItself;
      await sendUntilKilled(server, victim, sent);
      kills[victim.name] += 1;
      if (running !== undefined) await untilReady(running);
      if (round % 20 === 0) {
        process.stdout.write(`${engine}: ${round} kills, ${acknowledged.size} acknowledged\n`);
      }
    }
    const store = await openExistingStore(place);
    try {
      const vault = await unlockStore(store, {
        keysDir: join(folder, 'keys'),
        dataDir: join(folder, 'data'),
      });
      const { stored, lost, half } = await inspect(store, vault, acknowledged);
      process.stdout.write(
        `${engine}: killed ${kills['the server']} times the server, ${kills.PostgreSQL} times PostgreSQL; ${acknowledged.size} acknowledged, ${sent.refused} refused with 503, ${stored} stored, ${lost} lost, ${half} half\n`,
      );
      expect({ lost, half }).toEqual({ lost: 0, half: 0 });
      expect(acknowledged.size).toBeGreaterThanOrEqual(rounds * receiptsOfRound);
      const { auditChain: key, auditCheckpoint } = vault.keyRing;
      const { checkpoints } = readCheckpoints(join(folder, 'audit'), auditCheckpoint, vault.clinicId);
      expect(checkpoints.length).toBeGreaterThanOrEqual(kills['the server']);
      const verdict = await verifyAudit({
        key,
        clinicId: vault.clinicId,
        rows: () => readChain(store.db),
        checkpoints,
      });
      expect(verdict).toMatchObject({ sound: true });
    } finally {
      await store.close();
    }
  });
});

const canTrace = spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0;
if (!canTrace)
  process.stdout.write('The count of syncs is skipped: strace is not installed, or may not trace here.\n');

it.runIf(canTrace)('every receipt leaves after a sync of its own', async () => {
  const trace = join(temporaryFolder(), 'trace');
  const calls = 'trace=fsync,fdatasync,write,writev';
  const server = await startServer(temporaryFolder(), {}, [
    'strace',
    '-f',
    '-s',
    '16',
    '-e',
    calls,
    '-o',
    trace,
  ]);
  const FORMS = 30;
  for (let n = 0; n < FORMS; n += 1) {
    expect((await putJson(server, `/api/submissions/${randomUUID()}`, formOf())).status).toBe(201);
  }
  killGroup(server.child);
  await server.ended;
  let syncs = 0;
  let sinceLast = 0;
  const covered: number[] = [];
  for (const line of readFileSync(trace, 'utf8').split('\n')) {
    if (/sync.*= 0$/.test(line)) {
      syncs += 1;
      sinceLast += 1;
    } else if (line.includes('"HTTP/1.1 201')) {
      covered.push(sinceLast);
      sinceLast = 0;
    }
  }
  process.stdout.write(`strace: ${syncs} syncs, ${covered.length} receipts\n`);
  expect(covered).toHaveLength(FORMS);
  expect(covered.filter((count) => count === 0)).toEqual([]);
});
