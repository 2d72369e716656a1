import { permission, text } from '../../questions/ask.ts';
import { page, step } from '../step.ts';
import * as en from './en.ts';
import * as es from './es.ts';

const words = { en: en.questions, es: es.questions };

export const whereToday = text('whereToday', words, { control: 'line', autocomplete: 'off', max: 200 });
/** With "yes" an answer that shows danger tells the clinic at once, before anything is sent. */
export const safetyCallConsent = permission('safetyCallConsent', words);
export const emergencyContactName = text('emergencyContactName', words, {
  control: 'line',
  autocomplete: 'off',
  max: 100,
});
export const emergencyContactPhone = text('emergencyContactPhone', words, {
  control: 'phone',
  autocomplete: 'off',
  max: 40,
});
export const emergencyContactConsent = permission('emergencyContactConsent', words);

export const safetyContactStep = step('safety-contact', 'aboutYou', [
  page('safetyContact', { en, es }, [
    whereToday,
    safetyCallConsent,
    emergencyContactName,
    emergencyContactPhone,
    emergencyContactConsent,
  ]),
]);
