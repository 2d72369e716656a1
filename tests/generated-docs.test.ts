import { expect, test } from 'vitest';
import { readGenerated } from '../scripts/generated.ts';
import { questionList } from '../scripts/question-list.ts';

test('the list of questions in the docs is the one the code makes', () => {
  expect(readGenerated('questions.md')).toBe(questionList());
});
