import { ageOn } from '../lib/dates.ts';
import type { Settings, Thresholds } from '../settings/settings.ts';
import type { Answers, Key } from '../steps/catalog.ts';
import { relevant } from '../steps/relevant.ts';
import { type CurrentMedicines, currentMedicines } from './current-medicines.ts';
import { asq, type SuicideScreen } from './suicide-screen.ts';
import { type TrialCount, trialCount } from './trials.ts';

/** What screening depends on besides the answers. */
export interface Circumstances {
  /** `YYYY-MM-DD`, the day in the clinic's time zone. */
  readonly asOf: string;
  readonly settings: Pick<Settings, 'thresholds' | 'locations'>;
  /** Absent: the ASQ. */
  readonly suicideScreen?: SuicideScreen;
}

/** One person's intake as the rules see it: only the answers that count, and what follows from several of them. */
export interface Intake {
  readonly answers: Answers;
  /** The questions this person was asked; one without an answer was left blank. */
  readonly shown: ReadonlySet<Key>;
  /** Whole years on the day of sending; `undefined` where the birth date is blank. */
  readonly age: number | undefined;
  readonly thresholds: Thresholds;
  readonly suicideScreen: SuicideScreen;
  readonly medicines: () => CurrentMedicines;
  readonly trials: () => TrialCount;
}

/** Leaves out what is off the path, and looks at the rest on the day of sending. */
export function intakeOf(stored: Answers, circumstances: Circumstances): Intake {
  const { asOf, settings, suicideScreen = asq } = circumstances;
  const { shown, answers } = relevant(stored, { asOf, locationCount: settings.locations.length });
  const { birthDate } = answers;
  return {
    answers,
    shown,
    age: typeof birthDate === 'string' ? ageOn(birthDate, asOf) : undefined,
    thresholds: settings.thresholds,
    suicideScreen,
    medicines: once(() => currentMedicines(answers.medications)),
    trials: once(() => trialCount(answers.trials, settings.thresholds)),
  };
}

/** Whether the person hopes for help with depression: the goal that treatment resistance is about. */
export const hopesForDepression = ({ answers }: Intake): boolean =>
  includes(answers.conditions, 'depression');

/** Whether a list of choices holds one; a blank list holds none. */
export const includes = (list: readonly string[] | undefined, choice: string): boolean =>
  Array.isArray(list) && list.includes(choice);

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};
