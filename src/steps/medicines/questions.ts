import { medications as medicationList, yesNo } from '../../questions/ask.ts';
import { page, step } from '../step.ts';
import * as en from './en.ts';
import * as es from './es.ts';

const words = { en: en.questions, es: es.questions };

export const medications = medicationList('medications', words);
export const medsComplete = yesNo('medsComplete', words);

export const medicinesStep = step('medicines', 'substances', [
  page('medicines', { en, es }, [medications, medsComplete]),
]);
