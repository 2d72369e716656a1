import type { Instrument } from '../../questions/instrument.ts';
import { answersSchema, firstProblem } from '../../questions/schema.ts';
import { type Answers, allQuestions } from '../../steps/catalog.ts';
import { ownQuestions } from '../../steps/own-instrument.ts';
import { alertAnswerKeys } from '../../submission/wire.ts';
import { unprocessable } from '../edge/problem.ts';

const carried: ReadonlySet<string> = new Set(alertAnswerKeys);
const questions = allQuestions.filter(({ key }) => carried.has(key));

/** The answers that an alert carries, parsed as those of a form are. */
export const parseAlertAnswers = (
  answers: Readonly<Record<string, unknown>>,
  asOf: string,
  instrument: Instrument | undefined,
): Answers => {
  const known = [...questions, ...ownQuestions(instrument)];
  const parsed = answersSchema(known, { asOf, locations: [] }).safeParse(answers);
  if (parsed.success) return parsed.data;
  const { path, reason } = firstProblem(parsed.error.issues);
  throw unprocessable('answer-refused', `What stands here ${reason}.`, `answers.${path}`);
};
