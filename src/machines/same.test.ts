import { expect, test } from 'vitest';
import { same } from './same.ts';

test.each([
  ['yes', 'yes', true],
  ['yes', 'no', false],
  [undefined, undefined, true],
  [undefined, null, false],
  [[2, null], [2, null], true],
  [[2, null], [2], false],
  [[], {}, false],
  [{ had: 'yes', when: undefined }, { had: 'yes' }, true],
  [{ a: 1, b: 2 }, { b: 2, a: 1 }, true],
  [[{ drug: 'x', weeks: 8 }], [{ drug: 'x', weeks: 9 }], false],
])('%j and %j are the same: %s', (one, other, expected) => {
  expect(same(one, other)).toBe(expected);
  expect(same(other, one)).toBe(expected);
});
