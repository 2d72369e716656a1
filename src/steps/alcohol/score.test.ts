import { expect, test } from 'vitest';
import { auditcBlanks, auditcScore } from './score.ts';

test.each([
  [[1, 0, 0], 1, 1, 0],
  [[4, 4, 4], 12, 12, 0],
  [[4, 3, 2], 9, 9, 0],
  [[2, null, 1], 3, 7, 1],
  [[null, 1, 1], 2, 6, 1],
  [[0, null, null], 0, 0, 0],
  [[0, 4, 4], 0, 0, 0],
  [[0], 0, 0, 0],
  [[null, null, null], 0, 12, 3],
  [undefined, 0, 12, 3],
])('%j is at least %i, at most %i, with %i blank', (items, min, max, blanks) => {
  expect(auditcScore(items)).toEqual({ min, max });
  expect(auditcBlanks(items)).toBe(blanks);
});
