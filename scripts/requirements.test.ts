import { expect, test } from 'vitest';
import { requirementTable, rowsIn } from './requirements.ts';

test.each([
  ['P05: errors are told on Continue only', ['P05']],
  ['P02–P04 every page has the same parts', ['P02', 'P03', 'P04']],
  ['P14 P19: the tab is killed', ['P14', 'P19']],
  ['PHQ-9 is asked, and nothing of P5', []],
])('the title “%s” is about %j', (title, rows) => {
  expect(rowsIn(title)).toEqual(rows);
});

test('a row whose test failed, and a row without a test, are seen as such', () => {
  const table = requirementTable([
    { file: 'a.test.ts', title: 'P05 tells', status: 'passed' },
    { file: 'a.test.ts', title: 'P05 links', status: 'failed' },
  ]);
  expect(table).toContain('| `a.test.ts` | 1 of 2 passed |');
  expect(table).toMatch(/\| P06 \|.*no test carries its number \| – \|/);
});
