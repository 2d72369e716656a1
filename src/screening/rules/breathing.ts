import { both, type Rule } from '../rule.ts';
import { presentIf, type Tri, tri } from '../tri.ts';

/** Sleep apnea, lungs, body size. */
export const breathing = [
  {
    id: 'RS-APNEA',
    tier: 'core',
    finds: 'Sleep apnea that is not treated. Unknown when not sure or blank.',
    severity: both('review'),
    unknown: 'flag',
    clinician: 'Untreated or unclear sleep apnea: sedation / respiratory depression.',
    sources: ['S-BW', 'E-PIL'],
    reads: ['apnea'],
    when: ({ answers: { apnea } }) => {
      if (apnea === 'none' || apnea === 'treated') return 'absent';
      return apnea === 'untreated' ? 'present' : 'unknown';
    },
  },
  {
    id: 'RS-APNEA-TREATED',
    tier: 'extended',
    finds: 'Sleep apnea that is treated.',
    severity: both('caution'),
    unknown: 'omit',
    clinician: 'Treated sleep apnea: monitor.',
    sources: ['E-PIL', 'GK'],
    reads: ['apnea'],
    when: ({ answers }) => presentIf(answers.apnea === 'treated'),
  },
  {
    id: 'RS-LUNG',
    tier: 'core',
    finds: 'Severe COPD or asthma, oxygen at home, or low oxygen.',
    severity: both('review'),
    unknown: 'flag',
    clinician: 'Significant lung disease.',
    sources: ['S-5.3', 'E-PIL'],
    reads: ['lung'],
    when: ({ answers }) => tri(answers.lung),
  },
  {
    id: 'RS-BMI35',
    tier: 'extended',
    finds: 'BMI of 35 or more (pounds × 703 ÷ inches², not rounded). Unknown when height or weight is blank.',
    severity: both('caution'),
    unknown: 'omit',
    clinician: 'BMI ≥ 35: EU advises extra precautions with sleep apnea + obesity.',
    sources: ['E-PIL'],
    reads: ['heightIn', 'weightLb'],
    when: ({ answers: { heightIn, weightLb } }) => bmiAtLeast35(heightIn, weightLb),
  },
] as const satisfies readonly Rule[];

const bmiAtLeast35 = (heightIn: number | undefined, weightLb: number | undefined): Tri =>
  typeof heightIn === 'number' && typeof weightLb === 'number'
    ? presentIf((weightLb * 703) / heightIn ** 2 >= 35)
    : 'unknown';
