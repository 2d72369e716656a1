import { choice, text } from '../../questions/ask.ts';
import { page, step } from '../step.ts';
import * as en from './en.ts';
import * as es from './es.ts';

const words = { en: en.questions, es: es.questions };

/** The single drug question, verbatim. Its hint holds a place `{cannabisNote}`, see `cannabisNotes`. */
export const drugUse = choice(
  'drugUse',
  words,
  ['never', 'onceTwice', 'monthly', 'weekly', 'daily', 'unsure', 'declined'],
  {
    sensitive: true,
    loinc: '68524-8',
    optionCodes: {
      never: 'LA6270-8',
      onceTwice: 'LA26460-8',
      monthly: 'LA18876-5',
      weekly: 'LA18891-4',
      daily: 'LA18934-2',
    },
  },
);
export const drugsUsed = text('drugsUsed', words, {
  control: 'long',
  max: 4000,
  sensitive: true,
  shown: { key: 'drugUse', is: ['onceTwice', 'monthly', 'weekly', 'daily', 'unsure', 'declined'] },
});

/**
 * What stands for `{cannabisNote}` in the hint of the drug question, in each language, by the clinic's setting
 * `cannabisCounts`. It changes the words only: no rule reads it.
 *
 * @example fill(words.en.hint, { cannabisNote: cannabisNotes.en[settings.cannabisCounts ? 'counts' : 'doesNotCount'] })
 */
export const cannabisNotes = { en: en.cannabisNotes, es: es.cannabisNotes };

export const drugsStep = step('drugs', 'substances', [
  page('drugs', { en, es }, [drugUse, drugsUsed], { verbatim: true }),
]);
