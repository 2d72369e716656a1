import { choice, choices } from '../../questions/ask.ts';
import { page, step } from '../step.ts';
import * as en from './en.ts';
import * as es from './es.ts';

const words = { en: en.questions, es: es.questions };

export const requestKind = choice('requestKind', words, ['appointment', 'consultation', 'unsure']);
export const preferredTimes = choices('preferredTimes', words, [
  'weekdayMorning',
  'weekdayAfternoon',
  'evening',
  'weekend',
]);
export const contactMethod = choice('contactMethod', words, ['phone', 'text', 'email']);

export const requestStep = step('request', 'plans', [
  page('request', { en, es }, [requestKind, preferredTimes, contactMethod]),
]);
