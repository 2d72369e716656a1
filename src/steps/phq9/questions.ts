import { items, rating } from '../../questions/ask.ts';
import { page, step } from '../step.ts';
import * as en from './en.ts';
import * as es from './es.ts';

const words = { en: en.questions, es: es.questions };

/** PHQ-9: verbatim, LOINC panel 44249-1, total 44261-6, answers LL358-3. Sources: L-KTC, L-ESP, L-LL. */
export const phq9 = items('phq9', words, {
  count: 9,
  values: [0, 1, 2, 3],
  valueCodes: ['LA6568-5', 'LA6569-3', 'LA6570-1', 'LA6571-9'],
  itemCodes: [
    '44250-9',
    '44255-8',
    '44259-0',
    '44254-1',
    '44251-7',
    '44258-2',
    '44252-5',
    '44253-3',
    '44260-8',
  ],
  loinc: '44249-1',
  totalCode: '44261-6',
  sensitive: true,
});

/** Not scored. The last two answer codes are not in the order of their numbers: that is how LOINC has them. */
export const phq9Difficulty = rating('phq9Difficulty', words, {
  values: [0, 1, 2, 3],
  valueCodes: ['LA6572-7', 'LA6573-5', 'LA6575-0', 'LA6574-3'],
  loinc: '69722-7',
  shown: { key: 'phq9', above: 0 },
});

export const phq9Step = step('phq9', 'feelings', [
  page('phq9Mood', { en, es }, [phq9], { items: [0, 1, 2], verbatim: true }),
  page('phq9Body', { en, es }, [phq9], { items: [3, 4, 5], verbatim: true }),
  page('phq9Mind', { en, es }, [phq9], { items: [6, 7], verbatim: true }),
  page('phq9Thoughts', { en, es }, [phq9], { items: [8], verbatim: true }),
  page('phq9Difficulty', { en, es }, [phq9Difficulty], { verbatim: true }),
]);
