import { yesNoPrivate } from '../../questions/ask.ts';
import { page, step } from '../step.ts';
import * as en from './en.ts';
import * as es from './es.ts';

const words = { en: en.questions, es: es.questions };

export const psychosisCurrent = yesNoPrivate('psychosisCurrent', words, { sensitive: true });
export const psychosisEver = yesNoPrivate('psychosisEver', words, { sensitive: true });
export const cognitive = yesNoPrivate('cognitive', words, { sensitive: true });

export const experiencesStep = step('experiences', 'mind', [
  page('experiences', { en, es }, [psychosisCurrent, psychosisEver, cognitive]),
]);
