import {
  chmodSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { engines, temporaryFolder, temporaryStore } from '../db/store.fixture.ts';
import { KeyProblem } from './key-files.ts';
import { unlockStore } from './unlock.usecases.ts';

const newClinic = async (engine = engines[0] ?? 'sqlite') => {
  const folder = temporaryFolder();
  const folders = { dataDir: join(folder, 'data'), keysDir: join(folder, 'keys') };
  const store = await temporaryStore(engine);
  return { store, folders, key: (name: string) => join(folders.keysDir, `${name}.key`) };
};

describe.each(engines)('the first start on %s', (engine) => {
  it('makes four key files that only their owner can read, and keeps them', async () => {
    const { store, folders } = await newClinic(engine);
    const first = await unlockStore(store, folders);
    expect(readdirSync(folders.keysDir).sort()).toEqual(['audit.key', 'backup.key', 'index.key', 'k1.key']);
    for (const file of readdirSync(folders.keysDir)) {
      expect(statSync(join(folders.keysDir, file)).mode & 0o777).toBe(0o600);
    }
    const { key, wrapped } = first.envelope.newRecordKey('r');
    const again = await unlockStore(store, folders);
    expect(again.clinicId).toBe(first.clinicId);
    expect(again.envelope.unwrap(wrapped).secret.equals(key.secret)).toBe(true);
    expect(again.indexes.of('surname', 'x')).toBe(first.indexes.of('surname', 'x'));
  });

  it('of two processes with keys of their own lets one through', async () => {
    const { store, folders } = await newClinic(engine);
    const other = { ...folders, keysDir: `${folders.keysDir}-other` };
    const ends = await Promise.allSettled([unlockStore(store, folders), unlockStore(store, other)]);
    expect(ends.map((end) => end.status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('the server does not start', () => {
  const refused = async (spoil: (clinic: Awaited<ReturnType<typeof newClinic>>) => void, reason: RegExp) => {
    const clinic = await newClinic();
    await unlockStore(clinic.store, clinic.folders);
    spoil(clinic);
    const start = unlockStore(clinic.store, clinic.folders);
    await expect(start).rejects.toThrow(KeyProblem);
    await expect(start).rejects.toThrow(reason);
  };

  it.each([
    ['a group', 0o640],
    ['everybody', 0o604],
  ])('when a key file is readable by %s', (_, mode) =>
    refused(({ key }) => chmodSync(key('k1'), mode), /can be read by other accounts/),
  );

  it.each(['k1', 'index', 'audit'])('when %s.key is gone', (name) =>
    refused(({ key }) => rmSync(key(name)), new RegExp(`lacks ${name}\\.key`)),
  );

  it('when the whole key folder is gone, instead of making new keys', () =>
    refused(({ folders }) => rmSync(folders.keysDir, { recursive: true }), /lacks .*k1/));

  it('when a key is not the one that the data was written with', () =>
    refused(
      ({ key }) =>
        writeFileSync(key('index'), `prelude-key index ${Buffer.alloc(32, 7).toString('base64url')}\n`),
      /index\.key.*not the key this data was written with/,
    ));

  it('when two key files were exchanged', () =>
    refused(({ key }) => {
      renameSync(key('index'), `${key('index')}.kept`);
      renameSync(key('audit'), key('index'));
      renameSync(`${key('index')}.kept`, key('audit'));
    }, /not a whole key file/));

  it('when a key file is half written', () =>
    refused(({ key }) => writeFileSync(key('k1'), 'prelude-key k1 abc'), /not a whole key file/));
});

describe('the key folder', () => {
  it.each(['data', 'data/keys', 'link/keys'])(
    '%s is refused, because it lies with the data',
    async (keys) => {
      const folder = temporaryFolder();
      mkdirSync(join(folder, 'data'));
      symlinkSync(join(folder, 'data'), join(folder, 'link'));
      const store = await temporaryStore('sqlite');
      const start = unlockStore(store, { dataDir: join(folder, 'data'), keysDir: join(folder, keys) });
      await expect(start).rejects.toThrow(/lies under DATA_DIR/);
    },
  );

  it('beside the data is welcome, though its name begins alike', async () => {
    const folder = temporaryFolder();
    const store = await temporaryStore('sqlite');
    await unlockStore(store, { dataDir: join(folder, 'data'), keysDir: join(folder, 'data-keys') });
  });

  it('is completed when the first start was killed half way', async () => {
    const { store, folders, key } = await newClinic();
    const stranger = await newClinic();
    await unlockStore(stranger.store, stranger.folders);
    mkdirSync(folders.keysDir);
    renameSync(stranger.key('k1'), key('k1'));
    await unlockStore(store, folders);
    expect(readdirSync(folders.keysDir).sort()).toEqual(['audit.key', 'backup.key', 'index.key', 'k1.key']);
  });
});
