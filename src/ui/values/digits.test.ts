import { expect, test } from 'vitest';
import { inMilligrams, inMonths, inPounds, inWeeks, latinDigits, readAmount, readNumber } from './digits.ts';

test.each([
  ['١٩٨٤', '1984'],
  ['۱۹۸۴', '1984'],
  ['१९८४', '1984'],
  ['１９８４', '1984'],
  ['٧٠٫٥', '70.5'],
  ['70 kg', '70 kg'],
])('digits of any script: %s is %s', (typed, latin) => {
  expect(latinDigits(typed)).toBe(latin);
});

test.each([
  ['120', 120],
  ['  120  ', 120],
  ['1 200', 1200],
  ['10½', 10.5],
  ['1,200', 1200],
  ['1,200.5', 1200.5],
  ['70,5', 70.5],
  ['70.5', 70.5],
  ['.5', 0.5],
  ['١٢٠', 120],
  ['120.', 120],
  ['about 20', 20],
  ['unos 20', 20],
  ['~20', 20],
  ['-5', -5],
  ['−5', -5],
])('%s is the number %d', (typed, number) => {
  expect(readNumber(typed)).toBe(number);
});

test.each(['', '  ', 'a while', '5-6', '120/80', '20 mg', '1.2.3', '12 34', '2 or 3', '9'.repeat(90)])(
  '"%s" is not one bare number',
  (typed) => {
    expect(readNumber(typed)).toBeUndefined();
  },
);

test.each([
  ['8', inWeeks, 8],
  ['8 weeks', inWeeks, 8],
  ['8 semanas.', inWeeks, 8],
  ['6 months', inWeeks, 26],
  ['1 año', inWeeks, 52],
  ['14 días', inWeeks, 2],
  ['2 years', inMonths, 24],
  ['18 meses', inMonths, 18],
  ['20mg', inMilligrams, 20],
  ['20 mg a day', inMilligrams, 20],
  ['20 mg al día', inMilligrams, 20],
  ['20 mg/day', inMilligrams, 20],
  ['20 daily', inMilligrams, 20],
  ['0.5 g', inMilligrams, 500],
  ['150 lbs', inPounds, 150],
])('%s is read in the unit asked for', (typed, units, number) => {
  expect(readAmount(typed, units)).toBeCloseTo(number, 6);
});

test.each([
  ['20 mg twice a day', inMilligrams],
  ['two weeks', inWeeks],
  ['1 year 2 months', inWeeks],
  ['20 ml', inMilligrams],
])('%s could mean another number and is asked for again', (typed, units) => {
  expect(readAmount(typed, units)).toBeUndefined();
});
