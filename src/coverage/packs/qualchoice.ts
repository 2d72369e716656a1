import type { Pack } from '../pack.ts';

export const qualchoice: Pack = {
  id: 'qualchoice',
  payer: 'QualChoice',
  edition: 'the one seen',
  source: 'qualchoice.com',
  seen: 'undated',
  checkWithThePayer: true,
  criteria: [
    { kind: 'trials', count: 2, weeks: 4 },
    { kind: 'augmentations', count: 2, weeks: 4 },
    { kind: 'age', under: 65 },
    { kind: 'baselineScale', phq9Above: 15, withinWeeks: 4 },
    { kind: 'oralAntidepressant', stableWeeks: 2 },
  ],
  notes: [],
  names: ['qualchoice', 'qual choice'],
};
