import type { Pack } from '../pack.ts';

export const cigna: Pack = {
  id: 'cigna',
  payer: 'Cigna',
  edition: 'after the change that follows the monotherapy indication',
  source: 'summary on pharmacistwrite; openpayer change note',
  seen: 'undated',
  checkWithThePayer: true,
  criteria: [
    {
      kind: 'trials',
      count: 2,
      weeks: 6,
      differentClasses: true,
      currentEpisode: true,
      responseAtMost: 25,
    },
    { kind: 'psychiatrist' },
    { kind: 'pdmpCheck' },
    { kind: 'documents', papers: ['unnamed'] },
  ],
  notes: ['An oral antidepressant is no longer required for treatment-resistant depression.'],
  names: ['cigna'],
};
