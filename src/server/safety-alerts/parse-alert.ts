import { answersSchema, firstProblem } from '../../questions/schema.ts';
import { type Answers, allQuestions } from '../../steps/catalog.ts';
import { alertAnswerKeys } from '../../submission/wire.ts';
import { unprocessable } from '../edge/problem.ts';

const carried: ReadonlySet<string> = new Set(alertAnswerKeys);
const questions = allQuestions.filter(({ key }) => carried.has(key));

/** The answers that an alert carries, parsed as those of a form are. */
export const parseAlertAnswers = (answers: Readonly<Record<string, unknown>>, asOf: string): Answers => {
  const parsed = answersSchema(questions, { asOf, locations: [] }).safeParse(answers);
  if (parsed.success) return parsed.data;
  const { path, reason } = firstProblem(parsed.error.issues);
  throw unprocessable('answer-refused', `What stands here ${reason}.`, `answers.${path}`);
};
