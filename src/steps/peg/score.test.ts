import { expect, test } from 'vitest';
import { pegScore } from './score.ts';

test.each([
  [[8, 7, 8], 7.7],
  [[8, 7, 7], 7.3],
  [[0, 0, 0], 0],
  [[10, 10, 10], 10],
  [[0, 0, 1], 0.3],
  [[5, 5, 5], 5],
])('%j has a mean of %d', (items, mean) => {
  expect(pegScore(items)).toBe(mean);
});

test.each([[[8, null, 8]], [[8, 7]], [undefined]])('%j has no score', (items) => {
  expect(pegScore(items)).toBeUndefined();
});
