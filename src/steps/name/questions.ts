import { text } from '../../questions/ask.ts';
import { page, step } from '../step.ts';
import * as en from './en.ts';
import * as es from './es.ts';

const words = { en: en.questions, es: es.questions };

export const firstName = text('firstName', words, {
  control: 'line',
  autocomplete: 'given-name',
  max: 100,
  needed: 'toSend',
});
export const lastName = text('lastName', words, {
  control: 'line',
  autocomplete: 'family-name',
  max: 100,
  needed: 'toSend',
});
export const preferredName = text('preferredName', words, {
  control: 'line',
  autocomplete: 'nickname',
  max: 100,
});
export const pronouns = text('pronouns', words, { control: 'line', autocomplete: 'off', max: 100 });

export const nameStep = step('name', 'aboutYou', [
  page('name', { en, es }, [firstName, lastName, preferredName, pronouns]),
]);
