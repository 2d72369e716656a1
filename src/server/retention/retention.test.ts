import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { demoSettings } from '../../settings/demo.ts';
import { receipt as receiptSchema } from '../../submission/wire.ts';
import { openStore } from '../db/connect.ts';
import type { Engine } from '../db/engine.ts';
import { engines, temporaryFolder, temporaryStore } from '../db/store.fixture.ts';
import { createHousekeeping } from '../housekeeping.ts';
import { sameOrigin, type TestServer, testServer } from '../server.fixture.ts';
import { formOf, newDraftAccess, plainAnswers, send } from '../submissions/form.fixture.ts';
import { belongings, notOfOneRecord } from './belongings.ts';
import { listErasures, replayErasures } from './erasures.repository.ts';
import { createRetention } from './retention.usecases.ts';

vi.setConfig({ testTimeout: 30_000 });

const DAY = 86_400_000;
const YEAR = 366 * DAY;
const actor = { kind: 'command-line' } as const;

const house = async (engine: Engine, submissionYears?: number) => {
  const settings = {
    ...demoSettings,
    retention: { draftDays: 14, ...(submissionYears === undefined ? {} : { submissionYears }) },
  };
  const test = await testServer({ engine, settings });
  return { test, retention: createRetention(test.deps, actor) };
};

const received = async ({ app }: TestServer) => {
  const id = randomUUID();
  const access = newDraftAccess();
  const reply = await send(app, formOf(plainAnswers, { draftId: access.draftId }), {
    id,
    verifier: access.verifier,
  });
  return { id, ...access, reference: receiptSchema.parse(reply.json()).reference };
};

const alertFor = async ({ app }: TestServer, submissionId: string) => {
  const id = randomUUID();
  const reply = await app.inject({
    method: 'PUT',
    url: `/api/safety-alerts/${id}`,
    headers: sameOrigin,
    payload: {
      submissionId,
      state: 'raised',
      agreedBy: 'asked',
      language: 'en',
      name: 'Sam Quillfeather',
      phone: '(615) 555-0142',
      whereToday: 'Davidson County',
      answers: { emergencyNow: 'yes' },
    },
  });
  expect(reply.statusCode).toBe(200);
  return id;
};

const closeCase = ({ deps, clock }: TestServer, id: string) =>
  deps.store.inTransaction((tx) =>
    tx
      .updateTable('submissions')
      .set({ status: 'closed', closed_at: clock.now().getTime() })
      .where('id', '=', id)
      .execute(),
  );

const idsIn = async ({ deps: { store } }: TestServer, table: 'submissions' | 'safety_alerts') =>
  (await store.db().selectFrom(table).select('id').orderBy('id').execute()).map(({ id }) => id);
const keysOf = async ({ deps: { store } }: TestServer) =>
  (await store.db().selectFrom('record_keys').select('record_id').orderBy('record_id').execute()).map(
    (row) => row.record_id,
  );
const actsOf = async ({ deps: { store } }: TestServer, objectId: string) =>
  (
    await store
      .db()
      .selectFrom('audit')
      .select(['action', 'reason', 'actor_kind'])
      .where('object_id', '=', objectId)
      .orderBy('seq')
      .execute()
  ).map(({ action, reason }) => (reason === null ? action : `${action} ${reason}`));

