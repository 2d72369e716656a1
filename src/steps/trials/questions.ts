import { trials as trialList } from '../../questions/ask.ts';
import { page, step } from '../step.ts';
import * as en from './en.ts';
import * as es from './es.ts';

const words = { en: en.questions, es: es.questions };

export const trials = trialList('trials', words);

export const trialsStep = step('trials', 'mind', [page('trials', { en, es }, [trials])]);
