import * as z from 'zod/mini';
import { codePoints } from '../lib/code-points.ts';
import { ageOn, isPartialDate, parseDate } from '../lib/dates.ts';
import { locales } from '../lib/locale.ts';
import { holds } from './condition.ts';
import type { Question } from './question.ts';
import { responses } from './values.ts';

/** What a value may depend on besides itself: the day, and the clinic's locations. */
export interface SchemaContext {
  /** `YYYY-MM-DD`, the day in the clinic's time zone. Looked at when a value is checked, not before. */
  readonly asOf: string;
  readonly locations: readonly string[];
}

const wellFormed = (text: string) => text.isWellFormed() && !text.includes('\u0000');

/** Text of 1 to `max` code points, without NUL or half characters. */
const textUpTo = (max: number) =>
  z.string().check(
    z.refine((value) => value.trim().length > 0, 'empty'),
    z.refine((value) => codePoints(value) <= max, 'too-long'),
    z.refine(wellFormed, 'ill-formed'),
  );

const line = textUpTo(4000);
const yesNoUnsure = z.enum(['yes', 'no', 'unsure']);
const response = z.enum(responses);
const partialDate = z.string().check(z.refine(isPartialDate, 'not-a-date'));
const weeks = z.number().check(z.gte(0), z.lte(2000));

const trial = z.strictObject({
  drug: line,
  doseMg: z.optional(z.number().check(z.gt(0))),
  weeks: z.optional(weeks),
  currentEpisode: z.optional(yesNoUnsure),
  mostDays: z.optional(yesNoUnsure),
  response: z.optional(response),
  stoppedBecause: z.optional(line),
  startedOn: z.optional(partialDate),
  endedOn: z.optional(partialDate),
  prescriber: z.optional(line),
});

const augmentation = z.strictObject({
  drug: line,
  weeks: z.optional(weeks),
  response: z.optional(response),
});

const medication = z.union([
  line,
  z.strictObject({
    name: line,
    dose: z.optional(line),
    howOften: z.optional(line),
    key: z.optional(line),
  }),
]);

const treatment = z.strictObject({
  had: yesNoUnsure,
  when: z.optional(partialDate),
  sessions: z.optional(z.number().check(z.gte(0), z.lte(10_000))),
  response: z.optional(response),
});

const consent = z.strictObject({
  version: line,
  at: z.iso.datetime({ offset: true }),
  language: z.enum(locales),
  name: line,
  relation: z.optional(line),
});

const isBirthDate = (context: SchemaContext) => (value: string) => {
  const age = parseDate(value) && ageOn(value, context.asOf);
  return age !== undefined && value <= context.asOf && age <= 120;
};

/** How many rows a list of medicines or trials may hold: as many as a body may have keys. */
const MOST_ROWS = 2000;
const rows = <T extends z.ZodMiniType>(row: T) => z.array(row).check(z.maxLength(MOST_ROWS));

/**
 * The schema of one question's value, absent left aside. Everything that parses answers, in the browser, on the
 * server and in `screen`, comes from here.
 */
export function schemaOf(question: Question, context: SchemaContext): z.ZodMiniType {
  switch (question.kind) {
    case 'yesNo':
    case 'choice':
      return z.enum(question.options);
    case 'choices':
      return z.array(z.enum(question.options)).check(z.maxLength(question.options.length));
    case 'location':
      return z.enum(context.locations);
    case 'rating':
      return z.literal([...question.values]);
    case 'items':
      return z.array(z.nullable(z.literal([...question.values]))).check(z.length(question.count));
    case 'number': {
      const inRange = z.number().check(z.gte(question.min), z.lte(question.max));
      return question.whole ? inRange.check(z.refine(Number.isInteger, 'not-whole')) : inRange;
    }
    case 'text':
      return textUpTo(question.max);
    case 'birthDate':
      return z.string().check(z.refine(isBirthDate(context), 'not-a-birth-date'));
    case 'trials':
      return rows(trial);
    case 'augmentations':
      return rows(augmentation);
    case 'medications':
      return rows(medication);
    case 'treatment':
      return treatment;
    case 'consents':
      return consent;
  }
}

/**
 * The strict schema of a flat object of answers: unknown keys are refused, every key may be absent. A choice made
 * among others (the main goal) must be one of them while its question is shown; left behind off the path, it waits.
 */
export function answersSchema(questions: readonly Question[], context: SchemaContext) {
  const values = z.strictObject(
    Object.fromEntries(questions.map((question) => [question.key, z.optional(schemaOf(question, context))])),
  );
  return values.check(({ value, issues }) => {
    for (const question of questions) {
      if (!isStrayChoice(question, value, context)) continue;
      issues.push({ code: 'custom', input: value, path: [question.key], message: 'not-chosen' });
    }
  });
}

type Stored = Readonly<Record<string, unknown>>;

function isStrayChoice(question: Question, stored: Stored, context: SchemaContext): boolean {
  if (question.kind !== 'choice' || !question.among) return false;
  const chosen = stored[question.key];
  const offered = stored[question.among];
  if (chosen === undefined || (Array.isArray(offered) && offered.includes(chosen))) return false;
  const given = { answers: stored, shown: everything, counts: { locations: context.locations.length } };
  return !question.shown || holds(question.shown, given);
}

const everything = { has: () => true };

/** Where and why a value was refused. Never holds the value. */
export interface Problem {
  /** `answers.trials[0].weeks` */
  readonly path: string;
  readonly reason: string;
}

/** A path as people write it: `trials[0].weeks`. */
export const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${part}]` : text ? `${text}.${String(part)}` : String(part),
    '',
  );

/**
 * The first thing that a schema refused, as a path and a short reason without the value. An unknown key is named
 * in the path. Of a union's branches, the one that got furthest speaks.
 */
export function firstProblem(issues: readonly z.core.$ZodIssue[]): Problem {
  const [issue] = issues;
  return issue ? problemOf(issue, []) : { path: '', reason: fallback };
}

function problemOf(issue: z.core.$ZodIssue, above: readonly PropertyKey[]): Problem {
  const path = [...above, ...issue.path];
  if (issue.code === 'unrecognized_keys')
    return { path: pathText([...path, issue.keys[0] ?? '']), reason: 'is not a known key' };
  const deeper = issue.code === 'invalid_union' ? furthest(issue.errors) : undefined;
  if (deeper) return problemOf(deeper, path);
  return { path: pathText(path), reason: reasons[issue.message] ?? reasons[issue.code] ?? fallback };
}

/** The first complaint of the branch that looked inside the value, if one did. */
const furthest = (branches: readonly (readonly z.core.$ZodIssue[])[]): z.core.$ZodIssue | undefined =>
  branches.find((issues) =>
    issues.some((one) => one.path.length > 0 || one.code === 'unrecognized_keys'),
  )?.[0];

const fallback = 'is not allowed here';

/** By the message of our own checks, else by zod's code. */
const reasons: Readonly<Record<string, string>> = {
  empty: 'is empty',
  'too-long': 'is too long',
  'ill-formed': 'holds characters that cannot be stored',
  'not-whole': 'is not a whole number',
  'not-a-date': 'is not a date',
  'not-a-birth-date': 'is not a date in the past 120 years',
  'not-chosen': 'is not one of those chosen',
  invalid_type: 'is of the wrong type or missing',
  invalid_value: 'is not one of the allowed values',
  too_big: 'is too large or too long',
  too_small: 'is too small or too short',
  invalid_format: 'is not in the expected form',
  custom: 'is not in the expected form',
};
