import { both, type Rule } from '../rule.ts';
import { presentIf, tri } from '../tri.ts';

/** Liver, kidney, thyroid, bladder. */
export const organs = [
  {
    id: 'HEP-SEVERE',
    tier: 'core',
    finds: 'Liver disease that is severe. Unknown when either is unknown.',
    severity: both('review'),
    unknown: 'flag',
    clinician:
      'Severe hepatic impairment: SPRAVATO not recommended (Child-Pugh C); ASRA says avoid ketamine.',
    tags: ['consensusContraindication'],
    sources: ['S-8.6', 'A-CH'],
    reads: ['liver', 'liverSevere'],
    when: ({ answers: { liver, liverSevere } }) => (liver === 'yes' ? tri(liverSevere) : tri(liver)),
  },
  {
    id: 'HEP-DISEASE',
    tier: 'core',
    finds: 'Liver disease that is not known to be severe. Never unknown.',
    severity: both('caution'),
    unknown: 'omit',
    clinician:
      'Liver disease: moderate impairment may need longer monitoring; baseline LFTs (drug-induced liver injury with repeated ketamine).',
    sources: ['S-8.6', 'K-1'],
    reads: ['liver', 'liverSevere'],
    when: ({ answers: { liver, liverSevere } }) => presentIf(liver === 'yes' && liverSevere !== 'yes'),
  },
  {
    id: 'REN-DIALYSIS',
    tier: 'extended',
    finds: 'Dialysis.',
    severity: both('caution'),
    unknown: 'omit',
    clinician: 'Dialysis: not studied.',
    sources: ['E-SMPC'],
    reads: ['dialysis'],
    when: ({ answers }) => tri(answers.dialysis),
  },
  {
    id: 'END-HYPERTHYROID',
    tier: 'core',
    finds: 'An overactive thyroid that is not treated. Unknown when not sure or blank.',
    severity: both('review'),
    unknown: 'flag',
    clinician: 'Untreated hyperthyroidism: BP/HR risk.',
    sources: ['E-PIL'],
    reads: ['thyroid'],
    when: ({ answers: { thyroid } }) => {
      if (thyroid === 'none' || thyroid === 'treated') return 'absent';
      return thyroid === 'untreated' ? 'present' : 'unknown';
    },
  },
  {
    id: 'GU-BLADDER',
    tier: 'core',
    finds: 'Interstitial cystitis, bladder pain or blood in the urine.',
    severity: both('caution'),
    unknown: 'omit',
    clinician:
      'Bladder symptoms: ulcerative/interstitial cystitis with long-term ketamine; baseline and periodic questions.',
    sources: ['S-5.10', 'K-1'],
    reads: ['bladder'],
    when: ({ answers }) => tri(answers.bladder),
  },
] as const satisfies readonly Rule[];
