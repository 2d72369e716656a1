import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readChain } from '../audit/audit.repository.ts';
import { readCheckpoints } from '../audit/checkpoint-files.ts';
import { verifyAudit } from '../audit/verify.ts';
import { openStore, type StorePlace } from '../db/connect.ts';
import { engines, temporaryFolder, temporaryPlace } from '../db/store.fixture.ts';
import { addRecords } from '../keys/invented-records.fixture.ts';
import { createRotation } from '../keys/rotation.usecases.ts';
import { unlockStore } from '../keys/unlock.usecases.ts';
import { openEverything } from '../keys/verify.usecases.ts';
import { eraseRecord, isErased } from '../retention/erasures.repository.ts';
import { readBackupDays } from './backup-days.repository.ts';
import { createBackupTimer } from './backup-timer.ts';
import { drill, refuseBesideKeys, restoreInto } from './backups.usecases.ts';
import { actor, type TemporaryClinic, temporaryClinic } from './clinic.fixture.ts';
import { refuseUnfit } from './fill.usecases.ts';
import { makeBackup } from './make.usecases.ts';

const emptyPlace = (): StorePlace => ({
  engine: 'sqlite',
  file: join(temporaryFolder(), 'data', 'prelude.sqlite'),
});

const restored = (clinic: TemporaryClinic, target: StorePlace, from = clinic.backups) =>
  restoreInto(target, { from, where: clinic.where, clock: clinic.clock, actor });

const HOUR = 3_600_000;

