import type { InEach } from '../lib/locale.ts';
import type { Instrument } from '../questions/instrument.ts';
import type { Question } from '../questions/question.ts';
import { steps } from '../steps/catalog.ts';
import { cannabisNotes } from '../steps/drugs/questions.ts';
import { formVersion } from '../steps/form-version.ts';
import { pageWith } from '../steps/own-instrument.ts';
import { consentText } from '../steps/sending/consent-text.ts';
import { type SectionId, type Step, sectionNames } from '../steps/step.ts';

/** One version of the form, whole: what was asked, in which words, in which order. Plain data. */
export interface Form {
  readonly formVersion: string;
  /** The clinic's own suicide screen, which stands in it in place of the ASQ. */
  readonly instrument?: Instrument;
  readonly sectionNames: InEach<Readonly<Record<SectionId, string>>>;
  readonly steps: readonly Step[];
  readonly consentText: { readonly version: string } & InEach<readonly string[]>;
  readonly cannabisNotes: InEach<{ readonly counts: string; readonly doesNotCount: string }>;
}

/** The form as it is asked today. */
export const currentForm: Form = { formVersion, sectionNames, steps, consentText, cannabisNotes };

/** A form as a clinic asks it that has a suicide screen of its own: its items on one page, no other page of the ASQ. */
export const formWith = (form: Form, instrument: Instrument | undefined): Form =>
  instrument
    ? {
        ...form,
        instrument,
        steps: form.steps.map((step) =>
          step.id === 'asq'
            ? { ...step, pages: step.pages.slice(0, 1).map((page) => pageWith(page, instrument)) }
            : step,
        ),
      }
    : form;

/** Every question of a form once, in the order of its pages. */
export const questionsOf = (form: Form): readonly Question[] => {
  const asked = form.steps.flatMap(({ pages }) => pages.flatMap(({ questions }) => questions));
  return [...new Map(asked.map((question) => [question.key, question])).values()];
};
