import { expect, test } from 'vitest';
import { phq9Item9, phq9Score } from './score.ts';

const totalling = (points: number) =>
  Array.from({ length: 9 }, (_, item) => Math.max(0, Math.min(3, points - item * 3)));

test.each([
  [0, 'minimal'],
  [4, 'minimal'],
  [5, 'mild'],
  [9, 'mild'],
  [10, 'moderate'],
  [14, 'moderate'],
  [15, 'moderatelySevere'],
  [19, 'moderatelySevere'],
  [20, 'severe'],
  [27, 'severe'],
])('a PHQ-9 of %i is %s', (points, band) => {
  expect(phq9Score(totalling(points))).toEqual({ min: points, max: points, band });
});

test('a blank item makes the total a range', () => {
  expect(phq9Score([2, 2, 2, 2, 2, 2, 2, 3, null])).toEqual({ min: 17, max: 20, band: undefined });
});

test('a range within one band still names it', () => {
  expect(phq9Score([2, 2, 2, 2, 2, 2, null, 3, 0])).toEqual({ min: 15, max: 18, band: 'moderatelySevere' });
});

test('a PHQ-9 that was never answered is anything from 0 to 27', () => {
  expect(phq9Score(undefined)).toEqual({ min: 0, max: 27, band: undefined });
});

test('item 9 is the last of the nine', () => {
  expect(phq9Item9([0, 0, 0, 0, 0, 0, 0, 0, 2])).toBe(2);
  expect(phq9Item9([0, 0, 0, 0, 0, 0, 0, 0, null])).toBeUndefined();
  expect(phq9Item9(undefined)).toBeUndefined();
});
