import { choice, yesNo } from '../../questions/ask.ts';
import { page, step } from '../step.ts';
import * as en from './en.ts';
import * as es from './es.ts';

const words = { en: en.questions, es: es.questions };

export const eyePressure = yesNo('eyePressure', words);
export const lung = yesNo('lung', words);
export const apnea = choice('apnea', words, ['none', 'treated', 'untreated', 'unsure']);

export const breathingStep = step('breathing', 'body', [
  page('eyesAndBreathing', { en, es }, [eyePressure, lung, apnea]),
]);