describe.each(engines)('a backup on %s', (engine) => {
  it.each(engines)('is restored to %s whole, and its audit goes on from there', async (other) => {
    const clinic = await temporaryClinic(engine);
    const now = clinic.clock.now().getTime();
    const user = {
      id: 'u',
      status: 'active',
      version: 1,
      roles: '',
      name_index: 'n',
      password_hash: 'p',
    } as const;
    await clinic.store.inTransaction(async (tx) => {
      const { key, wrapped } = clinic.vault.envelope.newRecordKey('u');
      const profile = clinic.vault.envelope.sealJson(key, { column: 'users.profile', version: 1 }, {});
      await tx
        .insertInto('users')
        .values({ ...user, profile, created_at: 1, updated_at: 1 })
        .execute();
      await tx
        .insertInto('record_keys')
        .values({
          record_id: 'u',
          data_key_id: wrapped.dataKeyId,
          root_key_id: wrapped.rootKeyId,
          wrapped: wrapped.wrapped,
          created_at: 1,
        })
        .execute();
      await tx
        .insertInto('sessions')
        .values({
          token_hash: 't',
          id: 's',
          user_id: 'u',
          device: 'd',
          created_at: 1,
          seen_at: now,
          factor_at: now,
          ends_at: now + HOUR,
          ended_at: null,
        })
        .execute();
    });
    const made = await makeBackup(clinic, clinic.backups, actor);
    expect(made.manifest.counts).toMatchObject({ safety_alerts: 3, record_keys: 4, users: 1, audit: 2 });
    // What came after it is lost, and the audit says so.
    await addRecords(clinic.store, clinic.vault, 2);
    await clinic.record();
    await clinic.checkpointer.seal();

    const target = other === 'sqlite' ? emptyPlace() : await temporaryPlace(other);
    expect(await restored(clinic, target)).toMatchObject({ auditRows: 2, opened: 4, erased: 0 });
    const store = await openStore(target);
    await refuseUnfit(store);
    const vault = await unlockStore(store, clinic.where);
    expect(await openEverything(store, vault)).toEqual({ opened: 4, unreadable: [] });
    const { ended_at: endedAt } = await store
      .db()
      .selectFrom('sessions')
      .select('ended_at')
      .executeTakeFirstOrThrow();
    expect(endedAt).toBe(now);
    const { checkpoints, restores, unreadable } = readCheckpoints(
      clinic.where.auditDir,
      vault.keyRing.auditCheckpoint,
      vault.clinicId,
    );
    expect(unreadable).toEqual([]);
    expect(restores).toMatchObject([{ to: { seq: 2 }, lost: 1 }]);
    const chain = { key: vault.keyRing.auditChain, clinicId: vault.clinicId, checkpoints };
    expect(await verifyAudit({ ...chain, rows: () => readChain(store.db) })).toEqual({
      sound: true,
      rows: 3,
      notSealedYet: 1,
    });
    await store.close();
  });

  it('holds one moment, though others write while it is made, and a drill opens all of it', async () => {
    const clinic = await temporaryClinic(engine, 120);
    const adding = Array.from({ length: 10 }, () => addRecords(clinic.store, clinic.vault, 3));
    const made = await makeBackup(clinic, clinic.backups, actor);
    await Promise.all(adding);
    const { counts } = made.manifest;
    expect(counts.record_keys).toBe(counts.safety_alerts);
    const drilled = await drill(clinic, {
      from: clinic.backups,
      where: clinic.where,
      clock: clinic.clock,
      actor,
    });
    expect(drilled.opened).toBe(counts.safety_alerts);
    expect(readdirSync(clinic.backups)).toEqual([made.name]);
    expect(await readBackupDays(clinic.store.db())).toEqual({
      lastBackup: clinic.clock.now().getTime(),
      lastDrill: clinic.clock.now().getTime(),
    });
  });

  it('is made once an hour by one of the servers', async () => {
    const clinic = await temporaryClinic(engine);
    const log = { error: (problem: unknown) => expect.unreachable(String(problem)) } as never;
    const timer = () =>
      createBackupTimer({ ...clinic, log, folder: clinic.backups, keysDir: clinic.where.keysDir });
    const [one, other] = [timer(), timer()];
    expect((await Promise.all([one.look(), other.look()])).sort()).toEqual([false, true]);
    clinic.clock.forward(HOUR - 1);
    expect(await one.look()).toBe(false);
    clinic.clock.forward(1);
    expect(await other.look()).toBe(true);
    // A clock that was set back by a year stops no backup.
    clinic.clock.forward(-365 * 24 * HOUR);
    expect(await one.look()).toBe(true);
    expect(readdirSync(clinic.backups)).toHaveLength(3);
  });

  it('brings nothing back that was erased after it was made, if a newer backup knows of it', async () => {
    const clinic = await temporaryClinic(engine);
    const [erased = '', ...others] = clinic.ids;
    const old = await makeBackup(clinic, clinic.backups, actor);
    await clinic.store.inTransaction((tx) =>
      eraseRecord(tx, { record_id: erased, erased_at: 1, reason: 'patient-asked' }),
    );
    clinic.clock.forward(HOUR);
    await makeBackup(clinic, clinic.backups, actor);
    const target = emptyPlace();
    expect(await restored(clinic, target, old.path)).toMatchObject({ opened: 2, erased: 1 });
    const store = await openStore(target);
    const alerts = await store.db().selectFrom('safety_alerts').select('id').execute();
    expect(new Set(alerts.map(({ id }) => id))).toEqual(new Set(others));
    expect(await isErased(store.db(), erased)).toBe(true);
    await store.close();
  });

  it('brings nothing back that was erased after the newest one, if the list beside the checkpoints is there', async () => {
    const clinic = await temporaryClinic(engine);
    const [byHand = '', byPatient = '', kept = ''] = clinic.ids;
    await makeBackup(clinic, clinic.backups, actor);
    await clinic.store.inTransaction((tx) =>
      eraseRecord(tx, { record_id: byHand, erased_at: 1, reason: 'patient-asked' }),
    );
    await clinic.checkpointer.seal();
    await clinic.store.inTransaction((tx) =>
      eraseRecord(tx, { record_id: byPatient, erased_at: 2, reason: 'deleted-by-patient' }),
    );
    await clinic.checkpointer.stop();
    await clinic.checkpointer.stop();
    const list = join(clinic.where.auditDir, 'erasures.sealed');
    const text = readFileSync(list, 'utf8');
    expect(text.trim().split('\n')).toHaveLength(2);
    expect(text).not.toContain(byHand);
    // The crash of a write, and a line that somebody made up.
    writeFileSync(list, `${text.slice(0, -20)}\nAAAA${text}`);

    const target = emptyPlace();
    const result = await restored(clinic, target);
    expect(result).toMatchObject({ opened: 1, erased: 2, unreadableErasures: 2 });
    const store = await openStore(target);
    expect(await store.db().selectFrom('safety_alerts').select('id').execute()).toEqual([{ id: kept }]);
    expect(await store.db().selectFrom('record_keys').select('record_id').execute()).toEqual([
      { record_id: kept },
    ]);
    expect([await isErased(store.db(), byHand), await isErased(store.db(), byPatient)]).toEqual([true, true]);
    await store.close();

    // It is the list that does it.
    rmSync(list);
    expect(await restored(clinic, emptyPlace())).toMatchObject({ opened: 3, erased: 0 });
  });

  it('of before a rotation opens with the newest record keys, after its own have had their time', async () => {
    const clinic = await temporaryClinic(engine);
    const old = await makeBackup(clinic, clinic.backups, actor);
    const rotation = createRotation({ ...clinic, keysDir: clinic.where.keysDir }, actor);
    await rotation.add();
    await rotation.rewrap();
    await addRecords(clinic.store, clinic.vault, 1);
    clinic.clock.forward(8 * 24 * HOUR);
    await expect(restored(clinic, emptyPlace(), old.path)).resolves.toMatchObject({ opened: 3 });
    await makeBackup(clinic, clinic.backups, actor);
    expect(existsSync(join(old.path, 'keys.sealed'))).toBe(false);
    await expect(restored(clinic, emptyPlace(), old.path)).resolves.toMatchObject({ opened: 3 });
  });
});

