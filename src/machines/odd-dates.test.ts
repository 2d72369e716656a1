import { expect, test } from 'vitest';
import type { Answers } from '../steps/catalog.ts';
import { oddDates } from './odd-dates.ts';

const asOf = '2026-11-22';
const born: Answers = { birthDate: '1984-02-10' };
const tms = (when: string): Answers => ({ ...born, tms: { had: 'yes', when } });

test.each([
  ['2026', undefined],
  ['2026-11', undefined],
  ['2026-11-22', undefined],
  ['2026-11-23', 'ahead'],
  ['2026-12', 'ahead'],
  ['2027', 'ahead'],
  ['1984', undefined],
  ['1984-02', undefined],
  ['1984-02-09', 'beforeBirth'],
  ['1984-01', 'beforeBirth'],
  ['1983', 'beforeBirth'],
])('P21 a treatment in %s is %s', (when, is) => {
  expect(oddDates(tms(when), asOf).map((one) => one.is)).toEqual(is ? [is] : []);
});

test('P21 the dates of an antidepressant count as well, each by itself', () => {
  const answers: Answers = {
    ...born,
    trials: [{ drug: 'sertraline', startedOn: '1970', endedOn: '2030-01' }],
  };
  expect(oddDates(answers, asOf)).toEqual([
    { key: 'trials', date: '1970', is: 'beforeBirth' },
    { key: 'trials', date: '2030-01', is: 'ahead' },
  ]);
});

test('P21 without a birth date only what has not come yet is odd', () => {
  expect(oddDates({ ect: { had: 'yes', when: '1850' } }, asOf)).toEqual([]);
});
