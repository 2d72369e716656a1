import type { Question } from '../questions/question.ts';
import { askableKeys, questionsOf } from './follow-up.ts';

/** Two answers that are one statement: nobody corrects half a blood pressure without seeing the other half. */
const together: readonly (readonly [string, string])[] = [
  ['sbp', 'dbp'],
  ['heightIn', 'weightLb'],
];

/** The keys of a statement, that of its first question first. */
export const statementOf = (key: string): readonly string[] =>
  together.find((keys) => keys.includes(key)) ?? [key];

/** Whether a statement stands in the list under this key. */
export const leadsStatement = (key: string): boolean => askableKeys.has(key) && statementOf(key)[0] === key;

/**
 * What is asked to correct a statement: its questions, and those that wait for them (when was the heart attack). The
 * items of a scale are the patient's own: they are asked again, never corrected.
 */
export const questionsToCorrect = (key: string): readonly Question[] => {
  const questions = questionsOf(statementOf(key));
  return questions.some(({ kind }) => kind === 'items' || kind === 'rating') ? [] : questions;
};
