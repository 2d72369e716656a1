import { expect, it } from 'vitest';
import { temporaryVault } from '../keys/vault.fixture.ts';
import { personIndexes, phoneDigits } from './person-indexes.ts';

const { indexes } = temporaryVault();

it('a person is found by surname, birth date and phone, however these were typed', () => {
  const one = personIndexes(indexes, {
    lastName: 'Muñoz',
    birthDate: '1984-02-10',
    phone: '+1 (615) 555-0142',
  });
  const other = personIndexes(indexes, {
    lastName: ' MUÑOZ',
    birthDate: '1984-02-10',
    phone: '615.555.0142',
  });
  expect(one).toEqual(other);
  expect(new Set(Object.values(one)).size).toBe(3);
});

it('what was not given is looked for by nothing', () => {
  expect(personIndexes(indexes, {})).toEqual({
    surname_index: null,
    birth_date_index: null,
    phone_index: null,
  });
});

it.each([
  ['1 615 555 0142', '6155550142'],
  ['６１５ 555 0142', '6155550142'],
  ['2 615 555 0142', '26155550142'],
  ['+34 612 345 678', '34612345678'],
  ['15550142', '15550142'],
])('%s has the digits %s', (typed, digits) => {
  expect(phoneDigits(typed)).toBe(digits);
});