describe('a restore', () => {
  const backedUp = async () => {
    const clinic = await temporaryClinic('sqlite');
    const { path } = await makeBackup(clinic, clinic.backups, actor);
    return { clinic, path };
  };

  it.each(['rows.sealed', 'keys.sealed', 'erasures.sealed', 'manifest.json'])(
    'is refused where one byte of %s was changed, and leaves no clinic behind',
    async (file) => {
      const { clinic, path } = await backedUp();
      const bytes = readFileSync(join(path, file));
      const at = Math.floor(bytes.length / 2);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      writeFileSync(join(path, file), bytes);
      const target = emptyPlace();
      await expect(restored(clinic, target, path)).rejects.toThrow(
        file === 'manifest.json' ? /it was changed/ : /not as it was written/,
      );
      expect(target.engine === 'sqlite' && existsSync(target.file)).toBe(false);
    },
  );

  it('is refused where the file was sealed for another backup, though the manifest were forged to fit', async () => {
    const { clinic, path } = await backedUp();
    clinic.clock.forward(HOUR);
    const other = await makeBackup(clinic, clinic.backups, actor);
    cpSync(join(other.path, 'rows.sealed'), join(path, 'rows.sealed'));
    await expect(restored(clinic, emptyPlace(), path)).rejects.toThrow(/not as it was written/);
  });

  it('is refused with the keys of another clinic, and without keys', async () => {
    const { clinic, path } = await backedUp();
    const stranger = await temporaryClinic('sqlite');
    await expect(restored({ ...clinic, where: stranger.where }, emptyPlace(), path)).rejects.toThrow(
      /is not a backup that backup\.key .* has sealed/,
    );
    rmSync(clinic.where.keysDir, { recursive: true });
    await expect(restored(clinic, emptyPlace(), path)).rejects.toThrow(/lacks the keys/);
  });

  it('is refused over a clinic that is there', async () => {
    const { clinic } = await backedUp();
    await expect(restored(clinic, clinic.place)).rejects.toThrow(/is there already/);
  });

  it('is refused where there is no backup, and passes over what a killed one left', async () => {
    const { clinic, path } = await backedUp();
    mkdirSync(join(clinic.backups, '.unfinished-x'));
    appendFileSync(join(clinic.backups, 'note.txt'), 'x');
    await expect(restored(clinic, emptyPlace())).resolves.toMatchObject({ opened: 3 });
    renameSync(path, join(clinic.backups, '.unfinished-y'));
    await expect(restored(clinic, emptyPlace())).rejects.toThrow(/There is no backup in/);
  });

  it('begins again after one that was killed half way', async () => {
    const { clinic } = await backedUp();
    const target = emptyPlace();
    if (target.engine !== 'sqlite') return;
    mkdirSync(join(target.file, '..', 'restoring'), { recursive: true });
    writeFileSync(join(target.file, '..', 'restoring', 'prelude.sqlite'), 'half');
    await expect(restored(clinic, target)).resolves.toMatchObject({ opened: 3 });
    expect(readdirSync(join(target.file, '..'))).toEqual(['prelude.sqlite']);
  });
});

it('backups do not lie beside the keys', () => {
  expect(() => refuseBesideKeys('/srv/keys/backups', '/srv/keys')).toThrow(/apart from the keys/);
  expect(() => refuseBesideKeys('/srv', '/srv/keys')).toThrow(/apart from the keys/);
  expect(() => refuseBesideKeys('/srv/keys-of-old', '/srv/keys')).not.toThrow();
});

it('no name, phone or rule of a record lies in a backup in clear', async () => {
  const clinic = await temporaryClinic('sqlite', 20);
  const { path } = await makeBackup(clinic, clinic.backups, actor);
  for (const file of readdirSync(path)) {
    const bytes = readFileSync(join(path, file));
    for (const canary of ['Quillfeather', 'sameDay', clinic.ids[0] ?? 'none']) {
      expect(bytes.includes(canary), `${canary} in ${file}`).toBe(false);
    }
  }
});
