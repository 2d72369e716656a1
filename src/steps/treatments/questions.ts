import { treatment } from '../../questions/ask.ts';
import { page, step } from '../step.ts';
import * as en from './en.ts';
import * as es from './es.ts';

const words = { en: en.questions, es: es.questions };

export const ect = treatment('ect', words);
export const tms = treatment('tms', words);
export const vns = treatment('vns', words);
export const psychotherapy = treatment('psychotherapy', words);

export const treatmentsStep = step('treatments', 'mind', [
  page('treatments', { en, es }, [ect, tms, vns, psychotherapy]),
]);
