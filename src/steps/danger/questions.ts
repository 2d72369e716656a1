import { yesNo } from '../../questions/ask.ts';
import { page, step } from '../step.ts';
import * as en from './en.ts';
import * as es from './es.ts';

const words = { en: en.questions, es: es.questions };

export const emergencyNow = yesNo('emergencyNow', words, { needed: 'toContinue' });

export const dangerStep = step('danger', 'aboutYou', [page('danger', { en, es }, [emergencyNow])]);
