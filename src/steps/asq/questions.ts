import { choice } from '../../questions/ask.ts';
import type { Choice } from '../../questions/question.ts';
import { page, step } from '../step.ts';
import * as en from './en.ts';
import * as es from './es.ts';

const words = { en: en.questions, es: es.questions };

/**
 * An ASQ item: Yes, No, Prefer not to answer. "Not sure" is a value that the schema and the rules take, and that
 * counts like a refusal; the form does not offer it.
 */
const asked = <const K extends keyof typeof en.questions & `asq${number}`>(
  key: K,
  more: Pick<Choice, 'shown'> = {},
) => ({
  ...choice(key, words, ['yes', 'no', 'unsure', 'declined'], {
    needed: 'toContinue',
    sensitive: true,
    ...more,
  }),
  offered: ['yes', 'no', 'declined'] as const,
});

export const asq1 = asked('asq1');
export const asq2 = asked('asq2');
export const asq3 = asked('asq3');
export const asq4 = asked('asq4');
/** When, in four choices. How is not asked. */
export const asq4when = choice('asq4when', words, ['past3m', '3to12m', 'over1y', 'unsure'], {
  sensitive: true,
  shown: { key: 'asq4', is: ['yes'] },
});

const notNo = ['yes', 'unsure', 'declined'];
/** One of the four left blank does not show it. */
export const asq5 = asked('asq5', {
  shown: {
    any: [
      { key: 'asq1', is: notNo },
      { key: 'asq2', is: notNo },
      { key: 'asq3', is: notNo },
      { key: 'asq4', is: notNo },
    ],
  },
});

export const asqStep = step('asq', 'feelings', [
  page('asqWishes', { en, es }, [asq1, asq2, asq3], { verbatim: true }),
  page('asqAttempt', { en, es }, [asq4, asq4when], { verbatim: true }),
  page('asqNow', { en, es }, [asq5], { verbatim: true }),
]);
