import type { Pack } from '../pack.ts';

export const medicalMutual: Pack = {
  id: 'medical-mutual',
  payer: 'Medical Mutual',
  edition: 'the one seen',
  source: 'summary on pharmacistwrite',
  seen: 'undated',
  checkWithThePayer: true,
  criteria: [
    { kind: 'trials', count: 2, weeks: 6, differentClasses: true, responseAtMost: 25 },
    { kind: 'baselineScale' },
    { kind: 'psychotherapyTried' },
    { kind: 'noConcurrent', treatments: ['ect', 'tms', 'vns', 'dbs', 'ketamine'] },
  ],
  notes: ['SPRAVATO alone, without an oral antidepressant, is allowed.'],
  names: ['medical mutual'],
};
