import { choice, number, yesNo } from '../../questions/ask.ts';
import { page, step } from '../step.ts';
import * as en from './en.ts';
import * as es from './es.ts';

const words = { en: en.questions, es: es.questions };

export const htn = yesNo('htn', words);
export const htnControlled = yesNo('htnControlled', words, { shown: { key: 'htn', is: ['yes'] } });
export const htnEnceph = yesNo('htnEnceph', words);

/** Systolic, mmHg, as the person reports it. */
export const sbp = number('sbp', words, {
  min: 40,
  max: 300,
  whole: true,
  control: 'bloodPressure',
  loinc: '8480-6',
});
/** Diastolic, mmHg, as the person reports it. */
export const dbp = number('dbp', words, {
  min: 20,
  max: 200,
  whole: true,
  control: 'bloodPressure',
  loinc: '8462-4',
});
export const bpAge = choice('bpAge', words, ['within6m', 'over6m'], {
  shown: {
    any: [
      { key: 'sbp', given: true },
      { key: 'dbp', given: true },
    ],
  },
});

export const pressureStep = step('pressure', 'body', [
  page('pressure', { en, es }, [htn, htnControlled, htnEnceph, sbp, dbp, bpAge]),
]);
