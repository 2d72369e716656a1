import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { createAuditLog } from '../audit/audit-log.ts';
import { engines, temporaryFolder, temporaryStore } from '../db/store.fixture.ts';
import { enrolledAdministrator, testServer } from '../server.fixture.ts';
import { addRecords } from './invented-records.fixture.ts';
import { KeyProblem, readKey } from './key-files.ts';
import { createKeyWatch } from './key-watch.ts';
import { findRecordKey, findRecordKeys, insertRecordKey } from './record-keys.repository.ts';
import { listRootKeys, replaceWrapping } from './root-keys.repository.ts';
import { newClinic } from './rotation.fixture.ts';
import { createRotation } from './rotation.usecases.ts';
import { otherBytes, sealedPlaces } from './sealed-places.ts';
import { unlockStore } from './unlock.usecases.ts';
import { openEverything } from './verify.usecases.ts';

const actionsIn = async (store: { db: Awaited<ReturnType<typeof temporaryStore>>['db'] }) =>
  (await store.db().selectFrom('audit').select('action').orderBy('seq').execute()).map((row) => row.action);

describe.each(engines)('root keys on %s', (engine) => {
  it('are added, put into use, and ended, beside a server that takes up the new one; each step is audited', async () => {
    const clinic = await newClinic(engine);
    const { store, rotation, clock, folders } = clinic;
    const server = await clinic.program();
    const watch = createKeyWatch({ store, vault: server.vault, onProblem: () => undefined });
    await addRecords(store, clinic.vault, 5);

    expect(await rotation.add()).toEqual({ ok: true, value: 'k2' });
    expect(await rotation.add()).toMatchObject({ ok: false, error: { kind: 'one-is-waiting', id: 'k2' } });
    await watch.look();
    expect(server.vault.keyRing.roots.current.id).toBe('k1');

    expect(await rotation.rewrap()).toEqual({ current: 'k2', moved: 5, unreadable: [], left: 0 });
    // The server has not looked again, and still reads what was rewrapped.
    expect(await openEverything(store, server.vault)).toEqual({ opened: 5, unreadable: [] });
    await addRecords(store, server.vault, 1);
    expect(await rotation.retire('k1')).toMatchObject({ ok: false, error: { kind: 'in-use', records: 1 } });

    await watch.look();
    await addRecords(store, server.vault, 1);
    expect(await rotation.rewrap()).toMatchObject({ moved: 1, left: 0 });
    expect(await rotation.retire('k2')).toMatchObject({ ok: false, error: { kind: 'newest' } });
    expect(await rotation.retire('k1')).toMatchObject({ ok: false, error: { kind: 'too-soon' } });
    clock.forward(60_000);
    expect(await rotation.retire('k1')).toMatchObject({ ok: true });
    expect(await rotation.retire('k1')).toMatchObject({ ok: false, error: { kind: 'unknown' } });
    expect(readdirSync(folders.keysDir)).toEqual(expect.arrayContaining(['k1.retired', 'k2.key']));
    expect(readKey(folders.keysDir, 'k1')).toBeUndefined();

    expect(await (await clinic.program()).rotation.verify()).toEqual({ opened: 7, unreadable: [] });
    expect(await actionsIn(store)).toEqual([
      'key.add',
      'key.use',
      'key.rewrap',
      'key.rewrap',
      'key.retire',
      'key.verify',
    ]);
  });

  it('that have ended cannot wrap a new record, even by a server that never noticed', async () => {
    const clinic = await newClinic(engine);
    const late = await clinic.program();
    await clinic.rotation.add();
    await clinic.rotation.rewrap();
    clinic.clock.forward(60_000);
    expect(await clinic.rotation.retire('k1')).toMatchObject({ ok: true });
    await expect(addRecords(clinic.store, late.vault, 1)).rejects.toThrow(/foreign key/i);
  });

  it('verify names the record whose key is gone and the one whose bytes were changed', async () => {
    const { store, vault, rotation } = await newClinic(engine);
    const [gone = '', changed = ''] = await addRecords(store, vault, 250);
    await store.inTransaction(async (tx) => {
      await tx.deleteFrom('record_keys').where('record_id', '=', gone).execute();
      await tx
        .updateTable('safety_alerts')
        .set({ content: new Uint8Array(40) })
        .where('id', '=', changed)
        .execute();
    });
    const { opened, unreadable } = await rotation.verify();
    expect(opened).toBe(248);
    expect(new Set(unreadable)).toEqual(
      new Set([
        { table: 'safety_alerts', id: gone, why: 'key gone' },
        { table: 'safety_alerts', id: changed, why: 'cannot be opened' },
      ]),
    );
  });

  it('a start is refused where the folder lacks a key that was put into use, and the watch says so', async () => {
    const { store, rotation, folders, program } = await newClinic(engine);
    await rotation.add();
    const elsewhere = { ...folders, keysDir: join(temporaryFolder(), 'keys') };
    cpSync(folders.keysDir, elsewhere.keysDir, { recursive: true });
    rmSync(join(elsewhere.keysDir, 'k2.key'));
    const other = await unlockStore(store, elsewhere);
    await rotation.rewrap();
    await expect(unlockStore(store, elsewhere)).rejects.toThrow(/lacks k2\.key/);
    const watch = createKeyWatch({ store, vault: other, onProblem: () => undefined });
    await expect(watch.look()).rejects.toThrow(KeyProblem);
    expect((await program()).vault.keyRing.roots.current.id).toBe('k2');
  });
});

