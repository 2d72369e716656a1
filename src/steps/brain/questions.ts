import { yesNo } from '../../questions/ask.ts';
import { page, step } from '../step.ts';
import * as en from './en.ts';
import * as es from './es.ts';

const words = { en: en.questions, es: es.questions };

export const raisedIcp = yesNo('raisedIcp', words);
export const headInjury = yesNo('headInjury', words);
export const seizure = yesNo('seizure', words);

export const brainStep = step('brain', 'body', [page('brain', { en, es }, [raisedIcp, headInjury, seizure])]);
