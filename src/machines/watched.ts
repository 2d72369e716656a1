import type { Key } from '../steps/catalog.ts';

/**
 * The answers whose changes are kept for the clinician: those that a rule of suicide risk reads, or one whose
 * finding is a contraindication (a label's or, for IV ketamine, a guideline's). A test holds the list against the
 * rules; it is written out here so that the patient's app need not carry them.
 */
export const watchedKeys: ReadonlySet<string> = new Set<Key>([
  'emergencyNow',
  'birthDate',
  'phq9',
  'asq1',
  'asq2',
  'asq3',
  'asq4',
  'asq4when',
  'asq5',
  'psychosisCurrent',
  'dxSchizophrenia',
  'aneurysm',
  'avm',
  'brainBleed',
  'cardiacSx',
  'htn',
  'htnControlled',
  'sbp',
  'dbp',
  'bpAge',
  'ketamineAllergy',
  'allergies',
  'raisedIcp',
  'eyePressure',
  'liver',
  'liverSevere',
  'canBecomePregnant',
  'pregnant',
  'sudCurrent',
]);
