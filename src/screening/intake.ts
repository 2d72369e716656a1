import { ageOn } from '../lib/dates.ts';
import type { Settings, Thresholds } from '../settings/settings.ts';
import type { Answers, Key } from '../steps/catalog.ts';
import { type CurrentMedicines, currentMedicines } from './current-medicines.ts';
import { asq, type InstrumentMarks, ownScreen, type SuicideScreen } from './suicide-screen.ts';
import { type TrialCount, trialCount } from './trials.ts';

/** What of the clinic's settings screening looks at. */
export type ScreeningSettings = Pick<Settings, 'thresholds' | 'locations' | 'clinicRules' | 'instrument'>;

/** What screening depends on besides the answers. */
export interface Circumstances {
  /** `YYYY-MM-DD`, the day in the clinic's time zone. */
  readonly asOf: string;
  readonly settings: ScreeningSettings;
}

/** What was asked of a person and answered: only what counts, whatever else is stored. */
export interface Asked {
  readonly answers: Answers;
  /** The questions this person was asked; one without an answer was left blank. */
  readonly shown: ReadonlySet<Key>;
}

/** One person's intake as the rules see it: the answers that count, and what follows from several of them. */
export interface Intake extends Asked {
  /** Whole years on the day of sending; `undefined` where the birth date is blank. */
  readonly age: number | undefined;
  readonly thresholds: Thresholds;
  readonly suicideScreen: SuicideScreen;
  /** The clinic's own instrument, where it was asked in place of the ASQ. */
  readonly instrument: InstrumentMarks | undefined;
  readonly medicines: () => CurrentMedicines;
  readonly trials: () => TrialCount;
}

/** Looks at the answers that count on the day of sending. */
export function intakeFrom(
  { answers, shown }: Asked,
  {
    asOf,
    thresholds,
    instrument,
  }: Pick<Circumstances, 'asOf'> & {
    readonly thresholds: Thresholds;
    readonly instrument?: InstrumentMarks | undefined;
  },
): Intake {
  const { birthDate } = answers;
  return {
    answers,
    shown,
    age: typeof birthDate === 'string' ? ageOn(birthDate, asOf) : undefined,
    thresholds,
    suicideScreen: instrument ? ownScreen(instrument, shown) : asq,
    instrument,
    medicines: once(() => currentMedicines(answers.medications)),
    trials: once(() => trialCount(answers.trials, thresholds)),
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
