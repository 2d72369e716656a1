import { demoSettings } from '../settings/demo.ts';
import type { Answers, Key } from '../steps/catalog.ts';
import type { Circumstances } from './intake.ts';

/** The day on which the tests screen. */
export const asOf = '2026-11-22';

export const circumstances: Circumstances = { asOf, settings: demoSettings };

/**
 * B0 of `docs/clinical-reference.md`, section 7: a man of 42 with depression, two adequate trials that failed, and
 * nothing else. The plain case: TRD-MET and IND-IVK-OFFLABEL, ROUTINE for both treatments.
 */
export const plainPerson: Answers = {
  emergencyNow: 'no',
  birthDate: '1984-02-10',
  completedBy: 'self',
  guardian: 'no',
  conditions: ['depression'],
  interest: 'either',
  phq9: [2, 2, 2, 2, 2, 2, 2, 3, 0],
  gad7: [2, 1, 2, 1, 1, 1, 1],
  traumaEver: 'no',
  asq1: 'no',
  asq2: 'no',
  asq3: 'no',
  asq4: 'no',
  highPeriodEver: 'no',
  dxBipolar: 'no',
  dxSchizophrenia: 'no',
  dissociativeDx: 'no',
  psychosisCurrent: 'no',
  psychosisEver: 'no',
  cognitive: 'no',
  trials: [
    {
      drug: 'sertraline',
      doseMg: 150,
      weeks: 10,
      currentEpisode: 'yes',
      mostDays: 'yes',
      response: 'none',
    },
    {
      drug: 'venlafaxine',
      doseMg: 225,
      weeks: 12,
      currentEpisode: 'yes',
      mostDays: 'yes',
      response: 'some',
    },
  ],
  priorKetamine: 'no',
  aneurysm: 'no',
  avm: 'no',
  brainBleed: 'no',
  mi: 'no',
  hfValve: 'no',
  arrhythmia: 'no',
  strokeTia: 'no',
  cardiacSx: 'no',
  htn: 'no',
  htnEnceph: 'no',
  sbp: 124,
  dbp: 78,
  bpAge: 'within6m',
  ketamineAllergy: 'no',
  raisedIcp: 'no',
  headInjury: 'no',
  seizure: 'no',
  eyePressure: 'no',
  lung: 'no',
  apnea: 'none',
  heightIn: 70,
  weightLb: 188,
  liver: 'no',
  dialysis: 'no',
  thyroid: 'none',
  bladder: 'no',
  sex: 'male',
  canBecomePregnant: 'no',
  breastfeeding: 'no',
  auditc: [1, 0, 0],
  drugUse: 'never',
  sudCurrent: 'no',
  sudPast: 'no',
  ketamineMisuse: 'no',
  medications: ['venlafaxine'],
  medsComplete: 'yes',
  ride: 'yes',
  stay2h: 'yes',
  rems: 'yes',
};

/** What differs from the plain person; `undefined` is a question left blank. */
export type Change = { readonly [K in Key]?: Answers[K] | undefined };

/** The plain person, but for a change. */
export function plainPersonBut(change: Change): Answers {
  const changed: Record<string, unknown> = { ...plainPerson, ...change };
  for (const [key, value] of Object.entries(changed)) if (value === undefined) delete changed[key];
  return changed;
}
