import { expect, test } from 'vitest';
import { actionText, actionWords, objectText } from '../src/clinic/administration/audit-words.ts';
import type { Action } from '../src/server/audit/act.ts';

/** The compiler refuses an act that has no words. */
const words: Readonly<Record<Action, string>> = actionWords;

test('every act of the audit has words of its own', () => {
  const all = Object.values(words);
  expect(new Set(all).size).toBe(all.length);
  expect(actionText('submission.export-list')).toBe('List exported');
  expect(objectText('submission')).toBe('case');
});

test('an act that a newer server knows is shown as its code', () => {
  expect(actionText('moon.land')).toBe('moon.land');
});
