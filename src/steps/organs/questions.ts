import { choice, yesNo } from '../../questions/ask.ts';
import { page, step } from '../step.ts';
import * as en from './en.ts';
import * as es from './es.ts';

const words = { en: en.questions, es: es.questions };

export const liver = yesNo('liver', words);
export const liverSevere = yesNo('liverSevere', words, { shown: { key: 'liver', is: ['yes'] } });
export const dialysis = yesNo('dialysis', words);
export const thyroid = choice('thyroid', words, ['none', 'treated', 'untreated', 'unsure']);
export const bladder = yesNo('bladder', words);

export const organsStep = step('organs', 'body', [
  page('organs', { en, es }, [liver, liverSevere, dialysis, thyroid, bladder]),
]);
