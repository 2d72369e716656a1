import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { clockAt } from '../../lib/clock.ts';
import { engines, temporaryFolder, temporaryStore } from '../db/store.fixture.ts';
import { temporaryVault } from '../keys/vault.fixture.ts';
import type { Act } from './act.ts';
import { readChain } from './audit.repository.ts';
import { createAuditLog } from './audit-log.ts';
import { readCheckpoints } from './checkpoint-files.ts';
import { createCheckpointer } from './checkpointer.ts';
import { verifyAudit } from './verify.ts';

const clock = clockAt('2026-11-22T10:00:00Z');
const read: Act = { actor: { kind: 'patient' }, action: 'draft.read', object: { type: 'draft', id: 'd1' } };

const clinic = async (engine: (typeof engines)[number]) => {
  const store = await temporaryStore(engine);
  const vault = temporaryVault();
  const auditDir = temporaryFolder();
  const log = createAuditLog({ key: vault.keyRing.auditChain, clinicId: vault.clinicId, clock });
  const problems: unknown[] = [];
  const checkpointer = createCheckpointer({
    store,
    vault,
    clock,
    auditDir,
    onProblem: (problem) => problems.push(problem),
  });
  const sealed = () => readCheckpoints(auditDir, vault.keyRing.auditCheckpoint, vault.clinicId);
  const verdict = () =>
    verifyAudit({
      key: vault.keyRing.auditChain,
      clinicId: vault.clinicId,
      rows: () => readChain(store.db),
      checkpoints: sealed().checkpoints,
    });
  const record = (act = read) => store.inTransaction((tx) => log.append(tx, act));
  return { store, vault, log, record, checkpointer, sealed, verdict };
};

describe.each(engines)('the audit on %s', (engine) => {
  it('has no gap and no fork when forty acts are recorded at once', async () => {
    const { record, verdict } = await clinic(engine);
    await Promise.all(Array.from({ length: 40 }, () => record()));
    expect(await verdict()).toEqual({ sound: true, rows: 40, notSealedYet: 40 });
  });

  it('forgets the act that was undone, and keeps its place for the next', async () => {
    const { store, log, record, verdict } = await clinic(engine);
    const undone = store.inTransaction(async (tx) => {
      await log.append(tx, read);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    await record();
    expect(await verdict()).toMatchObject({ sound: true, rows: 1 });
  });

  it('stops the act when it cannot be written', async () => {
    const { store, log } = await clinic(engine);
    await sql`alter table audit rename to elsewhere`.execute(store.db());
    const act = store.inTransaction(async (tx) => {
      await tx.insertInto('meta').values({ name: 'act', value: 'done' }).execute();
      await log.append(tx, read);
    });
    await expect(act).rejects.toThrow();
    expect(await store.db().selectFrom('meta').selectAll().execute()).toEqual([]);
  });

  it('says how many rows a checkpoint does not cover yet', async () => {
    const { record, checkpointer, verdict } = await clinic(engine);
    await record();
    await checkpointer.seal();
    await record();
    await record();
    expect(await verdict()).toEqual({ sound: true, rows: 3, notSealedYet: 2 });
  });

  it('seals once for what is new, and again when the server stops', async () => {
    const { record, checkpointer, sealed } = await clinic(engine);
    await checkpointer.seal();
    await record();
    await checkpointer.seal();
    await checkpointer.seal();
    await record();
    await checkpointer.stop();
    expect(sealed().checkpoints.map(({ seq }) => seq)).toEqual([1, 2]);
  });

  it('holds who, what and which fields, as ids and names', async () => {
    const { store, record } = await clinic(engine);
    await record({
      actor: { kind: 'staff', userId: 'u1', roles: ['clinician', 'administrator'], sessionHash: 'h' },
      action: 'submission.read',
      object: { type: 'submission', id: 's1' },
      fields: ['answers', 'summary'],
      location: 'north',
      requestId: 'q1',
      addressClass: 'private',
      rulesVersion: 'r1',
    });
    const row = await store.db().selectFrom('audit').selectAll().executeTakeFirstOrThrow();
    expect(row).toMatchObject({
      seq: 1,
      at: clock.now().getTime(),
      actor_kind: 'staff',
      actor_id: 'u1',
      actor_roles: 'clinician administrator',
      session_hash: 'h',
      action: 'submission.read',
      object_id: 's1',
      fields: 'answers summary',
      location: 'north',
      outcome: 'done',
    });
  });
});
