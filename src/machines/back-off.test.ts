import { expect, test } from 'vitest';
import { backOff } from './back-off.ts';

const limits = { firstMs: 1_000, mostMs: 60_000 };

test.each([
  [1, 1_000],
  [2, 2_000],
  [3, 4_000],
  [6, 32_000],
  [7, 60_000],
  [500, 60_000],
])('after %i failed tries the pause is at most %i ms', (tries, most) => {
  expect(backOff(tries, () => 1, limits)).toBe(most);
  expect(backOff(tries, () => 0, limits)).toBe(most / 2);
});
