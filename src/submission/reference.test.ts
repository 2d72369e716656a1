import { expect, it } from 'vitest';
import { REFERENCE_BYTES, readReference, referenceFrom } from './reference.ts';

it('a reference is two groups of three, without letters that are misread', () => {
  for (let byte = 0; byte < 256; byte += 1) {
    expect(referenceFrom(new Uint8Array(REFERENCE_BYTES).fill(byte))).toMatch(
      /^[0-9A-HJKMNP-TV-Z]{3}-[0-9A-HJKMNP-TV-Z]{3}$/,
    );
  }
});

it('every letter is as likely as every other', () => {
  const first = Array.from({ length: 256 }, (_, byte) => referenceFrom(new Uint8Array(6).fill(byte))[0]);
  const counts = new Map<string | undefined, number>();
  for (const letter of first) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  expect([...counts.values()]).toEqual(Array(32).fill(8));
});

it.each([
  ['KX7-4M2', 'KX7-4M2'],
  [' kx7 4m2 ', 'KX7-4M2'],
  ['kx74m2', 'KX7-4M2'],
  ['OIL-ooo', '011-000'],
  ['KX7-4M', undefined],
  ['KX7-4MU', undefined],
  ['', undefined],
])('%j typed is read as %s', (typed, reference) => {
  expect(readReference(typed)).toBe(reference);
});