describe.each(engines)('on %s', (engine) => {
  it('erasing a case takes its rows, its alerts and their keys, and leaves its id, the day and the reason', async () => {
    const { test, retention } = await house(engine);
    const gone = await received(test);
    const stays = await received(test);
    const alert = await alertFor(test, gone.id);
    const outcome = await retention.erase(gone.reference.toLowerCase().replace('-', ' '), 'patient-asked');
    expect(outcome).toEqual({ kind: 'done', alerts: 1 });
    expect(await idsIn(test, 'submissions')).toEqual([stays.id]);
    expect(await idsIn(test, 'safety_alerts')).toEqual([]);
    expect(await keysOf(test)).toEqual([stays.id]);
    const ledger = await listErasures(test.deps.store.db());
    expect(ledger.map(({ record_id, reason }) => [record_id, reason]).sort()).toEqual(
      [
        [alert, 'patient-asked'],
        [gone.id, 'patient-asked'],
      ].sort(),
    );
    expect(await actsOf(test, gone.id)).toEqual(['submission.receive', 'submission.erase patient-asked']);
    expect(await retention.erase(gone.reference, 'patient-asked')).toEqual({ kind: 'unknown' });
  });

  it('an erased form that the browser sends again stays away, and its status is unknown', async () => {
    const { test, retention } = await house(engine);
    const gone = await received(test);
    await retention.erase(gone.reference, 'sent-by-mistake');
    const { id, draftId, verifier } = gone;
    const again = await send(test.app, formOf(plainAnswers, { draftId }), { id, verifier });
    expect([again.statusCode, again.json().type]).toEqual([410, 'urn:prelude:problem:erased']);
    expect(await idsIn(test, 'submissions')).toEqual([]);
    const status = await test.app.inject({
      url: `/api/drafts/${draftId}/follow-ups`,
      headers: { authorization: `Draft ${verifier}` },
    });
    expect(status.statusCode).toBe(404);
  });

  it('a case on hold is not erased, by nobody and by no year, until the hold is released', async () => {
    const { test, retention } = await house(engine, 1);
    const { id, reference } = await received(test);
    await closeCase(test, id);
    expect(await retention.hold(reference)).toEqual({ kind: 'done', alerts: 0 });
    expect(await retention.hold(reference)).toEqual({ kind: 'already' });
    expect(await retention.erase(reference, 'patient-asked')).toEqual({ kind: 'on-hold' });
    test.clock.forward(5 * YEAR);
    expect((await retention.purge()).submissions).toBe(0);
    expect(await retention.release(reference)).toEqual({ kind: 'done', alerts: 0 });
    expect((await retention.purge()).submissions).toBe(1);
    expect(await actsOf(test, id)).toEqual([
      'submission.receive',
      'submission.hold',
      'submission.release',
      'submission.erase retention',
    ]);
  });

  it('cases are kept for ever where the clinic has set no years, and open ones in any case', async () => {
    const { test, retention } = await house(engine);
    await closeCase(test, (await received(test)).id);
    test.clock.forward(60 * YEAR);
    expect((await retention.purge()).submissions).toBe(0);
    const years = createRetention(
      { ...test.deps, settings: { ...demoSettings, retention: { draftDays: 14, submissionYears: 7 } } },
      actor,
    );
    await received(test);
    test.clock.forward(60 * YEAR);
    expect(await years.due()).toMatchObject({ submissions: 1 });
    expect(await years.purge()).toMatchObject({ submissions: 1 });
    expect(await idsIn(test, 'submissions')).toHaveLength(1);
  });

  it('a closed case goes on the day its years are over and not the day before', async () => {
    const { test, retention } = await house(engine, 7);
    const { id } = await received(test);
    const alert = await alertFor(test, id);
    const lone = await alertFor(test, randomUUID());
    await test.deps.store.inTransaction((tx) =>
      tx.updateTable('safety_alerts').set({ status: 'closed' }).where('id', '=', lone).execute(),
    );
    await closeCase(test, id);
    const sevenYears = Date.UTC(2033, 10, 22) - Date.UTC(2026, 10, 22);
    test.clock.forward(sevenYears - DAY);
    expect(await retention.due()).toMatchObject({ submissions: 0, alerts: 0 });
    test.clock.forward(DAY);
    expect(await retention.due()).toMatchObject({ submissions: 1, alerts: 1 });
    expect(await idsIn(test, 'safety_alerts')).toEqual([alert, lone].sort());
    expect(await retention.purge()).toMatchObject({ submissions: 1, alerts: 1 });
    expect(await idsIn(test, 'safety_alerts')).toEqual([]);
    expect(await keysOf(test)).toEqual([]);
  });

  it('tombstones go after two years, drafts 14 days after the last save, the audit never', async () => {
    const { test, retention } = await house(engine);
    const { draftId, verifier } = newDraftAccess();
    await test.app.inject({
      method: 'PUT',
      url: `/api/drafts/${draftId}`,
      headers: { ...sameOrigin, authorization: `Draft ${verifier}`, 'if-none-match': '*' },
      payload: { ciphertext: 'AAAA' },
    });
    test.clock.forward(14 * DAY - 1);
    expect(await retention.purge()).toMatchObject({ drafts: 0 });
    test.clock.forward(1);
    expect(await retention.due()).toMatchObject({ drafts: 1, tombstones: 0 });
    expect(await retention.purge()).toMatchObject({ drafts: 1, tombstones: 0 });
    test.clock.forward(2 * YEAR);
    expect(await retention.purge()).toMatchObject({ tombstones: 1 });
    test.clock.forward(60 * YEAR);
    await retention.purge();
    const { rows } = await test.deps.store
      .db()
      .selectFrom('audit')
      .select((row) => row.fn.countAll<number>().as('rows'))
      .executeTakeFirstOrThrow();
    expect(Number(rows)).toBe(3);
  });

  it('what was erased after a backup is erased again when the backup is restored, drafts that were deleted too', async () => {
    const { test, retention } = await house(engine);
    const gone = await received(test);
    const alert = await alertFor(test, gone.id);
    const row = await test.deps.store.db().selectFrom('submissions').selectAll().executeTakeFirstOrThrow();
    const key = await test.deps.store
      .db()
      .selectFrom('record_keys')
      .selectAll()
      .where('record_id', '=', gone.id)
      .executeTakeFirstOrThrow();
    await retention.erase(gone.reference, 'patient-asked');
    const ledger = await listErasures(test.deps.store.db());
    const restored = await temporaryStore(engine);
    await restored.inTransaction(async (tx) => {
      const roots = await test.deps.store.db().selectFrom('root_keys').selectAll().execute();
      if (roots.length > 0) await tx.insertInto('root_keys').values(roots).execute();
      await tx.insertInto('submissions').values(row).execute();
      await tx.insertInto('record_keys').values(key).execute();
    });
    await restored.inTransaction((tx) => replayErasures(tx, ledger));
    await restored.inTransaction((tx) => replayErasures(tx, ledger));
    expect(await restored.db().selectFrom('submissions').select('id').execute()).toEqual([]);
    expect(await restored.db().selectFrom('record_keys').select('record_id').execute()).toEqual([]);
    const kept = await listErasures(restored.db());
    expect(kept.map(({ record_id }) => record_id).sort()).toEqual([alert, gone.id].sort());
  });

  it('a clock that is set, either way, is told to the audit, and years wait a day', async () => {
    const { test } = await house(engine, 1);
    const { id } = await received(test);
    await closeCase(test, id);
    let passed = 0;
    const housekeeping = createHousekeeping(test.deps, () => passed);
    const pass = (ms: number) => {
      passed += ms;
      test.clock.forward(ms);
    };
    pass(60_000);
    await housekeeping.watchClock();
    test.clock.forward(4_000);
    await housekeeping.watchClock();
    expect(await jumpsOf(test)).toEqual([]);
    test.clock.forward(2 * YEAR);
    await housekeeping.tidy();
    expect(await jumpsOf(test)).toEqual([`forward-${(2 * YEAR) / 1_000 + 4}-seconds`]);
    expect(await idsIn(test, 'submissions')).toEqual([id]);
    pass(DAY - 1);
    await housekeeping.tidy();
    expect(await idsIn(test, 'submissions')).toEqual([id]);
    pass(1);
    await housekeeping.tidy();
    expect(await idsIn(test, 'submissions')).toEqual([]);
  });

  it('a clock that is set back keeps no draft longer', async () => {
    const { test } = await house(engine);
    let passed = 0;
    const housekeeping = createHousekeeping(test.deps, () => passed);
    const pass = (ms: number) => {
      passed += ms;
      test.clock.forward(ms);
    };
    const { draftId, verifier } = newDraftAccess();
    await test.app.inject({
      method: 'PUT',
      url: `/api/drafts/${draftId}`,
      headers: { ...sameOrigin, authorization: `Draft ${verifier}`, 'if-none-match': '*' },
      payload: { ciphertext: 'AAAA' },
    });
    pass(7 * DAY);
    await housekeeping.tidy();
    test.clock.forward(-3 * DAY);
    await housekeeping.watchClock();
    expect((await jumpsOf(test)).at(-1)).toBe(`backward-${(3 * DAY) / 1_000}-seconds`);
    pass(7 * DAY);
    await housekeeping.tidy();
    expect(await test.deps.store.db().selectFrom('drafts').selectAll().execute()).toEqual([]);
  });

  it('every table is either cleared of an erased record or says why not', async () => {
    const { test } = await house(engine);
    const tables = await test.deps.store.db().introspection.getTables();
    const known = new Set<string>([...belongings.map(({ table }) => table), ...Object.keys(notOfOneRecord)]);
    const names = tables.map(({ name }) => name).filter((name) => !/^(kysely_|sqlite_)/.test(name));
    expect(names.filter((name) => !known.has(name))).toEqual([]);
    expect([...known].filter((name) => !names.includes(name))).toEqual([]);
    for (const { table, column } of belongings) {
      const columns = tables.find(({ name }) => name === table)?.columns.map(({ name }) => name);
      expect(columns, table).toContain(column);
    }
    // A column that names a case stands in a table that is cleared by it.
    const naming = tables.filter(({ columns }) => columns.some(({ name }) => name === 'submission_id'));
    expect(
      naming.map(({ name }) => name).filter((name) => !belongings.some((one) => one.table === name)),
    ).toEqual(['draft_tombstones']);
  });
});

