import { choice, yesNo } from '../../questions/ask.ts';
import { page, step } from '../step.ts';
import * as en from './en.ts';
import * as es from './es.ts';

const words = { en: en.questions, es: es.questions };

export const mi = yesNo('mi', words);
export const miWhen = choice('miWhen', words, ['within6w', '6wTo6m', 'over6m', 'unsure'], {
  shown: { key: 'mi', is: ['yes'] },
});
export const hfValve = yesNo('hfValve', words);
export const arrhythmia = yesNo('arrhythmia', words);

export const heartStep = step('heart', 'body', [
  page('heart', { en, es }, [mi, miWhen, hfValve, arrhythmia]),
]);
