import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { requirementTable, rowsIn, rowsNotHeld } from './requirements.ts';

test.each([
  ['P05: errors are told on Continue only', ['P05']],
  ['P02–P04 every page has the same parts', ['P02', 'P03', 'P04']],
  ['P14 P19: the tab is killed', ['P14', 'P19']],
  ['C09–C10 triage by keyboard, as P25', ['C09', 'C10', 'P25']],
  ['PHQ-9 is asked, and nothing of P5', []],
])('the title “%s” is about %j', (title, rows) => {
  expect(rowsIn(title)).toEqual(rows);
});

const outcomes = [
  { file: 'a.test.ts', title: 'P05 tells', status: 'passed' },
  { file: 'a.test.ts', title: 'P05 links', status: 'failed' },
  { file: 'b.test.ts', title: 'C07 tells them apart', status: 'passed' },
  { file: 'b.test.ts', title: 'C07 in the full run', status: 'skipped' },
];

test('a row whose test failed, and a row without a test, are seen as such', () => {
  const table = requirementTable(outcomes);
  expect(table).toContain('| `a.test.ts` | 1 of 2 passed |');
  expect(table).toContain('| `b.test.ts` | 1 of 1 passed |');
  expect(table).toMatch(/\| P06 \|.*no test carries its number \| – \|/);
  expect(rowsNotHeld(outcomes, { P05: '', P06: '', C07: '' })).toEqual(['P05', 'P06']);
});

test('every row of the guide stands in the title of a test', () => {
  const titles = globSync(['src/**/*.test.ts', 'tests/**/*.test.ts'])
    .flatMap((file) => [
      ...readFileSync(file, 'utf8').matchAll(/\b(?:test|it|describe)\b[^'"`]*['"`]([^\n]*)/g),
    ])
    .map(([, title]) => ({ file: '', title: title ?? '', status: 'passed' }));
  expect(rowsNotHeld(titles)).toEqual([]);
});
