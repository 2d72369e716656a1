import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CannotOpen, createEnvelope } from './envelope.ts';
import { temporaryKeyRing, temporaryVault } from './vault.fixture.ts';

const { envelope } = temporaryVault();
const place = { column: 'answers', version: 1 };
const bytes = fc.uint8Array({ maxLength: 9_000 });

const flip = (blob: Uint8Array, bit: number): Uint8Array => {
  const changed = Uint8Array.from(blob);
  const at = bit >> 3;
  changed[at] = (changed[at] ?? 0) ^ (1 << (bit & 7));
  return changed;
};

describe('a sealed column', () => {
  it('opens to exactly what was sealed, whatever it was', () => {
    fc.assert(
      fc.property(bytes, fc.uuid(), (plaintext, recordId) => {
        const { key, wrapped } = envelope.newRecordKey(recordId);
        const blob = envelope.seal(key, place, plaintext);
        expect([...envelope.open(envelope.unwrap(wrapped), place, blob)]).toEqual([...plaintext]);
      }),
      { numRuns: 60 },
    );
  });

  it('opens to the same JSON, so also to names in any script', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        const { key } = envelope.newRecordKey('r');
        const value: unknown = JSON.parse(json);
        expect(envelope.openJson(key, place, envelope.sealJson(key, place, value))).toEqual(value);
      }),
      { numRuns: 60 },
    );
  });

  it('does not open when any one bit of it is flipped', () => {
    const { key } = envelope.newRecordKey('r');
    const blob = envelope.seal(key, place, Buffer.from('present plan: yes'));
    const positions = [
      ...Array.from({ length: 60 * 8 }, (_, bit) => bit),
      ...Array.from({ length: 17 * 8 }, (_, bit) => blob.length * 8 - 1 - bit),
    ];
    for (const bit of positions) expect(() => envelope.open(key, place, flip(blob, bit))).toThrow(CannotOpen);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: blob.length * 8 - 1 }), (bit) => {
        expect(() => envelope.open(key, place, flip(blob, bit))).toThrow(CannotOpen);
      }),
      { numRuns: 400 },
    );
  });

  it('does not open when it is cut short anywhere', () => {
    const { key } = envelope.newRecordKey('r');
    const blob = envelope.seal(key, place, Buffer.from('x'));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: blob.length - 1 }), (length) => {
        expect(() => envelope.open(key, place, blob.subarray(0, length))).toThrow(CannotOpen);
      }),
    );
  });

  it('does not open in another column, version, record, or clinic', () => {
    const keyRing = temporaryKeyRing();
    const here = createEnvelope(keyRing, 'clinic a');
    const { key, wrapped } = here.newRecordKey('one');
    const blob = here.seal(key, place, Buffer.from('text'));
    const refused = [
      () => here.open(key, { ...place, column: 'summary' }, blob),
      () => here.open(key, { ...place, version: 2 }, blob),
      () => here.open({ ...key, recordId: 'two' }, place, blob),
      () => here.open(here.newRecordKey('one').key, place, blob),
      () => here.open({ ...key, dataKeyId: here.newRecordKey('one').key.dataKeyId }, place, blob),
      () => createEnvelope(keyRing, 'clinic b').open(key, place, blob),
      () => createEnvelope(keyRing, 'clinic b').unwrap(wrapped),
      () => here.unwrap({ ...wrapped, recordId: 'two' }),
      () => here.unwrap({ ...wrapped, dataKeyId: 'ab' }),
      () => here.unwrap({ ...wrapped, rootKeyId: 'k2' }),
      () => createEnvelope(temporaryKeyRing(), 'clinic a').unwrap(wrapped),
    ];
    for (const attempt of refused) expect(attempt).toThrow(CannotOpen);
    expect(Buffer.from(here.open(key, place, blob)).toString()).toBe('text');
  });

  it('is as long for a short story as for a longer one, in steps of 4 KiB', () => {
    const { key } = envelope.newRecordKey('r');
    const lengths = [0, 1, 4_092, 4_093, 8_188, 8_189].map(
      (size) => envelope.seal(key, place, Buffer.alloc(size)).length,
    );
    const [empty, one, full, two, twoFull, three] = lengths;
    expect([one, full]).toEqual([empty, empty]);
    expect(twoFull).toBe(two);
    expect([Number(two) - Number(full), Number(three) - Number(twoFull)]).toEqual([4_096, 4_096]);
  });

  it('is never the same twice', () => {
    const { key } = envelope.newRecordKey('r');
    const sealed = () => Buffer.from(envelope.seal(key, place, Buffer.from('same'))).toString('hex');
    expect(sealed()).not.toBe(sealed());
  });

  it('begins with its magic, its format and the id of the data key, and no byte of the text', () => {
    const { key } = envelope.newRecordKey('r');
    const blob = Buffer.from(envelope.seal(key, place, Buffer.from('CANARY')));
    expect(blob.subarray(0, 4).toString()).toBe('PRLD');
    expect(blob[4]).toBe(1);
    expect(blob.subarray(6, 6 + (blob[5] ?? 0)).toString()).toBe(key.dataKeyId);
    expect(blob.includes('CANARY')).toBe(false);
  });
});

it('a new record key is wrapped by the newest root key, and older ones still open', () => {
  const both = createEnvelope(temporaryKeyRing('k10', 'k9', 'k2'), 'c');
  expect(both.newRecordKey('r').wrapped.rootKeyId).toBe('k10');
});
