import { expect, test } from 'vitest';
import { gad7Score } from './score.ts';

const totalling = (points: number) =>
  Array.from({ length: 7 }, (_, item) => Math.max(0, Math.min(3, points - item * 3)));

test.each([
  [0, 'minimal'],
  [4, 'minimal'],
  [5, 'mild'],
  [9, 'mild'],
  [10, 'moderate'],
  [14, 'moderate'],
  [15, 'severe'],
  [21, 'severe'],
])('a GAD-7 of %i is %s', (points, band) => {
  expect(gad7Score(totalling(points))).toEqual({ min: points, max: points, band });
});

test('blank items make the total a range', () => {
  expect(gad7Score([2, null, 2, 1, null, 1, 1])).toEqual({ min: 7, max: 13, band: undefined });
  expect(gad7Score(undefined)).toEqual({ min: 0, max: 21, band: undefined });
});
