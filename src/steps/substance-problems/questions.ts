import { yesNoPrivate } from '../../questions/ask.ts';
import { page, step } from '../step.ts';
import * as en from './en.ts';
import * as es from './es.ts';

const words = { en: en.questions, es: es.questions };

export const sudCurrent = yesNoPrivate('sudCurrent', words, { sensitive: true });
export const sudPast = yesNoPrivate('sudPast', words, { sensitive: true });
export const ketamineMisuse = yesNoPrivate('ketamineMisuse', words, { sensitive: true });
export const opioidTreatment = yesNoPrivate('opioidTreatment', words, { sensitive: true });

export const substanceProblemsStep = step('substance-problems', 'substances', [
  page('substanceProblems', { en, es }, [sudCurrent, sudPast, ketamineMisuse, opioidTreatment]),
]);
