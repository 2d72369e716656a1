/**
 * The questions of a page together: which are visible, and what their inputs say.
 */
import { type Condition, type Given, holds, keysIn } from '../../questions/condition.ts';
import type { Question } from '../../questions/question.ts';
import { type AnswerValue, fromAnswer, type Reading, toAnswer } from './answer.ts';
import type { DateOrder } from './dates.ts';
import type { FormValues } from './form-value.ts';
import type { Problem } from './problem.ts';

/** The keys on this page that a question of this page waits for: all that has to be watched while typing. */
export function watchedKeys(questions: readonly Question[]): readonly string[] {
  const own = new Set(questions.map(({ key }) => key));
  const read = questions.flatMap((question) => [
    ...(question.shown ? keysIn(question.shown) : []),
    ...(question.kind === 'choice' && question.among ? [question.among] : []),
  ]);
  return [...new Set(read)].filter((key) => own.has(key));
}

/** The path as the walk over the stored answers found it; this page's own inputs are newer. */
export interface Outside extends Given {
  readonly answers: Readonly<Record<string, unknown>>;
}

/** The questions of the page that are asked, given what its inputs hold now. */
export function asked<Q extends Question>(
  questions: readonly Q[],
  answers: Readonly<Record<string, unknown>>,
  outside: Outside,
): readonly Q[] {
  const own = new Set(questions.map(({ key }) => key));
  const visible = new Set<string>();
  const given: Given = {
    answers: { ...outside.answers, ...Object.fromEntries([...own].map((key) => [key, answers[key]])) },
    shown: { has: (key) => (own.has(key) ? visible.has(key) : outside.shown.has(key)) },
    counts: outside.counts,
  };
  const isAsked = (condition: Condition | undefined) => !condition || holds(condition, given);
  return questions.filter((question) => {
    const asks = isAsked(question.shown);
    if (asks) visible.add(question.key);
    return asks;
  });
}

/** Whether a question waits for another of the page: it then stands under it, set apart. */
export const isReveal = (question: Question, questions: readonly Question[]): boolean =>
  question.shown !== undefined &&
  keysIn(question.shown).some((key) => questions.some((one) => one.key === key));

/** A problem and the question it belongs to. */
export interface PageProblem extends Problem {
  readonly key: string;
}

export interface PageAnswers {
  /** What could be read, by key; blank ones have no key. Holds hidden questions of the page too: they come back. */
  readonly answers: Readonly<Record<string, AnswerValue>>;
  /** Of visible questions alone, in their order. */
  readonly problems: readonly PageProblem[];
}

const isText = (question: Question) => question.kind === 'text' || question.kind === 'number';

/** Reads a whole page. Problems never hide the answers beside them. */
export function readPage(
  questions: readonly Question[],
  values: FormValues,
  reading: Reading,
  outside: Outside,
): PageAnswers {
  const reads = new Map(questions.map((question) => [question.key, toAnswer(question, values, reading)]));
  const answers: Record<string, AnswerValue> = {};
  for (const [key, read] of reads) if (read.ok && read.value !== undefined) answers[key] = read.value;
  const problems = asked(questions, answers, outside).flatMap((question): readonly PageProblem[] => {
    const read = reads.get(question.key);
    if (read && !read.ok) return read.error.map((problem) => ({ ...problem, key: question.key }));
    if (question.needed === 'toContinue' && read?.value === undefined)
      return [{ key: question.key, code: isText(question) ? 'write' : 'answer', ...firstPart(question) }];
    return [];
  });
  return { answers, problems };
}

/** Where a control of several parts begins. */
const firstPart = (question: Question): { readonly at?: string } =>
  question.kind === 'birthDate' ? { at: 'month' } : {};

/** What a page's inputs hold when it opens. */
export const pageForm = (
  questions: readonly Question[],
  answers: Readonly<Record<string, unknown>>,
  order: DateOrder,
): FormValues =>
  Object.fromEntries(
    questions.map((question) => [question.key, fromAnswer(question, answers[question.key], order)]),
  );
