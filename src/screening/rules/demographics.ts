import { both, type Rule } from '../rule.ts';
import { or, presentIf, type Tri, tri } from '../tri.ts';

/** Who the patient is, and who is answering. */
export const demographics = [
  {
    id: 'DEM-UNDER18',
    tier: 'core',
    finds:
      'Age below 18 on the day of sending, by calendar date. The only automatic stop; without a birth date everything else is read as for an adult.',
    severity: both('contraindication'),
    unknown: 'flag',
    clinician: 'Under 18. SPRAVATO is not approved in pediatric patients; clinic is adult-only.',
    sources: ['S-BW', 'S-8.4'],
    reads: ['birthDate'],
    when: ({ age }) => ageIs(age, (years) => years < 18),
  },
  {
    id: 'DEM-AGE-18-24',
    tier: 'core',
    finds: 'Age 18 to 24.',
    severity: { spravato: 'caution', ivKetamine: 'info' },
    unknown: 'omit',
    clinician:
      'Age 18–24: antidepressant class boxed warning; monitor closely for new or worse suicidal thoughts, especially early and at dose changes.',
    sources: ['S-BW', 'S-5.6'],
    reads: ['birthDate'],
    when: ({ age }) => ageIs(age, (years) => years >= 18 && years <= 24),
  },
  {
    id: 'DEM-AGE-65',
    tier: 'core',
    finds: 'Age 65 or older.',
    severity: both('caution'),
    unknown: 'omit',
    clinician:
      'Age ≥ 65: higher esketamine exposure and larger mean BP rise reported in older adults; review falls, cognition and polypharmacy.',
    sources: ['S-8.5 (stored secondary)', 'GK'],
    reads: ['birthDate'],
    when: ({ age }) => ageIs(age, (years) => years >= 65),
  },
  {
    id: 'DEM-PROXY',
    tier: 'core',
    finds: 'A legal decision-maker, or the form filled in by somebody other than the patient or the staff.',
    severity: both('review'),
    unknown: 'flag',
    clinician:
      'Form completed by someone else, or patient has a legal decision-maker: confirm capacity, consent and accuracy.',
    sources: ['GK'],
    reads: ['guardian', 'completedBy', 'helperName', 'helperRelation'],
    when: ({ answers }) => or(tri(answers.guardian), completedByOther(answers.completedBy)),
  },
] as const satisfies readonly Rule[];

const ageIs = (age: number | undefined, holds: (years: number) => boolean): Tri =>
  age === undefined ? 'unknown' : presentIf(holds(age));

const completedByOther = (completedBy: unknown): Tri => {
  if (completedBy === 'other') return 'present';
  return completedBy === 'self' || completedBy === 'staff' ? 'absent' : 'unknown';
};
