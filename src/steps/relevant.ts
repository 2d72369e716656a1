import { ageOn } from '../lib/dates.ts';
import { type Given, holds } from '../questions/condition.ts';
import type { Question } from '../questions/question.ts';
import { type Answers, allQuestions, type Key } from './catalog.ts';

/** What the relevance of an answer depends on besides the answers. */
export interface Circumstances {
  /** `YYYY-MM-DD`, the day in the clinic's time zone. */
  readonly asOf: string;
  readonly locationCount: number;
}

export interface Relevant {
  /** The questions that this person is asked. */
  readonly shown: ReadonlySet<Key>;
  /** Their answers. What stands under any other key is off the path and counts nowhere. */
  readonly answers: Answers;
}

/** All that somebody under 18 is asked. */
const askedOfEveryone: ReadonlySet<string> = new Set(['emergencyNow', 'birthDate']);

/**
 * Which questions are asked of this person, and the answers that count.
 *
 * A question that was shown and left blank is in `shown` and not in `answers`. Somebody whose birth date is
 * blank is asked as an adult. Answers off the path are left out, never deleted: they come back with the path.
 *
 * @example relevant({ mi: 'no', miWhen: 'over6m' }, circumstances).answers // { mi: 'no' }
 */
export function relevant(answers: Answers, circumstances: Circumstances): Relevant {
  const minor = isUnder18(answers, circumstances.asOf);
  const shown = new Set<Key>();
  const kept: Record<string, unknown> = {};
  const given: Given = { answers: kept, shown, counts: { locations: circumstances.locationCount } };
  for (const question of allQuestions) {
    if (minor && !askedOfEveryone.has(question.key)) continue;
    if (question.shown && !holds(question.shown, given)) continue;
    shown.add(question.key);
    const value = answers[question.key];
    if (value !== undefined && isAmong(question, value, kept)) kept[question.key] = value;
  }
  return { shown, answers: kept };
}

/** Whether a stored choice is still one of those it was made among. */
const isAmong = (question: Question, value: unknown, kept: Readonly<Record<string, unknown>>): boolean => {
  if (question.kind !== 'choice' || !question.among) return true;
  const offered = kept[question.among];
  return Array.isArray(offered) && offered.includes(value);
};

/** Under 18 by calendar date; not known is not under 18. */
export function isUnder18(answers: Answers, asOf: string): boolean {
  const age = answers.birthDate === undefined ? undefined : ageOn(answers.birthDate, asOf);
  return age !== undefined && age < 18;
}
