import { choice, yesNoPrivate } from '../../questions/ask.ts';
import { page, step } from '../step.ts';
import * as en from './en.ts';
import * as es from './es.ts';

const words = { en: en.questions, es: es.questions };

/** Read for the AUDIT-C cut only; it hides no question. */
export const sex = choice('sex', words, ['male', 'female', 'intersex', 'declined'], { sensitive: true });
/** Never hidden by sex or gender. */
export const canBecomePregnant = yesNoPrivate('canBecomePregnant', words, { sensitive: true });
export const breastfeeding = yesNoPrivate('breastfeeding', words, { sensitive: true });

const couldBecomePregnant = { key: 'canBecomePregnant', is: ['yes', 'unsure', 'declined', null] } as const;
export const pregnant = yesNoPrivate('pregnant', words, { shown: couldBecomePregnant, sensitive: true });

const notPregnantNow = {
  all: [couldBecomePregnant, { key: 'pregnant', is: ['no', 'unsure', 'declined', null] }],
} as const;
export const tryingPregnant = yesNoPrivate('tryingPregnant', words, {
  shown: notPregnantNow,
  sensitive: true,
});
export const contraception = yesNoPrivate('contraception', words, { shown: notPregnantNow, sensitive: true });

export const pregnancyStep = step('pregnancy', 'body', [
  page('pregnancy', { en, es }, [sex, canBecomePregnant, breastfeeding]),
  page('pregnancyDetails', { en, es }, [pregnant, tryingPregnant, contraception]),
]);
