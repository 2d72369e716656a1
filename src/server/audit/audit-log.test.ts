import { rmSync, writeFileSync } from 'node:fs';
import { sql } from 'kysely';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
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
  return { store, auditDir, log, record, checkpointer, problems, sealed, verdict };
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
      object_type: 'submission',
      location: 'north',
      request_id: 'q1',
      address_class: 'private',
      rules_version: 'r1',
      outcome: 'done',
    });
  });
});

describe('a server that runs', () => {
  const running = async () => {
    const one = await clinic('sqlite');
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    one.checkpointer.start();
    return { ...one, sealedAt: () => one.sealed().checkpoints.map(({ seq }) => seq) };
  };

  it('seals what is new once a minute, and no more after it stopped', async () => {
    const { record, checkpointer, sealedAt } = await running();
    await record();
    await vi.advanceTimersByTimeAsync(59_999);
    expect(sealedAt()).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    await vi.waitFor(() => expect(sealedAt()).toEqual([1]));
    await checkpointer.stop();
    await record();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(sealedAt()).toEqual([1]);
  });

  it('says that it could not seal, and tries again a minute later', async () => {
    const { record, auditDir, problems, sealedAt } = await running();
    await record();
    rmSync(auditDir, { recursive: true });
    writeFileSync(auditDir, 'not a folder');
    await vi.advanceTimersByTimeAsync(60_000);
    await vi.waitFor(() => expect(problems).toEqual([expect.any(Error)]));
    rmSync(auditDir);
    await vi.advanceTimersByTimeAsync(60_000);
    await vi.waitFor(() => expect(sealedAt()).toEqual([1]));
    expect(problems).toHaveLength(1);
  });
});

it('who has no account is recorded as a kind, and a visitor by the account that was named', async () => {
  const { store, record } = await clinic('sqlite');
  await record({
    actor: { kind: 'visitor' },
    action: 'session.refuse',
    outcome: 'refused',
    reason: 'locked',
  });
  await record({ actor: { kind: 'visitor', userId: 'u7' }, action: 'session.refuse' });
  await record({ actor: { kind: 'command-line' }, action: 'key.add', object: { type: 'key', id: 'k2' } });
  const nothing = {
    actor_roles: '',
    session_hash: null,
    location: null,
    fields: '',
    request_id: null,
    address_class: null,
    rules_version: null,
  };
  const refuse = { ...nothing, action: 'session.refuse', object_type: null, object_id: null };
  expect(
    await store
      .db()
      .selectFrom('audit')
      .selectAll()
      .orderBy('seq')
      .execute()
      .then((rows) => rows.map(({ at: _, prev: __, mac: ___, ...row }) => row)),
  ).toEqual([
    { ...refuse, seq: 1, actor_kind: 'visitor', actor_id: null, outcome: 'refused', reason: 'locked' },
    { ...refuse, seq: 2, actor_kind: 'visitor', actor_id: 'u7', outcome: 'done', reason: null },
    {
      ...nothing,
      seq: 3,
      actor_kind: 'command-line',
      actor_id: null,
      action: 'key.add',
      object_type: 'key',
      object_id: 'k2',
      outcome: 'done',
      reason: null,
    },
  ]);
});
