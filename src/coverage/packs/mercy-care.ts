import type { Pack } from '../pack.ts';

export const mercyCare: Pack = {
  id: 'mercy-care',
  payer: 'Mercy Care (Arizona Medicaid)',
  edition: 'request form',
  source: 'form on fill.io',
  seen: 'undated',
  checkWithThePayer: true,
  criteria: [
    { kind: 'trials', count: 2, weeks: { from: 4, to: 6 }, differentClasses: true },
    { kind: 'highestToleratedDose' },
    { kind: 'substanceUseStatus' },
    { kind: 'heightAndWeight' },
    { kind: 'documents', papers: ['chartNotes'] },
  ],
  notes: ['Without chart notes the form is returned.'],
  names: ['mercy care'],
};
