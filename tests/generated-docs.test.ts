import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lastRuns, performancePage } from '../bench/performance.ts';
import { reasons } from '../bench/reasons.ts';
import { readGenerated } from '../scripts/generated.ts';
import { questionList } from '../scripts/question-list.ts';
import { ruleTable } from '../scripts/rule-table.ts';
import { settingsReference, withVariables } from '../scripts/settings-reference.ts';

test('the list of questions in the docs is the one the code makes', () => {
  expect(readGenerated('questions.md')).toBe(questionList());
});

test('the table of rules in the docs is the one the code makes', () => {
  expect(readGenerated('rules.md')).toBe(ruleTable());
});

test('the measured speeds in the docs are those of the last runs of the benches', () => {
  expect(readGenerated('performance.md')).toBe(performancePage(lastRuns()));
});

test('of each speed that falls short the docs say why', () => {
  const { browser, server } = lastRuns();
  const short = [...(browser?.verdicts ?? []), ...(server?.verdicts ?? [])].filter(({ holds }) => !holds);
  expect(short.map(({ goal }) => goal).filter((goal) => reasons[goal] === undefined)).toEqual([]);
});

test('every setting of a clinic is in the docs as its schema describes it', () => {
  expect(readGenerated('settings.md')).toBe(settingsReference());
});

test('every variable of the environment is in the README as its schema describes it', () => {
  const readme = readFileSync('README.md', 'utf8');
  expect(withVariables(readme)).toBe(readme);
});
