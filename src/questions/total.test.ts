import { expect, test } from 'vitest';
import { bandOf, blanksIn, itemAt, total } from './total.ts';

test.each([
  [[1, 2, 3], { min: 6, max: 6 }],
  [[1, null, 3], { min: 4, max: 7 }],
  [[null, null, null], { min: 0, max: 9 }],
  [[1], { min: 1, max: 7 }],
  [undefined, { min: 0, max: 9 }],
])('three items of 0 to 3 answered %j total %j', (items, expected) => {
  expect(total(items, 3, 3)).toEqual(expected);
});

test('a band is named only if both ends of the range lie in it', () => {
  const bands = [
    { name: 'low', min: 0, max: 4 },
    { name: 'high', min: 5, max: 9 },
  ];
  expect(bandOf({ min: 4, max: 4 }, bands)).toBe('low');
  expect(bandOf({ min: 5, max: 5 }, bands)).toBe('high');
  expect(bandOf({ min: 4, max: 5 }, bands)).toBeUndefined();
});

test('an item that is null, or beyond what is stored, is blank', () => {
  expect([itemAt([0, null], 0), itemAt([0, null], 1), itemAt([0, null], 2), itemAt(undefined, 0)]).toEqual([
    0,
    undefined,
    undefined,
    undefined,
  ]);
  expect(blanksIn([0, null], 3)).toBe(2);
});