/** `table.column` of every column that holds bytes. */
const bytesIn = async (plant?: string): Promise<readonly string[]> => {
  const store = await temporaryStore('sqlite');
  if (plant !== undefined) await sql.raw(plant).execute(store.db());
  const { rows } = await sql<{ place: string }>`
    select t.name || '.' || c.name as place from sqlite_schema t join pragma_table_info(t.name) c
    where t.type = 'table' and lower(c.type) = 'blob'`.execute(store.db());
  return rows.map(({ place }) => place);
};
const known = new Set([
  ...sealedPlaces.flatMap(({ table, columns }) => columns.map((column) => `${table}.${column}`)),
  ...otherBytes,
]);

it('every column of bytes is opened by `keys verify`, or is named as one that no record key opens', async () => {
  expect([...(await bytesIn())].sort()).toEqual([...known].sort());
});

it('a sealed column that nobody told `keys verify` of would be found', async () => {
  const all = await bytesIn('create table letters (id text, body blob)');
  expect(all.filter((place) => !known.has(place))).toEqual(['letters.body']);
});

it('are rewrapped a few in a commit, each once, and what does not open stays and is named', async () => {
  const { store, vault, rotation } = await newClinic('sqlite');
  const ids = [...(await addRecords(store, vault, 5))].sort();
  const [, spoilt = ''] = ids;
  await store
    .db()
    .updateTable('record_keys')
    .set({ wrapped: new Uint8Array(60) })
    .where('record_id', '=', spoilt)
    .execute();
  await rotation.add();
  const commits: number[] = [];
  const end = await rotation.rewrap({ keysPerCommit: 2, onCommit: (moved) => commits.push(moved) });
  expect(end).toEqual({ current: 'k2', moved: 4, unreadable: [spoilt], left: 0 });
  expect(commits).toEqual([1, 3, 4]);
  expect(await rotation.rewrap()).toEqual({ current: 'k2', moved: 0, unreadable: [spoilt], left: 0 });
  const verified = await rotation.verify();
  expect(verified).toEqual({
    opened: 4,
    unreadable: [{ table: 'safety_alerts', id: spoilt, why: 'cannot be opened' }],
  });
  const outcomes = await store.db().selectFrom('audit').select(['action', 'outcome', 'object_id']).execute();
  expect(outcomes.at(-1)).toEqual({ action: 'key.verify', outcome: 'refused', object_id: null });
  expect(outcomes[0]).toEqual({ action: 'key.add', outcome: 'done', object_id: 'k2' });
});

it('are put into use once, and counted from then: one that nobody made is not waited for', async () => {
  const { store, rotation, clock } = await newClinic('sqlite');
  expect(await rotation.rewrap()).toEqual({ current: 'k1', moved: 0, unreadable: [], left: 0 });
  await rotation.add();
  await rotation.rewrap();
  await rotation.rewrap();
  expect(await actionsIn(store)).toEqual(['key.rewrap', 'key.add', 'key.use', 'key.rewrap', 'key.rewrap']);
  expect(await listRootKeys(store.db())).toEqual([
    { id: 'k1', usedSince: 0, records: 0 },
    { id: 'k2', usedSince: clock.now().getTime(), records: 0 },
  ]);
  clock.forward(59_999);
  expect(await rotation.retire('k1')).toEqual({ ok: false, error: { kind: 'too-soon' } });
  clock.forward(1);
  expect(await rotation.retire('k1')).toEqual({ ok: true, value: expect.stringMatching(/k1\.retired$/) });
});

