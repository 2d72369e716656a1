import { text, yesNo } from '../../questions/ask.ts';
import { page, step } from '../step.ts';
import * as en from './en.ts';
import * as es from './es.ts';

const words = { en: en.questions, es: es.questions };

export const ketamineAllergy = yesNo('ketamineAllergy', words);
export const allergies = text('allergies', words, { control: 'long', max: 4000 });

export const allergiesStep = step('allergies', 'body', [
  page('allergies', { en, es }, [ketamineAllergy, allergies]),
]);
