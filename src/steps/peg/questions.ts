import { items } from '../../questions/ask.ts';
import { page, step } from '../step.ts';
import * as en from './en.ts';
import * as es from './es.ts';

const words = { en: en.questions, es: es.questions };

/** PEG: verbatim, each item 0–10, LOINC panel 91148-7, mean 91147-9. Sources: L-KTC, L-PEG. */
export const peg = items('peg', words, {
  count: 3,
  values: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  itemCodes: ['75893-8', '91145-3', '91146-1'],
  loinc: '91148-7',
  totalCode: '91147-9',
  shown: { key: 'conditions', is: ['chronicPain'] },
});

export const pegStep = step('peg', 'feelings', [page('pain', { en, es }, [peg], { verbatim: true })]);
