import { expect, it } from 'vitest';
import { temporaryVault } from './vault.fixture.ts';

const { indexes } = temporaryVault();

it.each([
  ['Muñoz', 'MUÑOZ'],
  ['Muñoz', 'Mun\u0303oz'],
  [' Ortiz ', 'ortiz'],
])('%s and %s are found as one surname', (one, other) => {
  expect(indexes.of('surname', one)).toBe(indexes.of('surname', other));
});

it('another use, another cut of the parts, or another clinic gives another index', () => {
  const all = [
    indexes.of('surname', 'ab', 'c'),
    indexes.of('surname', 'a', 'bc'),
    indexes.of('reference', 'ab', 'c'),
    temporaryVault().indexes.of('surname', 'ab', 'c'),
  ];
  expect(new Set(all).size).toBe(4);
});

it('a body is compared byte by byte, not folded', () => {
  expect(indexes.of('body', 'A')).not.toBe(indexes.of('body', 'a'));
});
