import * as z from 'zod/mini';
import { locales } from '../lib/locale.ts';
import { failed, ok, type Result } from '../lib/result.ts';
import type { Instrument } from '../questions/instrument.ts';
import { firstProblem, type Problem, type SchemaContext, schemaOf } from '../questions/schema.ts';
import type { Answers, CatalogQuestion, Key } from '../steps/catalog.ts';
import { formVersion } from '../steps/form-version.ts';
import { questionsWith } from '../steps/own-instrument.ts';
import type { Draft } from './draft.ts';
import { isInterruption, isPage } from './places.ts';

/** What stood in the inputs of a page when it was saved, half a date as well: it is no answer yet. */
export const typedInputs = z.strictObject({ place: z.string(), inputs: z.record(z.string(), z.unknown()) });
export type TypedInputs = z.infer<typeof typedInputs>;

export interface ParsedDraft {
  readonly draft: Draft;
  readonly typed?: TypedInputs | undefined;
  /** The version of the form that the draft was saved by. */
  readonly savedBy: string;
  /** The questions whose answers the form of today cannot take. */
  readonly askAgain: readonly Key[];
  /** What the draft held and the form cannot take: where, and why. Never the value. */
  readonly dropped: readonly Problem[];
}

/** `notADraft`: not ours, or damaged. `newerForm`: made by a version of the form that this one does not know. */
export type DraftRefusal = 'notADraft' | 'newerForm';

/** A draft as it was stored, by whatever version of the form. */
export interface StoredDraft {
  readonly format: 1;
  readonly formVersion: string;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly [part: string]: unknown;
}

/** From a form version to the next: gives back the draft as that one would have stored it, its version included. */
export type Migrations = Readonly<Record<string, (draft: StoredDraft) => StoredDraft>>;

/** One for each form version that was released and replaced. A key is the version that it starts from. */
export const migrations: Migrations = {};

/**
 * Brings a stored draft to the version of today, one version at a time.
 *
 * @example migrate(draft, { '1': (old) => ({ ...old, formVersion: '2' }) }, '2')
 */
export function migrate(
  draft: StoredDraft,
  chain: Migrations = migrations,
  to: string = formVersion,
): Result<StoredDraft, DraftRefusal> {
  const seen = new Set<string>();
  let here = draft;
  while (here.formVersion !== to) {
    const step = Object.hasOwn(chain, here.formVersion) ? chain[here.formVersion] : undefined;
    if (!step || seen.has(here.formVersion)) return failed('newerForm');
    seen.add(here.formVersion);
    here = step(here);
  }
  return ok(here);
}

const instant = z.iso.datetime({ offset: true });
const uuid = z.uuid();
const anyAnswers = z.record(z.string(), z.unknown());

const stored = z.looseObject({ format: z.literal(1), formVersion: z.string(), answers: anyAnswers });

const envelope = z.strictObject({
  format: z.literal(1),
  formVersion: z.string(),
  submissionId: uuid,
  alertId: uuid,
  language: z.enum(locales),
  startedAt: instant,
  passed: z.array(z.string()),
  answers: anyAnswers,
  changedAt: z.record(z.string(), instant),
  trail: z.array(z.strictObject({ key: z.string(), at: instant, from: z.unknown() })),
  changing: z.array(z.string()),
  alert: z.optional(
    z.strictObject({
      agreedBy: z.enum(['consent', 'asked']),
      state: z.enum(['raised', 'withdrawn']),
      answers: anyAnswers,
      standing: z.enum(['pending', 'told', 'refused']),
    }),
  ),
  sending: z.optional(instant),
  typed: z.optional(typedInputs),
});

/** What a draft is read with: its values, and which questions the clinic has. */
export interface DraftContext extends SchemaContext {
  readonly instrument?: Instrument | undefined;
}

/**
 * Reads a draft from wherever it was kept. It never throws: what is not a draft is refused as a whole, and an answer
 * that the form cannot take is left out and reported, so that one odd answer does not cost all others.
 *
 * @param context the day, and the ids of the clinic's locations
 */
export function parseDraft(input: unknown, context: DraftContext): Result<ParsedDraft, DraftRefusal> {
  const known = stored.safeParse(input);
  if (!known.success) return failed('notADraft');
  const migrated = migrate(known.data);
  if (!migrated.ok) return migrated;
  const parsed = envelope.safeParse(migrated.value);
  if (!parsed.success) return failed('notADraft');

  const { alert, sending, typed, ...rest } = parsed.data;
  const questions = byKey(questionsWith(context.instrument));
  const isKey = (key: string): key is Key => questions.has(key);
  const dropped: Problem[] = [];
  const answers = takeAnswers(rest.answers, 'answers', { questions, context }, dropped);
  return ok({
    typed,
    savedBy: known.data.formVersion,
    askAgain: Object.keys(rest.answers).filter(
      (key): key is Key => isKey(key) && !Object.hasOwn(answers, key),
    ),
    draft: {
      ...rest,
      passed: rest.passed.filter((place) => isPage(place) || isInterruption(place)),
      answers,
      changedAt: Object.fromEntries(Object.entries(rest.changedAt).filter(([key]) => isKey(key))),
      trail: rest.trail.flatMap(({ key, at, from }) => (isKey(key) ? [{ key, at, from }] : [])),
      changing: rest.changing.filter(isKey),
      ...(alert && {
        alert: {
          ...alert,
          answers: takeAnswers(alert.answers, 'alert.answers', { questions, context }, dropped),
        },
      }),
      ...(sending && { sending }),
    },
    dropped,
  });
}

type Questions = ReadonlyMap<string, CatalogQuestion>;
const byKey = (questions: readonly CatalogQuestion[]): Questions =>
  new Map(questions.map((question) => [question.key, question]));

/** The answers that the form can take; the others go into the report. */
function takeAnswers(
  given: Readonly<Record<string, unknown>>,
  path: string,
  { questions, context }: { readonly questions: Questions; readonly context: SchemaContext },
  dropped: Problem[],
): Answers {
  const taken: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(given)) {
    const question = questions.get(key);
    if (!question) {
      dropped.push({ path: `${path}.${key}`, reason: 'is not a known key' });
      continue;
    }
    const parsed = schemaOf(question, context).safeParse(value);
    if (parsed.success) {
      taken[key] = parsed.data;
      continue;
    }
    const problem = firstProblem(parsed.error.issues);
    const inside = problem.path && (problem.path.startsWith('[') ? problem.path : `.${problem.path}`);
    dropped.push({ path: `${path}.${key}${inside}`, reason: problem.reason });
  }
  return taken;
}
