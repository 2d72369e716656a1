import { yesNoPrivate } from '../../questions/ask.ts';
import { page, step } from '../step.ts';
import * as en from './en.ts';
import * as es from './es.ts';

const words = { en: en.questions, es: es.questions };

export const highPeriodEver = yesNoPrivate('highPeriodEver', words, { sensitive: true });

const hadHighPeriod = { key: 'highPeriodEver', is: ['yes'] } as const;
export const highPeriodTrouble = yesNoPrivate('highPeriodTrouble', words, {
  shown: hadHighPeriod,
  sensitive: true,
});
export const highPeriodNoticed = yesNoPrivate('highPeriodNoticed', words, {
  shown: hadHighPeriod,
  sensitive: true,
});
export const maniaCurrent = yesNoPrivate('maniaCurrent', words, { shown: hadHighPeriod, sensitive: true });

export const moodsStep = step('moods', 'mind', [
  page('highPeriods', { en, es }, [highPeriodEver]),
  page('highPeriodDetails', { en, es }, [highPeriodTrouble, highPeriodNoticed, maniaCurrent]),
]);
