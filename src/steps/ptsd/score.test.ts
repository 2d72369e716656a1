import { expect, test } from 'vitest';
import { pcptsd5Score } from './score.ts';

test.each([
  [[0, 0, 0, 0, 0], 0, 'negative', 'negative'],
  [[1, 1, 0, 0, 0], 2, 'negative', 'negative'],
  [[1, 1, 1, 0, 0], 3, 'positive', 'negative'],
  [[1, 1, 1, 1, 0], 4, 'positive', 'positive'],
  [[1, 1, 1, 1, 1], 5, 'positive', 'positive'],
] as const)('%j is %i yes: %s at three, %s at four', (items, yes, atThree, atFour) => {
  expect(pcptsd5Score(items)).toEqual({ min: yes, max: yes, atThree, atFour });
});

test('a blank item leaves a cut open only where it could still be reached', () => {
  expect(pcptsd5Score([1, 1, null, 0, 0])).toEqual({
    min: 2,
    max: 3,
    atThree: undefined,
    atFour: 'negative',
  });
  expect(pcptsd5Score(undefined)).toEqual({ min: 0, max: 5, atThree: undefined, atFour: undefined });
});
