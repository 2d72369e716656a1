import { describe, expect, test } from 'vitest';
import { and, atLeast, not, or, presentIf, type Tri, tri } from './tri.ts';

const all: readonly Tri[] = ['present', 'absent', 'unknown'];

test.each([
  ['yes', 'present'],
  ['no', 'absent'],
  ['unsure', 'unknown'],
  ['declined', 'unknown'],
  [undefined, 'unknown'],
  [null, 'unknown'],
  [true, 'unknown'],
])('an answer of %j is %s', (answer, expected) => {
  expect(tri(answer)).toBe(expected);
});

describe.each(all)('with %s on the left', (left) => {
  test.each(all)('AND and OR with %s on the right follow the table', (right) => {
    const both = [left, right];
    expect(and(left, right)).toBe(
      both.includes('absent') ? 'absent' : both.includes('unknown') ? 'unknown' : 'present',
    );
    expect(or(left, right)).toBe(
      both.includes('present') ? 'present' : both.includes('unknown') ? 'unknown' : 'absent',
    );
    expect(not(and(left, right))).toBe(or(not(left), not(right)));
  });
});

test('the opposite of unknown is unknown', () => {
  expect(all.map(not)).toEqual(['absent', 'present', 'unknown']);
});

test('what is certain is present or absent', () => {
  expect([presentIf(true), presentIf(false)]).toEqual(['present', 'absent']);
});

test.each([
  [{ min: 8, max: 8 }, 'present'],
  [{ min: 8, max: 12 }, 'present'],
  [{ min: 7, max: 7 }, 'absent'],
  [{ min: 0, max: 7 }, 'absent'],
  [{ min: 7, max: 8 }, 'unknown'],
] as const)('%j against a cut of 8 is %s', (range, expected) => {
  expect(atLeast(range, 8)).toBe(expected);
});
