import { expect, test } from 'vitest';
import { isMeant, readTerm, searchable } from './search-term.ts';

const ana = { name: 'Ana María Núñez-O’Hara (goes by Annie)', phone: '(615) 555-0142', reference: 'KX7-4M2' };

test.each([
  ['any part of the first name', 'na', true],
  ['a name without its accents', 'nunez', true],
  ['two parts of the name in another order', 'núñez ana', true],
  ['the name she goes by', 'annie', true],
  ['the end of the phone number', '0142', true],
  ['the phone number in another form', '615.555.0142', true],
  ['a reference read over the phone', 'kx7 4m2', true],
  ['a part of the reference', '4m2', true],
  ['one word that is not hers', 'ana rivera', false],
  ['two digits, which would find everybody', '61', false],
  ['another reference', 'KX7-4M3', false],
])('staff look for %s: "%s"', (_what, typed, isFound) => {
  expect(isMeant(readTerm(typed), searchable(ana))).toBe(isFound);
});

test.each([
  ['2/10/1984', '1984-02-10'],
  ['02-10-1984', '1984-02-10'],
  ['1984-02-10', '1984-02-10'],
  ['2/30/1984', undefined],
  ['1984', undefined],
])('a birth date typed as %s is %s', (typed, birthDate) => {
  expect(readTerm(typed).whole.birthDate).toBe(birthDate);
});

test('a closed case is found by the whole surname, also one of two words behind a first name', () => {
  expect(readTerm(' Ana  van Dyke ').whole.surnames).toEqual(['Ana van Dyke', 'van Dyke', 'Dyke']);
});
