import { expect, test } from 'vitest';
import { readGenerated } from '../scripts/generated.ts';
import { questionList } from '../scripts/question-list.ts';
import { ruleTable } from '../scripts/rule-table.ts';

test('the list of questions in the docs is the one the code makes', () => {
  expect(readGenerated('questions.md')).toBe(questionList());
});

test('the table of rules in the docs is the one the code makes', () => {
  expect(readGenerated('rules.md')).toBe(ruleTable());
});
