import { choice, text, yesNo } from '../../questions/ask.ts';
import type { Condition } from '../../questions/condition.ts';
import { page, step } from '../step.ts';
import * as en from './en.ts';
import * as es from './es.ts';

const words = { en: en.questions, es: es.questions };
const someoneHelps: Condition = { key: 'completedBy', is: ['other'] };

/** `staff` is the clinic on the phone with the patient; the rule on proxies reads `other` alone. */
export const completedBy = choice('completedBy', words, ['self', 'other', 'staff'], { needed: 'toSend' });
export const helperName = text('helperName', words, {
  control: 'line',
  autocomplete: 'off',
  max: 100,
  shown: someoneHelps,
});
export const helperRelation = text('helperRelation', words, {
  control: 'line',
  autocomplete: 'off',
  max: 100,
  shown: someoneHelps,
});
export const guardian = yesNo('guardian', words);
export const interpreter = yesNo('interpreter', words);

export const whoStep = step('who', 'aboutYou', [
  page('who', { en, es }, [completedBy, helperName, helperRelation, guardian, interpreter]),
]);
