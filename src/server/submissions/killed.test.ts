import { spawnSync } from 'node:child_process';
import { randomInt, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { describe, expect, it, vi } from 'vitest';
import { receipt as receiptSchema } from '../../submission/wire.ts';
import { readChain } from '../audit/audit.repository.ts';
import { readCheckpoints } from '../audit/checkpoint-files.ts';
import { verifyAudit } from '../audit/verify.ts';
import { type ChildServer, killGroup, putJson, startServer } from '../child-server.fixture.ts';
import { openExistingStore, type Store, type StorePlace } from '../db/connect.ts';
import { engines, temporaryFolder, temporaryPlace } from '../db/store.fixture.ts';
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

vi.setConfig({ testTimeout: isLong ? 3_600_000 : 120_000 });

/** Sends from many at once and kills the server in the middle of it. What was acknowledged goes into the map. */
const sendUntilKilled = async (server: ChildServer, acknowledged: Map<string, string>): Promise<void> => {
  const form = formOf();
  const wanted = acknowledged.size + receiptsOfRound;
  let isKilled = false;
  const kill = async () => {
    isKilled = true;
    // Not always right after an answer: somewhere in the work of the others.
    await pause(randomInt(40));
    killGroup(server.child);
  };
  const sender = async () => {
    while (server.child.exitCode === null && server.child.signalCode === null) {
      const id = randomUUID();
      const reply = await putJson(server, `/api/submissions/${id}`, form).catch(() => undefined);
      const text = await reply?.text().catch(() => undefined);
      if (reply === undefined) return;
      if (reply.status !== 201) throw new Error(`A form was answered with ${reply.status}.`);
      if (text === undefined) return;
      acknowledged.set(id, text);
      if (acknowledged.size >= wanted && !isKilled) await kill();
    }
  };
  await Promise.all(Array.from({ length: SENDERS }, sender));
  await server.ended;
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

describe.each(engines)('a server on %s', (engine) => {
  it(`that is killed ${rounds} times while forms come in loses none that it acknowledged, and keeps none by half`, async () => {
    const folder = temporaryFolder();
    const place: StorePlace =
      engine === 'sqlite'
        ? { engine, file: join(folder, 'data', 'prelude.sqlite') }
        : await temporaryPlace(engine);
    const acknowledged = new Map<string, string>();
    for (let round = 0; round < rounds; round += 1) {
      await sendUntilKilled(await startServer(folder, environmentOf(place, folder)), acknowledged);
    }
    const store = await openExistingStore(place);
    try {
      const vault = await unlockStore(store, {
        keysDir: join(folder, 'keys'),
        dataDir: join(folder, 'data'),
      });
      const { stored, lost, half } = await inspect(store, vault, acknowledged);
      process.stdout.write(
        `${engine}: ${rounds} kills, ${acknowledged.size} acknowledged, ${stored} stored, ${lost} lost, ${half} half\n`,
      );
      expect({ lost, half }).toEqual({ lost: 0, half: 0 });
      expect(acknowledged.size).toBeGreaterThanOrEqual(rounds * receiptsOfRound);
      const { auditChain: key, auditCheckpoint } = vault.keyRing;
      const { checkpoints } = readCheckpoints(join(folder, 'audit'), auditCheckpoint, vault.clinicId);
      expect(checkpoints.length).toBeGreaterThanOrEqual(rounds);
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
