import * as z from 'zod/mini';
import type { Instrument } from '../questions/instrument.ts';
import type { Question } from '../questions/question.ts';
import { currentForm, type Form, formWith } from './form.ts';
import one from './released/1.json' with { type: 'json' };

/** Every version that was ever released. They are written by `scripts/release-form.ts` and never changed. */
const releases: readonly unknown[] = [one];

const words = z.looseObject({ label: z.string(), short: z.string() });
const questionShape = z.looseObject({
  key: z.string(),
  kind: z.string(),
  words: z.strictObject({ en: words, es: words }),
});
const isQuestion = (value: unknown): value is Question => questionShape.safeParse(value).success;

type Page = Form['steps'][number]['pages'][number];
type Released = Omit<Form, 'steps'> & {
  readonly questions: readonly Question[];
  readonly steps: readonly (Omit<Form['steps'][number], 'pages'> & {
    readonly pages: readonly (Omit<Page, 'questions'> & { readonly questions: readonly string[] })[];
  })[];
};

const releasedShape = z.looseObject({
  formVersion: z.string(),
  sectionNames: z.looseObject({}),
  consentText: z.looseObject({ version: z.string() }),
  cannabisNotes: z.looseObject({}),
  questions: z.array(z.custom<Question>(isQuestion)),
  steps: z.array(z.looseObject({ id: z.string(), pages: z.array(z.looseObject({ id: z.string() })) })),
});
const isReleased = (value: unknown): value is Released => releasedShape.safeParse(value).success;

/**
 * Reads a released version back. Each question stands in it once; pages name them by key.
 *
 * @throws Error where the file is not a released form: a fault of the build, met by its test
 */
export function formFrom(released: unknown): Form {
  if (!isReleased(released)) throw new Error('not a released form');
  const { formVersion, sectionNames, consentText, cannabisNotes } = released;
  const byKey = new Map(released.questions.map((question) => [question.key, question]));
  const asked = (key: string): Question => {
    const question = byKey.get(key);
    if (!question) throw new Error(`the released form ${formVersion} lacks ${key}`);
    return question;
  };
  const steps = released.steps.map((step) => ({
    ...step,
    pages: step.pages.map((page) => ({ ...page, questions: page.questions.map(asked) })),
  }));
  return { formVersion, sectionNames, consentText, cannabisNotes, steps };
}

const forms: ReadonlyMap<string, Form> = new Map(
  releases.map(formFrom).map((form) => [form.formVersion, form]),
);

/** The versions that were released, oldest first. */
export const releasedVersions: readonly string[] = [...forms.keys()];

/**
 * The form with which a submission was made: the one to show, print and export it with.
 *
 * @param instrument the clinic's own suicide screen, where that was asked
 * @returns `undefined` where no such version was ever released
 */
export function formOf(version: string, instrument?: Instrument): Form | undefined {
  const form = version === currentForm.formVersion ? currentForm : forms.get(version);
  return form && formWith(form, instrument);
}
