/**
 * `npm run bench:backup -- 10000`: how long a backup and a restore of so many intakes take, every record opened. On SQLite,
 * or with DATABASE_URL in that database, which must be empty; it is restored into `DATABASE_URL` with `_restored` behind
 * its name, which must be there and empty as well.
 */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv, env } from 'node:process';
import { fill } from '../src/cli/demo/fill.ts';
import { pastWeeks } from '../src/cli/demo/happenings.ts';
import { systemClock } from '../src/lib/clock.ts';
import { createAuditLog } from '../src/server/audit/audit-log.ts';
import { restoreInto } from '../src/server/backups/backups.usecases.ts';
import { makeBackup } from '../src/server/backups/make.usecases.ts';
import { openStore, type Store, type StorePlace } from '../src/server/db/connect.ts';
import { findRecordKey, insertRecordKey } from '../src/server/keys/record-keys.repository.ts';
import { type OpenedVault, unlockStore } from '../src/server/keys/unlock.usecases.ts';
import { openColumn, sealColumn } from '../src/server/submissions/sealed-columns.ts';
import { insertSubmission } from '../src/server/submissions/submissions.repository.ts';
import { demoSettings } from '../src/settings/demo.ts';

const wanted = Number(argv[2] ?? 200);
const SAMPLES = 50;
const PER_COMMIT = 200;
const columns = ['answers', 'evaluation', 'summary', 'receipt'] as const;
const actor = { kind: 'command-line' } as const;

const folder = mkdtempSync(join(tmpdir(), 'prelude-bench-'));
const where = {
  dataDir: join(folder, 'data'),
  keysDir: join(folder, 'keys'),
  auditDir: join(folder, 'audit'),
};
const url = env.DATABASE_URL;
const place: StorePlace = url
  ? { engine: 'postgres', url }
  : { engine: 'sqlite', file: join(where.dataDir, 'prelude.sqlite') };
const backups = join(folder, 'backups');

const seconds = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
  const begun = performance.now();
  const result = await work();
  console.log(`${what.padEnd(28)} ${((performance.now() - begun) / 1_000).toFixed(1)} s`);
  return result;
};

try {
  const store = await openStore(place);
  const vault = await unlockStore(store, where);
  const clock = systemClock;
  const audit = createAuditLog({ key: vault.keyRing.auditChain, clinicId: vault.clinicId, clock });
  const publicUrl = new URL('http://localhost:8080');
  const clinic = { store, vault, audit, clock, settings: demoSettings, publicUrl };
  await seconds(`${wanted} intakes made`, async () => {
    await fill(
      clinic,
      pastWeeks({ submissions: Math.min(SAMPLES, wanted), seed: 1 }, clock.now(), demoSettings),
    );
    await multiply(store, vault, wanted - SAMPLES, audit);
  });
  const made = await seconds('backup', () => makeBackup({ ...clinic, place }, backups, actor));
  await store.close();
  const bytes = Object.values(made.manifest.files).reduce((sum, file) => sum + file.bytes, 0);
  console.log(`${'size'.padEnd(28)} ${(bytes / 1024 ** 2).toFixed(0)} MiB`);
  const target: StorePlace = url
    ? { engine: 'postgres', url: `${url}_restored` }
    : { engine: 'sqlite', file: join(folder, 'restored', 'prelude.sqlite') };
  const restored = await seconds('restore, everything checked', () =>
    restoreInto(target, { from: backups, where, clock, actor }),
  );
  console.log(`${restored.opened} rows opened, ${restored.auditRows} rows of the audit walked`);
} finally {
  rmSync(folder, { recursive: true });
}

function placeOfWork(version: number | null) {
  return { column: 'submissions.work', version: version ?? 0 };
}

/** As many more of the same people, each sealed under a key of its own. */
async function multiply(
  store: Store,
  vault: OpenedVault,
  count: number,
  audit: ReturnType<typeof createAuditLog>,
) {
  const { envelope } = vault;
  const rows = await store.db().selectFrom('submissions').selectAll().execute();
  const samples = await Promise.all(
    rows.map(async (row) => {
      const wrapped = await findRecordKey(store.db(), row.id);
      if (wrapped === undefined) throw new Error('A sample has no key.');
      const key = envelope.unwrap(wrapped);
      return {
        row,
        open: (column: (typeof columns)[number]) => openColumn(envelope, key, column, row[column]),
        work: row.work === null ? null : envelope.open(key, placeOfWork(row.work_version), row.work),
      };
    }),
  );
  for (let from = 0; from < count; from += PER_COMMIT) {
    const some = Array.from({ length: Math.min(PER_COMMIT, count - from) }, (_, index) => {
      const sample = samples[(from + index) % samples.length];
      if (sample === undefined) throw new Error('There is no sample.');
      const id = randomUUID();
      const { key, wrapped } = envelope.newRecordKey(id);
      const sealed = Object.fromEntries(
        columns.map((column) => [column, sealColumn(envelope, key, column, sample.open(column))]),
      );
      const work =
        sample.work === null ? null : envelope.seal(key, placeOfWork(sample.row.work_version), sample.work);
      return { row: { ...sample.row, ...sealed, work, id, reference_index: id, draft_id: null }, wrapped };
    });
    await store.inTransaction(async (tx) => {
      for (const { row, wrapped } of some) {
        await insertSubmission(tx, row);
        await insertRecordKey(tx, wrapped, row.received_at);
        await audit.append(tx, {
          actor: { kind: 'patient' },
          action: 'submission.receive',
          object: { type: 'submission', id: row.id },
        });
      }
    });
  }
}
