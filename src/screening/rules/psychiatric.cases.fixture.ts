import { asAnsweredOrDeclined, type CasesOf } from './cases.fixture.ts';
import type { psychiatric } from './psychiatric.ts';

const highPeriod = { highPeriodEver: 'yes' } as const;

export const psychiatricCases: CasesOf<typeof psychiatric> = {
  'PSY-PSYCHOSIS-CURRENT': asAnsweredOrDeclined('psychosisCurrent'),
  'PSY-PSYCHOSIS-PAST': [
    ...asAnsweredOrDeclined('psychosisEver'),
    ['ever and now', { psychosisEver: 'yes', psychosisCurrent: 'yes' }, 'absent'],
    ['ever and schizophrenia', { psychosisEver: 'yes', dxSchizophrenia: 'yes' }, 'absent'],
    ['ever not sure, now yes', { psychosisEver: 'unsure', psychosisCurrent: 'yes' }, 'absent'],
    ['ever yes, now not sure', { psychosisEver: 'yes', psychosisCurrent: 'unsure' }, 'present'],
    ['ever yes, schizophrenia left blank', { psychosisEver: 'yes', dxSchizophrenia: undefined }, 'present'],
  ],
  'PSY-SCHIZ': asAnsweredOrDeclined('dxSchizophrenia'),
  'PSY-MANIA-CURRENT': [
    ['high periods and one this week', { ...highPeriod, maniaCurrent: 'yes' }, 'present'],
    ['high periods, none this week', { ...highPeriod, maniaCurrent: 'no' }, 'absent'],
    ['high periods, this week not sure', { ...highPeriod, maniaCurrent: 'unsure' }, 'unknown'],
    ['high periods, this week declined', { ...highPeriod, maniaCurrent: 'declined' }, 'unknown'],
    ['high periods, this week left blank', highPeriod, 'unknown'],
    ['never a high period', { highPeriodEver: 'no' }, 'absent'],
    ['never, with an old yes that counts nowhere', { highPeriodEver: 'no', maniaCurrent: 'yes' }, 'absent'],
    ['not sure of a high period', { highPeriodEver: 'unsure' }, 'unknown'],
    [
      'not sure, with an old no that counts nowhere',
      { highPeriodEver: 'unsure', maniaCurrent: 'no' },
      'unknown',
    ],
    ['high periods declined', { highPeriodEver: 'declined' }, 'unknown'],
    ['high periods left blank', { highPeriodEver: undefined }, 'unknown'],
  ],
  'PSY-BIPOLAR': [
    ...asAnsweredOrDeclined('dxBipolar'),
    ['bipolar depression a goal', { conditions: ['bipolarDepression'] }, 'present'],
    [
      'bipolar depression a goal, diagnosis not sure',
      { conditions: ['bipolarDepression'], dxBipolar: 'unsure' },
      'present',
    ],
    ['goals left blank, diagnosis not sure', { conditions: undefined, dxBipolar: 'unsure' }, 'unknown'],
  ],
  'PSY-BIPOLAR-POSSIBLE': [
    ['a high period that brought trouble', { ...highPeriod, highPeriodTrouble: 'yes' }, 'present'],
    [
      'a high period that others noticed',
      { ...highPeriod, highPeriodTrouble: 'no', highPeriodNoticed: 'yes' },
      'present',
    ],
    [
      'a high period without trouble that nobody noticed',
      { ...highPeriod, highPeriodTrouble: 'no', highPeriodNoticed: 'no' },
      'absent',
    ],
    [
      'a high period, no trouble, not sure whether noticed',
      { ...highPeriod, highPeriodTrouble: 'no', highPeriodNoticed: 'unsure' },
      'unknown',
    ],
    ['a high period, the rest left blank', highPeriod, 'unknown'],
    ['never a high period', { highPeriodEver: 'no' }, 'absent'],
    ['not sure of a high period', { highPeriodEver: 'unsure' }, 'unknown'],
    ['high periods declined', { highPeriodEver: 'declined' }, 'unknown'],
    ['high periods left blank', { highPeriodEver: undefined }, 'unknown'],
    [
      'a high period with trouble, bipolar diagnosed',
      { ...highPeriod, highPeriodTrouble: 'yes', dxBipolar: 'yes' },
      'absent',
    ],
    [
      'not sure of a high period, bipolar depression a goal',
      { highPeriodEver: 'unsure', conditions: ['bipolarDepression'] },
      'absent',
    ],
    [
      'a high period with trouble, bipolar not sure',
      { ...highPeriod, highPeriodTrouble: 'yes', dxBipolar: 'unsure' },
      'present',
    ],
  ],
  'PSY-DISSOCIATIVE': asAnsweredOrDeclined('dissociativeDx'),
  'PSY-COGNITIVE': asAnsweredOrDeclined('cognitive'),
  'PSY-PRIOR-KET-REACTION': [
    ['a bad reaction', { priorKetamine: 'yes', priorKetReaction: 'bad' }, 'present'],
    ['no bad reaction', { priorKetamine: 'yes', priorKetReaction: 'none' }, 'absent'],
    ['reaction not sure', { priorKetamine: 'yes', priorKetReaction: 'unsure' }, 'unknown'],
    ['reaction left blank', { priorKetamine: 'yes' }, 'unknown'],
    ['never ketamine', { priorKetamine: 'no' }, 'absent'],
    ['ketamine not sure', { priorKetamine: 'unsure', priorKetReaction: 'bad' }, 'absent'],
    ['ketamine left blank', { priorKetamine: undefined }, 'absent'],
  ],
};
