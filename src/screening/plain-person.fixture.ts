import { demoSettings } from '../settings/demo.ts';
import type { Answers, Key } from '../steps/catalog.ts';
import type { Circumstances } from './intake.ts';
import { nothingOfNote } from './nothing-of-note.ts';

/** The day on which the tests screen. */
export const asOf = '2026-11-22';

export const circumstances: Circumstances = { asOf, settings: demoSettings };

/**
 * B0 of `docs/clinical-reference.md`, section 7: a man of 42 with depression, two adequate trials that failed, and
 * nothing else. The plain case: TRD-MET and IND-IVK-OFFLABEL, ROUTINE for both treatments.
 */
export const plainPerson: Answers = {
  ...nothingOfNote,
  birthDate: '1984-02-10',
  phq9: [2, 2, 2, 2, 2, 2, 2, 3, 0],
  gad7: [2, 1, 2, 1, 1, 1, 1],
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
  sbp: 124,
  dbp: 78,
  heightIn: 70,
  weightLb: 188,
  sex: 'male',
  auditc: [1, 0, 0],
  medications: ['venlafaxine'],
};

/** What differs from the plain person; `undefined` is a question left blank. */
export type Change = { readonly [K in Key]?: Answers[K] | undefined };

/** The plain person, but for a change. */
export function plainPersonBut(change: Change): Answers {
  const changed: Record<string, unknown> = { ...plainPerson, ...change };
  for (const [key, value] of Object.entries(changed)) if (value === undefined) delete changed[key];
  return changed;
}
