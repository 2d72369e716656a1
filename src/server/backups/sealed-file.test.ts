import { createSecretKey, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../db/store.fixture.ts';
import { decodeEntries, type Entry, encodeEntry, type Value } from './entries.ts';
import { CannotOpenFile, readSealedFile, writeSealedFile } from './sealed-file.ts';

const key = createSecretKey(randomBytes(32));
const MIB = 1024 * 1024;

async function* pieces(bytes: Uint8Array, size: number) {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}
const all = async (parts: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const got: Uint8Array[] = [];
  for await (const part of parts) got.push(part);
  return Buffer.concat(got);
};

const sealed = async (bytes: Uint8Array, size = 100_000) => {
  const path = join(temporaryFolder(), 'file');
  await writeSealedFile(path, key, 'a/rows', pieces(bytes, size));
  return path;
};

it.each([0, 1, MIB - 1, MIB, MIB + 1, 2 * MIB, 3 * MIB + 7])(
  '%d bytes come back as they were',
  async (length) => {
    const bytes = randomBytes(length);
    expect((await all(readSealedFile(await sealed(bytes), key, 'a/rows'))).equals(bytes)).toBe(true);
  },
);

it.each([
  ['under another name', (path: string) => all(readSealedFile(path, key, 'b/rows'))],
  [
    'with another key',
    (path: string) => all(readSealedFile(path, createSecretKey(randomBytes(32)), 'a/rows')),
  ],
  ['cut after a whole chunk', (path: string) => changed(path, (bytes) => bytes.subarray(0, 37 + MIB + 16))],
  ['cut after its head', (path: string) => changed(path, (bytes) => bytes.subarray(0, 37))],
  ['cut anywhere', (path: string) => changed(path, (bytes) => bytes.subarray(0, 2_000_000))],
  ['with its chunks exchanged', (path: string) => changed(path, exchanged)],
  ['with a byte more', (path: string) => changed(path, (bytes) => Buffer.concat([bytes, Buffer.from([0])]))],
])('a file does not open %s', async (_title, attempt) => {
  await expect(attempt(await sealed(randomBytes(2 * MIB + 5)))).rejects.toThrow(CannotOpenFile);
});

it('what is no sealed file, or a piece of one, does not open', async () => {
  for (const bytes of ['', 'PRBK\x01', `PRBK\x02${'x'.repeat(60)}`, 'x'.repeat(100)]) {
    const path = join(temporaryFolder(), 'file');
    writeFileSync(path, bytes, 'latin1');
    await expect(all(readSealedFile(path, key, 'a/rows'))).rejects.toThrow(CannotOpenFile);
  }
});

const changed = (path: string, change: (bytes: Buffer) => Uint8Array) => {
  writeFileSync(path, change(readFileSync(path)));
  return all(readSealedFile(path, key, 'a/rows'));
};
const exchanged = (bytes: Buffer) => {
  const chunk = MIB + 16;
  const at = (index: number) => bytes.subarray(37 + index * chunk, 37 + (index + 1) * chunk);
  return Buffer.concat([bytes.subarray(0, 37), at(1), at(0), bytes.subarray(37 + 2 * chunk)]);
};

it('rows of any values come back, however the bytes are cut', async () => {
  const value: fc.Arbitrary<Value> = fc.oneof(
    fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed()),
    fc.maxSafeInteger(),
    fc.constant(null),
    fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
  );
  const entry: fc.Arbitrary<Entry> = fc.oneof(
    fc.record({ kind: fc.constant('row' as const), values: fc.array(value, { maxLength: 6 }) }),
    fc.record({ kind: fc.constant('table' as const), table: fc.string(), columns: fc.array(fc.string()) }),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(entry, { maxLength: 12 }),
      fc.integer({ min: 1, max: 300 }),
      async (entries, size) => {
        const read: Entry[] = [];
        const bytes = Buffer.concat(entries.map(encodeEntry));
        for await (const one of decodeEntries(pieces(bytes, size))) read.push(one);
        expect(read).toEqual(entries);
      },
    ),
    { numRuns: 60 },
  );
});
