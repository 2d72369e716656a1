import { missing } from '../../machines/missing.ts';
import { answersSchema, firstProblem, pathText, schemaOf } from '../../questions/schema.ts';
import type { Settings } from '../../settings/settings.ts';
import type { Answers } from '../../steps/catalog.ts';
import { questionsWith } from '../../steps/own-instrument.ts';
import { isUnder18 } from '../../steps/relevant.ts';
import type { Sent } from '../../submission/freeze.ts';
import { formOf } from '../../submission/released-forms.ts';
import type { SubmissionRequest } from '../../submission/wire.ts';
import { joinPath } from '../edge/caps.ts';
import { Problem, unprocessable } from '../edge/problem.ts';

export interface ParseCircumstances {
  /** The clinic's day, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly settings: Pick<Settings, 'locations' | 'thresholds' | 'instrument'>;
}

/**
 * Believes nothing that a browser worked out: every value is parsed again, and the way through the form walked again.
 * Throws the problem with the path of the first thing that is wrong.
 */
export const parseSubmission = (request: SubmissionRequest, circumstances: ParseCircumstances): Sent => {
  if (formOf(request.formVersion) === undefined) throw unknownForm();
  const context = schemaContext(circumstances);
  const parsed = schemaFor(context).safeParse(request.answers);
  if (!parsed.success) {
    const { path, reason } = firstProblem(parsed.error.issues);
    throw refusedAnswer(`answers.${path}`, reason);
  }
  const answers: Answers = parsed.data;
  if (isUnder18(answers, circumstances.asOf)) throw under18();
  refuseWhatIsMissing(answers, circumstances);
  return {
    formVersion: request.formVersion,
    language: request.language,
    startedAt: request.startedAt,
    answers,
    trail: parseTrail(request.trail, context),
  };
};

const unknownForm = (): Problem =>
  unprocessable(
    'unknown-form',
    'This version of the form is not known here. Load the page again.',
    'formVersion',
  );

const schemaContext = ({ asOf, settings }: ParseCircumstances) => ({
  asOf,
  locations: settings.locations.map(({ id }) => id),
  instrument: settings.instrument,
});

type Schema = ReturnType<typeof answersSchema>;
let lastMade: { readonly of: string; readonly schema: Schema } | undefined;

/** Made once a day: it takes longer to make than to use. */
const schemaFor = (context: ReturnType<typeof schemaContext>): Schema => {
  const of = JSON.stringify(context);
  if (lastMade?.of !== of)
    lastMade = { of, schema: answersSchema(questionsWith(context.instrument), context) };
  return lastMade.schema;
};

const refuseWhatIsMissing = (answers: Answers, { asOf, settings }: ParseCircumstances): void => {
  const { needed, signed } = missing({
    answers,
    circumstances: { asOf, locationCount: settings.locations.length, instrument: settings.instrument },
    thresholds: settings.thresholds,
  });
  const [first] = needed;
  if (first) throw answerNeeded(`answers.${first.key}`);
  if (!signed) throw answerNeeded('answers.consents');
};

const parseTrail = (
  trail: SubmissionRequest['trail'],
  context: ReturnType<typeof schemaContext>,
): Sent['trail'] =>
  trail.map(({ key, at, from }, index) => {
    const question = questionsWith(context.instrument).find((one) => one.key === key);
    if (!question) throw refusedAnswer(`trail[${index}].key`, 'is not a known key');
    if (from === null) return { key, at };
    const parsed = schemaOf(question, context).safeParse(from);
    if (parsed.success) return { key, at, from };
    const [issue] = parsed.error.issues;
    throw refusedAnswer(
      pathText(['trail', index, 'from', ...(issue?.path ?? [])]),
      'is not an answer to this',
    );
  });

const refusedAnswer = (path: string, reason: string): Problem =>
  unprocessable('answer-refused', `What stands here ${reason}.`, shortened(path));

const answerNeeded = (path: string): Problem =>
  unprocessable('answer-needed', 'We need this answer before the form can be sent.', path);

const under18 = (): Problem =>
  new Problem({
    status: 422,
    code: 'under-18',
    title: 'This clinic treats adults',
    detail:
      'This clinic treats adults 18 and older, so we can’t take this form. For help now, call or text 988, or call 911.',
    path: 'answers.birthDate',
  });

export const isUnder18Problem = (error: unknown): boolean =>
  error instanceof Problem && error.code === 'under-18';

/** A key of the sender's own making may be long: it is named, cut short. */
const shortened = (path: string): string =>
  path.split('.').reduce((whole, part) => joinPath(whole, part), '');
