/**
 * The questions of a page together: which are visible, and what their inputs say.
 */
import { type Condition, type Given, holds, keysIn } from '../../questions/condition.ts';
import type { Question } from '../../questions/question.ts';
import { type AnswerValue, fromAnswer, type Reading, toAnswer } from './answer.ts';
import type { DateOrder } from './dates.ts';
import { type FormValues, rowsIn } from './form-value.ts';
import type { Problem, ProblemCode } from './problem.ts';

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
  /** What it is about, where the page asks more than one thing: a question, or a medicine of a list. */
  readonly about?: About;
}

export type About = { readonly question: Question } | { readonly medicine: string };

export interface PageAnswers {
  /** What could be read, by key; blank ones have no key. Holds hidden questions of the page too: they come back. */
  readonly answers: Readonly<Record<string, AnswerValue>>;
  /** Of visible questions alone, in their order. */
  readonly problems: readonly PageProblem[];
}

/** What a blank question asks for. */
const blankCode = ({ kind }: Question): ProblemCode => {
  if (kind === 'text' || kind === 'number') return 'write';
  if (kind === 'birthDate') return 'dateBlank';
  if (kind === 'consents') return 'sign';
  return 'answer';
};

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
  const visible = asked(questions, answers, outside);
  const problems = visible.flatMap((question): readonly PageProblem[] => {
    const { key } = question;
    const about = (at?: string) =>
      aboutMedicine(values[key], at) ?? (visible.length > 1 && { about: { question } });
    const read = reads.get(key);
    if (read && !read.ok) return read.error.map((problem) => ({ ...problem, key, ...about(problem.at) }));
    if (question.needed === 'toContinue' && read?.value === undefined)
      return [{ key, code: blankCode(question), ...firstPart(question), ...about() }];
    return [];
  });
  return { answers, problems };
}

/** Where a control of several parts begins. */
const firstPart = ({ kind }: Question): { readonly at?: string } => {
  if (kind === 'birthDate') return { at: 'month' };
  if (kind === 'treatment') return { at: 'had' };
  if (kind === 'consents') return { at: 'name' };
  if (kind === 'trials' || kind === 'augmentations' || kind === 'medications') return { at: 'pending' };
  return kind === 'items' ? { at: 'i0' } : {};
};

const aboutMedicine = (value: unknown, at: string | undefined): { readonly about: About } | undefined => {
  const row = at?.startsWith('rows.') ? rowsIn(value).rows[at.split('.')[1] ?? ''] : undefined;
  return row?.name ? { about: { medicine: row.name } } : undefined;
};

/** What a page's inputs hold when it opens. */
export const pageForm = (
  questions: readonly Question[],
  answers: Readonly<Record<string, unknown>>,
  order: DateOrder,
): FormValues =>
  Object.fromEntries(
    questions.map((question) => [question.key, fromAnswer(question, answers[question.key], order)]),
  );
