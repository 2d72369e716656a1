import { choice, yesNo } from '../../questions/ask.ts';
import { page, step } from '../step.ts';
import * as en from './en.ts';
import * as es from './es.ts';

const words = { en: en.questions, es: es.questions };

export const priorKetamine = yesNo('priorKetamine', words);
export const priorKetReaction = choice('priorKetReaction', words, ['none', 'bad', 'unsure'], {
  shown: { key: 'priorKetamine', is: ['yes'] },
});

export const ketamineStep = step('ketamine', 'mind', [
  page('priorKetamine', { en, es }, [priorKetamine, priorKetReaction]),
]);
