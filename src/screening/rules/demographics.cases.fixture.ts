import type { CasesOf } from './cases.fixture.ts';
import type { demographics } from './demographics.ts';

export const demographicsCases: CasesOf<typeof demographics> = {
  'DEM-UNDER18': [
    ['turns 18 tomorrow', { birthDate: '2008-11-23' }, 'present'],
    ['turns 18 today', { birthDate: '2008-11-22' }, 'absent'],
    ['turned 18 yesterday', { birthDate: '2008-11-21' }, 'absent'],
    ['was born on 29 February, 17', { birthDate: '2012-02-29' }, 'present'],
    ['birth date left blank', { birthDate: undefined }, 'unknown'],
  ],
  'DEM-AGE-18-24': [
    ['17, 18 tomorrow', { birthDate: '2008-11-23' }, 'absent'],
    ['18 today', { birthDate: '2008-11-22' }, 'present'],
    ['24, 25 tomorrow', { birthDate: '2001-11-23' }, 'present'],
    ['25 today', { birthDate: '2001-11-22' }, 'absent'],
    ['birth date left blank', { birthDate: undefined }, 'unknown'],
  ],
  'DEM-AGE-65': [
    ['64, 65 tomorrow', { birthDate: '1961-11-23' }, 'absent'],
    ['65 today', { birthDate: '1961-11-22' }, 'present'],
    ['66', { birthDate: '1960-11-22' }, 'present'],
    ['birth date left blank', { birthDate: undefined }, 'unknown'],
  ],
  'DEM-PROXY': [
    ['filled in by another', { completedBy: 'other' }, 'present'],
    ['filled in by another, guardian not sure', { completedBy: 'other', guardian: 'unsure' }, 'present'],
    ['a guardian', { guardian: 'yes' }, 'present'],
    ['a guardian, who filled it in left blank', { guardian: 'yes', completedBy: undefined }, 'present'],
    ['filled in alone', { completedBy: 'self' }, 'absent'],
    ['filled in by staff on the phone', { completedBy: 'staff' }, 'absent'],
    ['guardian not sure', { guardian: 'unsure' }, 'unknown'],
    ['guardian left blank', { guardian: undefined }, 'unknown'],
    ['who filled it in left blank', { completedBy: undefined }, 'unknown'],
  ],
};
