import { expect, test } from 'vitest';
import { lastRuns, performancePage } from '../bench/performance.ts';
import { readGenerated } from '../scripts/generated.ts';
import { questionList } from '../scripts/question-list.ts';
import { ruleTable } from '../scripts/rule-table.ts';

test('the list of questions in the docs is the one the code makes', () => {
  expect(readGenerated('questions.md')).toBe(questionList());
});

test('the table of rules in the docs is the one the code makes', () => {
  expect(readGenerated('rules.md')).toBe(ruleTable());
});

test('the measured speeds in the docs are those of the last runs of the benches', () => {
  expect(readGenerated('performance.md')).toBe(performancePage(lastRuns()));
});
