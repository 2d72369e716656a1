import { choice, yesNo } from '../../questions/ask.ts';
import { page, step } from '../step.ts';
import * as en from './en.ts';
import * as es from './es.ts';

const words = { en: en.questions, es: es.questions };

export const mi = yesNo('mi', words);
export const miWhen = choice('miWhen', words, ['within6w', '6wTo6m', 'over6m', 'unsure'], {
  shown: { key: 'mi', is: ['yes'] },
});

export const heart = step('heart', 'body', [page('heart', { en, es }, [mi, miWhen])]);
