import { items } from '../../questions/ask.ts';
import { page, step } from '../step.ts';
import * as en from './en.ts';
import * as es from './es.ts';

const words = { en: en.questions, es: es.questions };

/** AUDIT-C, verbatim. LOINC panel 72109-2. A first answer of "Never" ends it: the other two count as 0. */
export const auditc = items('auditc', words, {
  count: 3,
  values: [0, 1, 2, 3, 4],
  scales: { en: en.scales, es: es.scales },
  firstEnds: 0,
  sensitive: true,
  loinc: '72109-2',
  itemCodes: ['68518-0', '68519-8', '68520-6'],
  scaleCodes: [
    ['LA6270-8', 'LA18926-8', 'LA18927-6', 'LA18928-4', 'LA18929-2'],
    ['LA15694-5', 'LA15695-2', 'LA18930-0', 'LA18931-8', 'LA18932-6'],
    ['LA6270-8', 'LA18933-4', 'LA18876-5', 'LA18891-4', 'LA18934-2'],
  ],
  totalCode: '75626-2',
});

export const alcoholStep = step('alcohol', 'substances', [
  page('alcohol', { en, es }, [auditc], { verbatim: true }),
]);
