import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createAuditLog } from '../audit/audit-log.ts';
import { openStore } from '../db/connect.ts';
import type { Engine } from '../db/engine.ts';
import { engines, temporaryFolder, temporaryPlace, temporaryStore } from '../db/store.fixture.ts';
import { testClock } from '../server.fixture.ts';
import { addRecords } from './invented-records.fixture.ts';
import { KeyProblem, readKey } from './key-files.ts';
import { createKeyWatch } from './key-watch.ts';
import { createRotation } from './rotation.usecases.ts';
import { otherBytes, sealedPlaces } from './sealed-places.ts';
import { unlockStore } from './unlock.usecases.ts';
import { openEverything } from './verify.usecases.ts';

const actor = { kind: 'command-line' } as const;

const newClinic = async (engine: Engine) => {
  const place = await temporaryPlace(engine);
  const store = await openStore(place);
  onTestFinished(() => store.close());
  const folder = temporaryFolder();
  const folders = { dataDir: join(folder, 'data'), keysDir: join(folder, 'keys') };
  const clock = testClock();
  const program = async () => {
    const vault = await unlockStore(store, folders);
    const audit = createAuditLog({ key: vault.keyRing.auditChain, clinicId: vault.clinicId, clock });
    const rotation = createRotation({ store, vault, audit, clock, keysDir: folders.keysDir }, actor);
    return { vault, rotation };
  };
  return { place, store, folders, clock, program, ...(await program()) };
};

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

  const [records, kills] = process.env.FULL === '1' ? [1_000, 10] : [120, 3];
  it(`${records} records open after the process that rewraps them was killed ${kills} times`, async () => {
    const clinic = await newClinic(engine);
    await addRecords(clinic.store, clinic.vault, records);
    await clinic.rotation.add();
    const input = JSON.stringify({ place: clinic.place, ...clinic.folders });
    const moved: number[] = [];
    for (let kill = 0; kill < kills; kill += 1) {
      const child = spawn(process.execPath, [
        fileURLToPath(new URL('./rewrap-child.fixture.ts', import.meta.url)),
      ]);
      let said = 0;
      let errors = '';
      child.stderr.on('data', (chunk) => (errors += chunk));
      child.stdout.on('data', () => {
        said += 1;
        // After a few of its commits, wherever it is by then.
        if (said === 2 + kill) child.kill('SIGKILL');
      });
      child.stdin.end(input);
      const [, signal] = await once(child, 'exit');
      expect([signal, errors]).toEqual(['SIGKILL', '']);
      const left = await clinic.store
        .db()
        .selectFrom('record_keys')
        .select((row) => row.fn.countAll<number>().as('count'))
        .where('root_key_id', '=', 'k1')
        .executeTakeFirstOrThrow();
      moved.push(records - Number(left.count));
      expect(await openEverything(clinic.store, clinic.vault)).toEqual({ opened: records, unreadable: [] });
    }
    expect(moved).toEqual([...moved].sort((a, b) => a - b));
    const end = await (await clinic.program()).rotation.rewrap();
    expect(end).toMatchObject({ current: 'k2', moved: records - (moved.at(-1) ?? 0), left: 0 });
    expect(await openEverything(clinic.store, clinic.vault)).toEqual({ opened: records, unreadable: [] });
  }, 120_000);
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
