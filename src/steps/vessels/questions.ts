import { yesNo } from '../../questions/ask.ts';
import { page, step } from '../step.ts';
import * as en from './en.ts';
import * as es from './es.ts';

const words = { en: en.questions, es: es.questions };

export const aneurysm = yesNo('aneurysm', words);
export const avm = yesNo('avm', words);
export const brainBleed = yesNo('brainBleed', words);

export const vesselsStep = step('vessels', 'body', [
  page('vessels', { en, es }, [aneurysm, avm, brainBleed]),
]);