describe('a root key that a server uses again while it is being ended', () => {
  /** A clinic whose k1 may be retired, and whose audit, written last, first does this. */
  const meanwhile = async (act: (clinic: Awaited<ReturnType<typeof newClinic>>) => Promise<unknown>) => {
    const clinic = await newClinic('sqlite');
    const late = await clinic.program();
    await clinic.rotation.add();
    await clinic.rotation.rewrap();
    clinic.clock.forward(60_000);
    const { inTransaction } = clinic.store;
    const store = {
      ...clinic.store,
      inTransaction: async <T>(work: Parameters<typeof inTransaction<T>>[0]) => {
        await act({ ...clinic, vault: late.vault });
        return inTransaction(work);
      },
    };
    const audit = createAuditLog({
      key: clinic.vault.keyRing.auditChain,
      clinicId: clinic.vault.clinicId,
      clock: clinic.clock,
    });
    const needs = { store, vault: clinic.vault, audit, clock: clinic.clock, keysDir: clinic.folders.keysDir };
    return { ...clinic, rotation: createRotation(needs, { kind: 'system' }) };
  };

  it('stays, with its file, and it is said how many records it wraps', async () => {
    const clinic = await meanwhile(({ store, vault }) => addRecords(store, vault, 2));
    expect(await clinic.rotation.retire('k1')).toEqual({ ok: false, error: { kind: 'in-use', records: 2 } });
    expect(readKey(clinic.folders.keysDir, 'k1')).toBeDefined();
    expect(await actionsIn(clinic.store)).not.toContain('key.retire');
  });

  it('stays as well where the act could not be recorded, and that is told', async () => {
    const clinic = await meanwhile(({ store }) => sql`alter table audit rename to gone`.execute(store.db()));
    await expect(clinic.rotation.retire('k1')).rejects.toThrow(/audit/);
    expect(readKey(clinic.folders.keysDir, 'k1')).toBeDefined();
  });
});

it('the key of a record is found among many, and an id that is taken is refused', async () => {
  const { store, vault } = await newClinic('sqlite');
  const ids = await addRecords(store, vault, 501);
  const found = await findRecordKeys(store.db(), [...ids, 'nobody']);
  expect([...found.keys()].sort()).toEqual([...ids].sort());
  const [first = ''] = ids;
  expect(await findRecordKey(store.db(), first)).toEqual(found.get(first));
  expect(vault.envelope.unwrap(found.get(first) ?? never())).toMatchObject({ recordId: first });
  expect(await findRecordKey(store.db(), 'nobody')).toBeUndefined();
  const again = store.inTransaction((tx) =>
    insertRecordKey(tx, vault.envelope.newRecordKey(first).wrapped, 2),
  );
  await expect(again).rejects.toMatchObject({ code: 'id-taken', status: 409 });
  expect(await findRecordKey(store.db(), first)).toEqual(found.get(first));
});

const never = (): never => {
  throw new Error('The record has no key.');
};

it('a rewrapped key replaces only the one it was made from', async () => {
  const { store, vault } = await newClinic('sqlite');
  const [id = ''] = await addRecords(store, vault, 1);
  const from = (await findRecordKey(store.db(), id)) ?? never();
  const to = vault.envelope.rewrap(from);
  const replace = (change: Partial<typeof from>) =>
    store.inTransaction((tx) => replaceWrapping(tx, { ...from, ...change }, to));
  expect(await replace({ recordId: 'nobody' })).toBe(false);
  expect(await replace({ dataKeyId: 'another' })).toBe(false);
  expect(await replace({ rootKeyId: 'k9' })).toBe(false);
  expect(await findRecordKey(store.db(), id)).toEqual(from);
  expect(await replace({})).toBe(true);
  expect(await findRecordKey(store.db(), id)).toEqual({
    ...to,
    wrapped: Uint8Array.from(to.wrapped),
  });
});

it('what one key seals row by row opens in its own row only', async () => {
  const server = await testServer();
  await enrolledAdministrator(server);
  const { store, vault } = server.deps;
  // The account, and its factor.
  expect(await openEverything(store, vault)).toEqual({ opened: 2, unreadable: [] });
  const factor = await store.db().selectFrom('second_factors').selectAll().executeTakeFirstOrThrow();
  await store
    .db()
    .insertInto('second_factors')
    .values({ ...factor, id: 'moved' })
    .execute();
  expect(await openEverything(store, vault)).toEqual({
    opened: 2,
    unreadable: [{ table: 'second_factors', id: 'moved', why: 'cannot be opened' }],
  });
  const broken = { envelope: { ...vault.envelope, unwrap: () => never() } };
  await expect(openEverything(store, broken)).rejects.toThrow('The record has no key.');
});