const jumpsOf = async ({ deps: { store } }: TestServer) =>
  (
    await store
      .db()
      .selectFrom('audit')
      .select('reason')
      .where('action', '=', 'clock.jump')
      .orderBy('seq')
      .execute()
  ).map(({ reason }) => reason);

it('the bytes of an erased case and of its key lie in no file of SQLite any more', async () => {
  const folder = join(temporaryFolder(), 'data');
  const store = await openStore({ engine: 'sqlite', file: join(folder, 'prelude.sqlite') });
  try {
    const test = await testServer({ store });
    const { id, reference } = await received(test);
    const [row] = await store.db().selectFrom('submissions').selectAll().execute();
    const [key] = await store
      .db()
      .selectFrom('record_keys')
      .selectAll()
      .where('record_id', '=', id)
      .execute();
    if (row === undefined || key === undefined) throw new Error('It was not received.');
    const isThere = (bytes: Uint8Array) =>
      readdirSync(folder).some((file) => readFileSync(join(folder, file)).includes(Buffer.from(bytes)));
    // A long value lies in pages, and a piece of it may be cut in two by one.
    const pieces = [key.wrapped, row.answers.subarray(8, 80), row.receipt.subarray(8, 80)].filter(isThere);
    expect(pieces.length).toBeGreaterThan(1);
    await createRetention(test.deps, actor).erase(reference, 'patient-asked');
    expect(pieces.filter(isThere)).toEqual([]);
  } finally {
    await store.close();
  }
});
