import { text } from '../../questions/ask.ts';
import { page, step } from '../step.ts';
import * as en from './en.ts';
import * as es from './es.ts';

const words = { en: en.questions, es: es.questions };

export const insurer = text('insurer', words, { control: 'line', autocomplete: 'off', max: 100 });
export const memberId = text('memberId', words, { control: 'line', autocomplete: 'off', max: 100 });
export const policyHolder = text('policyHolder', words, { control: 'line', autocomplete: 'off', max: 100 });

export const insuranceStep = step('insurance', 'plans', [
  page('insurance', { en, es }, [insurer, memberId, policyHolder]),
]);
