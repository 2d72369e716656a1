/** `npm run bench:figures -- 100000`: how long the figures of a year take where so many cases are closed. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv } from 'node:process';
import { sql } from 'kysely';
import { systemClock as clock } from '../src/lib/clock.ts';
import { createAuditLog } from '../src/server/audit/audit-log.ts';
import { openStore } from '../src/server/db/connect.ts';
import { createLog } from '../src/server/edge/request-log.ts';
import { createFigures } from '../src/server/figures/figures.usecases.ts';
import { createTallies } from '../src/server/figures/tallies.ts';
import { unlockStore } from '../src/server/keys/unlock.usecases.ts';
import { createRows } from '../src/server/reviews/open-rows.ts';
import { demoSettings as settings } from '../src/settings/demo.ts';

const closed = Number(argv[2] ?? 100_000);
const LOOKS = 20;
const LIMIT_MS = 300;
const YEAR_MS = 364 * 86_400_000;

const folder = mkdtempSync(join(tmpdir(), 'prelude-bench-'));
const where = { dataDir: join(folder, 'data'), keysDir: join(folder, 'keys') };
const store = await openStore({ engine: 'sqlite', file: join(where.dataDir, 'prelude.sqlite') });
try {
  const vault = await unlockStore(store, where);
  const audit = createAuditLog({ key: vault.keyRing.auditChain, clinicId: vault.clinicId, clock });
  const now = clock.now().getTime();
  const begun = now - YEAR_MS;
  await store.inTransaction(async (tx) => {
    await sql`
      insert into submissions (id, status, version, received_at, updated_at, closed_at, form_version, rules_version,
        body_index, reference_index, answers, evaluation, summary, receipt)
      with recursive n(i) as (select 1 union all select i + 1 from n where i < ${closed})
      select 'case-' || i, 'closed', 1, ${begun} + abs(random() % ${YEAR_MS}), 0, 0, '1', '1', 'b' || i, 'r' || i,
        zeroblob(4096), zeroblob(4096), zeroblob(1024), zeroblob(1024) from n`.execute(tx);
    await sql`
      insert into case_times select id, received_at, received_at + abs(random() % 86400000),
        received_at + 86400000 + abs(random() % 864000000) from submissions`.execute(tx);
    const tallies = createTallies({ vault, clock, settings });
    for (let week = 0; week < 52; week += 1) {
      const at = new Date(begun + week * 7 * 86_400_000).toISOString();
      await tallies.count(tx, { kind: 'bookConsultation', reason: 'noConcern', at });
      for (let many = 0; many < 40; many += 1)
        await tallies.reached(tx, { level: 'urgent', since: at, minutes: many, inTime: many < 15 });
    }
  });
  const rows = createRows({ store, vault, clock, settings, log: createLog(undefined, 'warn') });
  const figures = createFigures({ store, vault, audit, clock, settings }, rows);
  const took: number[] = [];
  for (let look = 0; look < LOOKS; look += 1) {
    const from = performance.now();
    const { whole } = await figures.look({ actor: { kind: 'system' } }, '52');
    took.push(performance.now() - from);
    if (look === 0) console.log(`${whole.received} of ${closed} cases are of these 52 weeks`);
  }
  took.sort((one, other) => one - other);
  const p95 = took[Math.ceil(0.95 * LOOKS) - 1] ?? 0;
  console.log(`median ${took[LOOKS / 2]?.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms, limit ${LIMIT_MS} ms`);
  if (p95 > LIMIT_MS) process.exitCode = 1;
} finally {
  await store.close();
  rmSync(folder, { recursive: true });
}
