import { items, yesNoPrivate } from '../../questions/ask.ts';
import { page, step } from '../step.ts';
import * as en from './en.ts';
import * as es from './es.ts';

const words = { en: en.questions, es: es.questions };

/** The gate of the PC-PTSD-5. Asked whenever something other than pain alone is a goal. Source: L-PTSD. */
export const traumaEver = yesNoPrivate('traumaEver', words, {
  loinc: '102011-4',
  sensitive: true,
  shown: {
    key: 'conditions',
    is: ['depression', 'bipolarDepression', 'ptsd', 'gad', 'socialAnxiety', 'ocd', 'substanceUse', 'other'],
  },
});

/** PC-PTSD-5: verbatim, one point for each yes. Codes: L-CIRG, to be confirmed. */
export const pcptsd5 = items('pcptsd5', words, {
  count: 5,
  values: [1, 0],
  valueCodes: ['LA33-6', 'LA32-8'],
  itemCodes: ['102012-2', '102013-0', '102014-8', '102015-5', '102016-3'],
  loinc: '102010-6',
  totalCode: '102017-1',
  sensitive: true,
  shown: { key: 'traumaEver', is: ['yes'] },
});

export const ptsdStep = step('ptsd', 'feelings', [
  page('trauma', { en, es }, [traumaEver], { verbatim: true }),
  page('ptsdMemories', { en, es }, [pcptsd5], { items: [0, 1, 2], verbatim: true }),
  page('ptsdFeelings', { en, es }, [pcptsd5], { items: [3, 4], verbatim: true }),
]);
