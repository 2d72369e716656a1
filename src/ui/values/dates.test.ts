import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type DateForm,
  dateForm,
  partialDateText,
  readBirthDate,
  readMonth,
  readPartialDate,
} from './dates.ts';

const today = '2026-11-22';
const form = (month: string, day: string, year: string): DateForm => ({ month, day, year });

test.each([
  ['3', 3],
  ['03', 3],
  [' 12. ', 12],
  ['Mar', 3],
  ['MARCH', 3],
  ['marzo', 3],
  ['Sept.', 9],
  ['setiembre', 9],
  ['ene', 1],
  ['dic.', 12],
  ['٣', 3],
  ['13', undefined],
  ['0', undefined],
  ['ma', undefined],
  ['Smarch', undefined],
  ['', undefined],
])('the month %s is %s', (typed, month) => {
  expect(readMonth(typed)).toBe(month);
});

test.each([
  [form('3', '5', '1984'), '1984-03-05'],
  [form('marzo', ' 5 ', '1984'), '1984-03-05'],
  [form('٣', '٥', '١٩٨٤'), '1984-03-05'],
  [form('Feb', '29', '2000'), '2000-02-29'],
  [form('11', '22nd', '2026'), '2026-11-22'],
  [form('3/5/1984', '', ''), '1984-03-05'],
  [form('', '', 'March 5, 1984'), '1984-03-05'],
  [form('1984-03-05', '', ''), '1984-03-05'],
  [form('5 marzo 1984', '', ''), '1984-03-05'],
])('%j is the birth date %s', (typed, date) => {
  expect(readBirthDate(typed, today, 'mdy')).toEqual({ ok: true, value: date });
});

test('where the day comes first, a pasted date is read so', () => {
  expect(readBirthDate(form('3/5/1984', '', ''), today, 'dmy')).toEqual({ ok: true, value: '1984-05-03' });
});

test('three blank inputs are blank, not wrong', () => {
  expect(readBirthDate(form(' ', '', ''), today, 'mdy')).toEqual({ ok: true, value: undefined });
});

test.each([
  [form('', '5', '1984'), 'dateMonth', 'month'],
  [form('13', '5', '1984'), 'dateMonth', 'month'],
  [form('3', '', '1984'), 'dateDay', 'day'],
  [form('3', '32', '1984'), 'dateDay', 'day'],
  [form('3', '5', ''), 'dateYear', 'year'],
  [form('3', '5', '84'), 'dateYear', 'year'],
  [form('2', '29', '1983'), 'dateExists', 'day'],
  [form('2', '30', '1984'), 'dateExists', 'day'],
  [form('11', '23', '2026'), 'dateFuture', 'year'],
  [form('11', '21', '1905'), 'datePast', 'year'],
])('%j has to be mended: %s', (typed, code, at) => {
  expect(readBirthDate(typed, today, 'mdy')).toMatchObject({ ok: false, error: { code, at } });
});

test('a person of 120 is not sent back', () => {
  expect(readBirthDate(form('11', '23', '1905'), today, 'mdy')).toEqual({ ok: true, value: '1905-11-23' });
});

test.each([
  ['', undefined],
  ['2019', '2019'],
  ['around 2015', '2015'],
  ['March 2019', '2019-03'],
  ['marzo de 2019', '2019-03'],
  ['3/2019', '2019-03'],
  ['03-2019', '2019-03'],
  ['2019-03', '2019-03'],
  ['2019-03-31', '2019-03-31'],
  ['3/5/2019', '2019-03-05'],
  ['March 5, 2019', '2019-03-05'],
  ['٢٠١٩', '2019'],
])('about when: %s is %s', (typed, date) => {
  expect(readPartialDate(typed, 'mdy')).toEqual({ ok: true, value: date });
});

test.each(['long ago', '13/2019', '2015 or 2016', '99', '2/30/2019', '1/2/3/2019'])(
  'about when: "%s" is asked for again',
  (typed) => {
    expect(readPartialDate(typed, 'mdy')).toMatchObject({ ok: false, error: { code: 'partialDate' } });
  },
);

const date = fc
  .date({ min: new Date('1910-01-01'), max: new Date('2026-11-22'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
const order = fc.constantFrom('mdy' as const, 'dmy' as const);

test('a stored date comes back unchanged from its inputs', () => {
  fc.assert(
    fc.property(date, order, (day, parts) => {
      expect(readBirthDate(dateForm(day), today, parts)).toEqual({ ok: true, value: day });
    }),
  );
});

test('a stored partial date comes back unchanged from its input', () => {
  const partial = fc.tuple(date, fc.constantFrom(4, 7, 10)).map(([day, length]) => day.slice(0, length));
  fc.assert(
    fc.property(partial, order, (day, parts) => {
      expect(readPartialDate(partialDateText(day, parts), parts)).toEqual({ ok: true, value: day });
    }),
  );
});
