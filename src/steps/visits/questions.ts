import { yesNo } from '../../questions/ask.ts';
import { page, step } from '../step.ts';
import * as en from './en.ts';
import * as es from './es.ts';

const words = { en: en.questions, es: es.questions };

export const ride = yesNo('ride', words);
export const stay2h = yesNo('stay2h', words);
export const twiceWeekly = yesNo('twiceWeekly', words);
/** SPRAVATO alone has the safety program: asked unless IV ketamine alone is wanted. */
export const rems = yesNo('rems', words, { shown: { key: 'interest', is: ['spravato', 'either', null] } });

export const visitsStep = step('visits', 'plans', [
  page('visits', { en, es }, [ride, stay2h, twiceWeekly, rems]),
]);
