import type { InEach } from '../lib/locale.ts';
import type { Question } from '../questions/question.ts';
import { steps } from '../steps/catalog.ts';
import { cannabisNotes } from '../steps/drugs/questions.ts';
import { formVersion } from '../steps/form-version.ts';
import { consentText } from '../steps/sending/consent-text.ts';
import { type SectionId, type Step, sectionNames } from '../steps/step.ts';

/** One version of the form, whole: what was asked, in which words, in which order. Plain data. */
export interface Form {
  readonly formVersion: string;
  readonly sectionNames: InEach<Readonly<Record<SectionId, string>>>;
  readonly steps: readonly Step[];
  readonly consentText: { readonly version: string } & InEach<readonly string[]>;
  readonly cannabisNotes: InEach<{ readonly counts: string; readonly doesNotCount: string }>;
}

/** The form as it is asked today. */
export const currentForm: Form = { formVersion, sectionNames, steps, consentText, cannabisNotes };

/** Every question of a form once, in the order of its pages. */
export const questionsOf = (form: Form): readonly Question[] => {
  const asked = form.steps.flatMap(({ pages }) => pages.flatMap(({ questions }) => questions));
  return [...new Map(asked.map((question) => [question.key, question])).values()];
};
