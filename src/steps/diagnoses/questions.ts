import { yesNoPrivate } from '../../questions/ask.ts';
import { page, step } from '../step.ts';
import * as en from './en.ts';
import * as es from './es.ts';

const words = { en: en.questions, es: es.questions };

export const dxBipolar = yesNoPrivate('dxBipolar', words, { sensitive: true });
export const dxSchizophrenia = yesNoPrivate('dxSchizophrenia', words, { sensitive: true });
export const dissociativeDx = yesNoPrivate('dissociativeDx', words, { sensitive: true });

export const diagnosesStep = step('diagnoses', 'mind', [
  page('diagnoses', { en, es }, [dxBipolar, dxSchizophrenia, dissociativeDx]),
]);
