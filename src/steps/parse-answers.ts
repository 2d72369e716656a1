import { failed, ok, type Result } from '../lib/result.ts';
import type { Instrument } from '../questions/instrument.ts';
import { answersSchema, firstProblem, type Problem } from '../questions/schema.ts';
import type { Answers } from './catalog.ts';
import { questionsWith } from './own-instrument.ts';

/**
 * Makes a parser of answers for a clinic: unknown keys, values outside the list and numbers outside the range are
 * refused with their path, nothing is dropped. One parser serves for years: the day is handed in with each input.
 *
 * @param locations the ids of the clinic's locations
 * @param instrument the clinic's own suicide screen: only then its keys are known
 * @example answersParser([])({ sbp: 400 }, '2026-11-22') // failed: { path: 'sbp', reason: 'is too large …' }
 */
export function answersParser(locations: readonly string[], instrument?: Instrument) {
  // Making the schema takes milliseconds, parsing with it microseconds; only the birth date looks at the day.
  const context = { asOf: '', locations };
  const schema = answersSchema(questionsWith(instrument), context);
  return (input: unknown, asOf: string): Result<Answers, Problem> => {
    context.asOf = asOf;
    const parsed = schema.safeParse(input);
    return parsed.success ? ok(parsed.data as Answers) : failed(firstProblem(parsed.error.issues));
  };
}
