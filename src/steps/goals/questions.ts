import { choice, choices } from '../../questions/ask.ts';
import { page, step } from '../step.ts';
import * as en from './en.ts';
import * as es from './es.ts';

const words = { en: en.questions, es: es.questions };

const goals = [
  'depression',
  'bipolarDepression',
  'ptsd',
  'gad',
  'socialAnxiety',
  'ocd',
  'chronicPain',
  'substanceUse',
  'other',
] as const;

export const conditions = choices('conditions', words, goals);
export const mainCondition = choice('mainCondition', words, goals, {
  among: 'conditions',
  shown: { key: 'conditions', count: 2 },
});
export const interest = choice('interest', words, ['spravato', 'ivKetamine', 'either']);

export const goalsStep = step('goals', 'hopes', [
  page('goals', { en, es }, [conditions, mainCondition, interest]),
]);
