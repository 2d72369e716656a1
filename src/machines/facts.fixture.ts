import type { Answers } from '../steps/catalog.ts';
import type { Facts } from './facts.ts';

/** A clinic with one location, on the day of the examples. */
export const factsOf = (answers: Answers, more: Partial<Facts> = {}): Facts => ({
  answers,
  circumstances: { asOf: '2026-11-22', locationCount: 1 },
  thresholds: { severeSystolic: 180, severeDiastolic: 110 },
  ...more,
});

/** The plain patient of the clinical reference (B0) as far as the way through the form depends on it. */
export const plain: Answers = {
  emergencyNow: 'no',
  birthDate: '1984-02-10',
  completedBy: 'self',
  firstName: 'Sam',
  lastName: 'Example',
  phone: '(615) 555-0142',
  conditions: ['depression'],
  interest: 'either',
  phq9: [2, 2, 2, 2, 2, 2, 2, 3, 0],
  asq1: 'no',
  asq2: 'no',
  asq3: 'no',
  asq4: 'no',
  traumaEver: 'no',
  highPeriodEver: 'no',
  sbp: 124,
  dbp: 78,
  bpAge: 'within6m',
  heightIn: 70,
  weightLb: 188,
  canBecomePregnant: 'no',
  auditc: [1, 0, 0],
};
