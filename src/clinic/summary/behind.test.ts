import { expect, test } from 'vitest';
import { rules } from '../../screening/rules.ts';
import { linesOf } from './behind.ts';

test('every rule stands behind a line of the summary, so that no finding is out of reach', () => {
  const withFindings = new Set(['safety', 'treatable', 'howIll', 'tried', 'medicines']);
  for (const { id } of rules) {
    expect(linesOf(id).length, id).toBeGreaterThan(0);
    for (const line of linesOf(id)) expect(withFindings.has(line), id).toBe(true);
  }
});

test.each([
  ['SU-ACUTE', ['safety']],
  ['CV-ANEURYSM', ['treatable']],
  ['LG-RIDE', ['treatable']],
  ['SC-INCOMPLETE', ['howIll']],
  ['TRD-MET', ['tried']],
  ['IND-SPR-NONMDD', ['tried']],
  ['RX-BENZO', ['medicines']],
  ['AL-KETAMINE', ['treatable', 'medicines']],
])('%s is found behind %j', (rule, lines) => {
  expect(linesOf(rule)).toEqual(lines);
});
