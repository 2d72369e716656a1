import { items } from '../../questions/ask.ts';
import { page, step } from '../step.ts';
import * as en from './en.ts';
import * as es from './es.ts';

const words = { en: en.questions, es: es.questions };

/** GAD-7: verbatim, LOINC panel 69737-5, total 70274-6, answers LL358-3. Source: L-KTC. */
export const gad7 = items('gad7', words, {
  count: 7,
  values: [0, 1, 2, 3],
  valueCodes: ['LA6568-5', 'LA6569-3', 'LA6570-1', 'LA6571-9'],
  itemCodes: ['69725-0', '68509-9', '69733-4', '69734-2', '69735-9', '69689-8', '69736-7'],
  loinc: '69737-5',
  totalCode: '70274-6',
  sensitive: true,
});

export const gad7Step = step('gad7', 'feelings', [
  page('gad7Worry', { en, es }, [gad7], { items: [0, 1, 2], verbatim: true }),
  page('gad7Rest', { en, es }, [gad7], { items: [3, 4, 5], verbatim: true }),
  page('gad7Fear', { en, es }, [gad7], { items: [6], verbatim: true }),
]);
