import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { temporaryFolder } from '../db/store.fixture.ts';
import { KeyProblem, makeKeyFiles, readKey, readKeyFiles, retireKeyFile } from './key-files.ts';
import { fingerprintOf } from './key-ring.ts';
import { createKeyWatch } from './key-watch.ts';
import { createLiveRootKeys } from './live-root-keys.ts';
import { newClinic } from './rotation.fixture.ts';

describe('the key files of a folder', () => {
  it('are 32 bytes each in one line, and are read back by name', () => {
    const folder = join(temporaryFolder(), 'a', 'keys');
    const made = makeKeyFiles(folder, ['k2', 'index', 'k1']);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(made.map(({ name, bytes }) => [name, bytes.length])).toEqual([
      ['k2', 32],
      ['index', 32],
      ['k1', 32],
    ]);
    expect(readFileSync(join(folder, 'k1.key'), 'utf8')).toMatch(/^prelude-key k1 [\w-]{43}\n$/);
    expect(readKeyFiles(folder)).toEqual([made[1], made[2], made[0]]);
    expect(readKey(folder, 'k2')).toEqual(made[0]);
    expect(readKey(folder, 'k3')).toBeUndefined();
    expect(readdirSync(folder).sort()).toEqual(['index.key', 'k1.key', 'k2.key']);
  });

  it('are none where there is no folder, and nothing else in it is one', () => {
    const folder = temporaryFolder();
    expect(readKeyFiles(join(folder, 'none'))).toEqual([]);
    for (const name of ['k1.retired', 'k1.key.new', 'k1', 'notes.key', 'k01.key', 'audit.txt'])
      writeFileSync(join(folder, name), 'not a key');
    expect(readKeyFiles(folder)).toEqual([]);
  });

  it('are written over what a start that was killed left half done', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'k1.key.new'), 'half');
    const [made] = makeKeyFiles(folder, ['k1']);
    expect(readKeyFiles(folder)).toEqual([made]);
    expect(existsSync(join(folder, 'k1.key.new'))).toBe(false);
  });

  it.each([
    ['nothing', ''],
    ['no end of line', `prelude-key k1 ${'a'.repeat(43)}`],
    ['a line more', `prelude-key k1 ${'a'.repeat(43)}\n\n`],
    ['a letter too few', `prelude-key k1 ${'a'.repeat(42)}\n`],
    ['a letter that is none', `prelude-key k1 ${'a'.repeat(42)}+\n`],
    ['something before it', ` prelude-key k1 ${'a'.repeat(43)}\n`],
    ['the name of another', `prelude-key k2 ${'a'.repeat(43)}\n`],
  ])('one that holds %s is refused, and named', (_, text) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'k1.key'), text, { mode: 0o600 });
    expect(() => readKey(folder, 'k1')).toThrow(KeyProblem);
    expect(() => readKey(folder, 'k1')).toThrow('k1.key is not a whole key file');
  });

  it('is put aside, not destroyed, when it retires', () => {
    const folder = temporaryFolder();
    makeKeyFiles(folder, ['k1']);
    const before = readFileSync(join(folder, 'k1.key'), 'utf8');
    const aside = retireKeyFile(folder, 'k1');
    expect(aside).toBe(join(folder, 'k1.retired'));
    expect(readFileSync(aside, 'utf8')).toBe(before);
    expect(readKeyFiles(folder)).toEqual([]);
  });
});

describe('the root keys of a server that runs', () => {
  const folderWith = (...names: readonly string[]) => {
    const folder = temporaryFolder();
    const marks = makeKeyFiles(folder, names).map(({ name, bytes }) => [name, fingerprintOf(bytes)] as const);
    return { folder, marks: new Map(marks) };
  };
  const only = (marks: ReadonlyMap<string, string>, ...names: readonly string[]) =>
    new Map([...marks].filter(([name]) => names.includes(name)));

  it('wrap with the newest that the store names; a file it does not name only opens', () => {
    const { folder, marks } = folderWith('k1', 'k2', 'k10');
    const roots = createLiveRootKeys(folder, only(marks, 'k1', 'k2'));
    expect(roots.current.id).toBe('k2');
    expect(roots.find('k10')?.id).toBe('k10');
    expect(roots.find('k3')).toBeUndefined();
    roots.use(marks);
    expect(roots.current.id).toBe('k10');
  });

  it('stay as they were where the folder lacks one, or holds another under its name', () => {
    const { folder, marks } = folderWith('k1');
    const roots = createLiveRootKeys(folder, marks);
    expect(() => roots.use(new Map([...marks, ['k2', 'x']]))).toThrow(KeyProblem);
    expect(() => roots.use(new Map([...marks, ['k2', 'x']]))).toThrow(/lacks k2\.key, with which the data/);
    makeKeyFiles(folder, ['k2']);
    expect(() => roots.use(new Map([...marks, ['k2', 'x']]))).toThrow(
      /k2\.key in .*: not the key this data was written with/,
    );
    expect(() => roots.use(new Map())).toThrow('The store names no root key.');
    expect(roots.current.id).toBe('k1');
  });

  it('are read from their files once: one that goes away later still opens what it wrapped', () => {
    const { folder, marks } = folderWith('k1');
    const roots = createLiveRootKeys(folder, marks);
    retireKeyFile(folder, 'k1');
    expect(roots.find('k1')).toBe(roots.current);
    mkdirSync(join(folder, 'elsewhere'));
    roots.use(marks);
    expect(roots.current.id).toBe('k1');
  });

  it('are looked at every ten seconds, until it stops', async () => {
    const { store, rotation, program } = await newClinic('sqlite');
    const server = await program();
    const problems: unknown[] = [];
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const watch = createKeyWatch({ store, vault: server.vault, onProblem: (one) => problems.push(one) });
    const current = () => server.vault.keyRing.roots.current.id;
    watch.start();
    await rotation.add();
    await rotation.rewrap();
    await vi.advanceTimersByTimeAsync(9_999);
    expect(current()).toBe('k1');
    await vi.advanceTimersByTimeAsync(1);
    await vi.waitFor(() => expect(current()).toBe('k2'));
    watch.stop();
    await rotation.add();
    await rotation.rewrap();
    await vi.advanceTimersByTimeAsync(60_000);
    expect([current(), problems]).toEqual(['k2', []]);
  });

  it('are missed aloud: the watch tells that the folder lacks one', async () => {
    const { store, vault } = await newClinic('sqlite');
    const problems: unknown[] = [];
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const watch = createKeyWatch({ store, vault, onProblem: (one) => problems.push(one) });
    onTestFinished(() => watch.stop());
    watch.start();
    await store.db().insertInto('root_keys').values({ id: 'k2', fingerprint: 'x', used_since: 1 }).execute();
    await vi.advanceTimersByTimeAsync(10_000);
    await vi.waitFor(() => expect(problems).toEqual([expect.any(KeyProblem)]));
  });
});
