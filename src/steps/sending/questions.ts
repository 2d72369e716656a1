import { consents as signature } from '../../questions/ask.ts';
import { page, step } from '../step.ts';
import * as en from './en.ts';
import * as es from './es.ts';

const words = { en: en.questions, es: es.questions };

/** The text that is accepted, with its version, is in `consent-text.ts`. */
export const consents = signature('consents', words, { needed: 'toSend' });

export const sendingStep = step('sending', 'plans', [
  page('check', { en, es }, []),
  page('sign', { en, es }, [consents]),
]);
