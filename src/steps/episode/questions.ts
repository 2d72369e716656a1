import { number, yesNo } from '../../questions/ask.ts';
import type { Condition } from '../../questions/condition.ts';
import { page, step } from '../step.ts';
import * as en from './en.ts';
import * as es from './es.ts';

const words = { en: en.questions, es: es.questions };
const depressed: Condition = { key: 'conditions', is: ['depression', 'bipolarDepression'] };

export const episodeMonths = number('episodeMonths', words, {
  min: 0,
  max: 960,
  whole: false,
  control: 'plain',
  shown: depressed,
});
export const wellTwoMonths = yesNo('wellTwoMonths', words, { shown: depressed });

export const episodeStep = step('episode', 'hopes', [
  page('episode', { en, es }, [episodeMonths, wellTwoMonths]),
]);
