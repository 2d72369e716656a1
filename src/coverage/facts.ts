import { ageOn, parseDate } from '../lib/dates.ts';
import type { Range } from '../questions/total.ts';
import { type CurrentMedicines, currentMedicines } from '../screening/current-medicines.ts';
import { type TrialCount, trialCount } from '../screening/trials.ts';
import type { Answers, Key } from '../steps/catalog.ts';
import { phq9Score } from '../steps/phq9/score.ts';
import { type Circumstances, relevant } from '../steps/relevant.ts';
import type { StaffFields } from './staff-fields.ts';

/** What a payer's conditions are held against: the answers that count, and what the staff added. */
export interface Facts {
  readonly answers: Answers;
  /** The questions that this patient was asked. */
  readonly shown: ReadonlySet<Key>;
  /** The day of the answers, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** The day of the request: a score grows old between the two. */
  readonly requestedOn: string;
  /** On the day of the request, in whole years. */
  readonly age: number | undefined;
  readonly phq9: Range;
  readonly trials: TrialCount;
  readonly medicines: CurrentMedicines;
  readonly staff: StaffFields;
}

export interface RequestCircumstances extends Circumstances {
  readonly requestedOn: string;
}

/** Weeks from which our own screening counts a trial. Source: T-SUP. */
export const usualTrialWeeks = 6;

/** Leaves out what is off the path, and reads the trials, the medicines and the PHQ-9 of the rest. */
export function factsOf(stored: Answers, circumstances: RequestCircumstances, staff: StaffFields): Facts {
  const { asOf, requestedOn } = circumstances;
  const { answers, shown } = relevant(stored, circumstances);
  return {
    answers,
    shown,
    asOf,
    requestedOn,
    age: typeof answers.birthDate === 'string' ? ageOn(answers.birthDate, requestedOn) : undefined,
    phq9: phq9Score(answers.phq9),
    trials: trialCount(answers.trials, { trialWeeks: usualTrialWeeks }),
    medicines: currentMedicines(answers.medications),
    staff,
  };
}

/** Whole days from one date to another; `undefined` where either is no date. */
export function daysBetween(from: string, to: string): number | undefined {
  const [one, other] = [from, to].map((text) => {
    const date = parseDate(text);
    return date && Date.UTC(date.year, date.month - 1, date.day);
  });
  return one === undefined || other === undefined ? undefined : Math.round((other - one) / 86_400_000);
}
