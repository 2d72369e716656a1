import { both, type Rule } from '../rule.ts';
import { tri } from '../tri.ts';

/** Head, seizures, eyes. */
export const brainAndEye = [
  {
    id: 'NEU-ICP',
    tier: 'core',
    finds: 'High pressure in the head, hydrocephalus or a brain tumor.',
    severity: { spravato: 'contraindication', ivKetamine: 'review' },
    unknown: 'flag',
    clinician:
      'Raised intracranial pressure or mass. SPR: listed with the BP contraindication (§5.7). IVK: ASRA grade C “not use, or lower doses with extreme caution”.',
    tags: ['consensusContraindication'],
    sources: ['S-5.7', 'A-CH', 'K-1'],
    reads: ['raisedIcp'],
    when: ({ answers }) => tri(answers.raisedIcp),
  },
  {
    id: 'NEU-HEAD-INJURY',
    tier: 'core',
    finds: 'Head injury in the past 3 months, or still with symptoms.',
    severity: both('review'),
    unknown: 'flag',
    clinician: 'Recent/symptomatic brain injury.',
    sources: ['S-MG'],
    reads: ['headInjury'],
    when: ({ answers }) => tri(answers.headInjury),
  },
  {
    id: 'NEU-SEIZURE',
    tier: 'core',
    finds: 'Seizures or epilepsy.',
    severity: both('review'),
    unknown: 'flag',
    clinician: 'Seizure disorder: control, last event, interacting drugs (theophylline).',
    sources: ['K-1', 'GK'],
    reads: ['seizure'],
    when: ({ answers }) => tri(answers.seizure),
  },
  {
    id: 'EYE-PRESSURE',
    tier: 'extended',
    finds: 'Glaucoma, or recent eye surgery or injury.',
    severity: { spravato: 'caution', ivKetamine: 'review' },
    unknown: 'flag',
    clinician: 'Raised intraocular pressure: ASRA grade C caution for IV ketamine.',
    tags: ['consensusContraindication'],
    sources: ['A-CH', 'K-1'],
    reads: ['eyePressure'],
    when: ({ answers }) => tri(answers.eyePressure),
  },
] as const satisfies readonly Rule[];
