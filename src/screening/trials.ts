import type { Response, Trial } from '../questions/values.ts';
import type { Thresholds } from '../settings/settings.ts';
import {
  type Antidepressant,
  antidepressants,
  isAntidepressant,
  notUsAntidepressant,
} from './medicines/antidepressants.ts';
import { type DrugKey, matchMedicine, withoutForm } from './medicines/names.ts';
import { plainName } from './medicines/normalize.ts';
import { and, type Tri } from './tri.ts';

/** One of the five tests of a trial, and for a clinician why it was not passed. */
export interface TrialTest {
  readonly result: Tri;
  /** `dose below 150 mg`, `weeks not given`; absent where the test is passed. */
  readonly reason?: string;
}

/** How one trial was read. Source: `docs/clinical-reference.md` 3.4. */
export interface TrialReading {
  readonly trial: Trial;
  /** The generic name, or the text as typed where it is not one known drug. */
  readonly name: string;
  /** The same for every form and brand of a drug. */
  readonly drug: string;
  /** What the table says of the drug besides its minimum. */
  readonly note: string | undefined;
  readonly dose: TrialTest;
  readonly duration: TrialTest;
  readonly episode: TrialTest;
  readonly mostDays: TrialTest;
  readonly response: TrialTest;
  /** Whether it was adequate and failed: all five together. */
  readonly failed: Tri;
}

export type Resistance = 'met' | 'notMet' | 'unknown';

export interface TrialCount {
  /** An empty list is answered: none tried. */
  readonly answered: boolean;
  readonly readings: readonly TrialReading[];
  /** Different drugs with a trial that was adequate and failed. */
  readonly adequate: number;
  /** The same, counting trials that may have been. */
  readonly possible: number;
  readonly resistance: Resistance;
}

/** From this many different drugs on, depression is treatment-resistant. S-TRD. */
const drugsNeeded = 2;

/**
 * Reads the antidepressants a person has tried, and counts different drugs, not trials.
 *
 * @param trials `undefined`: never answered
 * @param thresholds `trialWeeks`: how long a trial must have lasted
 */
export function trialCount(
  trials: readonly Trial[] | undefined,
  thresholds: Pick<Thresholds, 'trialWeeks'>,
): TrialCount {
  const answered = Array.isArray(trials);
  const readings = (answered ? trials : []).filter(isReadable).map((trial) => readTrial(trial, thresholds));
  const adequate = distinct(readings.filter(({ failed }) => failed === 'present'));
  const possible = distinct(readings.filter(({ failed }) => failed !== 'absent'));
  return { answered, readings, adequate, possible, resistance: resistance(answered, adequate, possible) };
}

const resistance = (answered: boolean, adequate: number, possible: number): Resistance => {
  if (adequate >= drugsNeeded) return 'met';
  return !answered || possible >= drugsNeeded ? 'unknown' : 'notMet';
};

const distinct = (readings: readonly TrialReading[]): number =>
  new Set(readings.map(({ drug }) => drug)).size;

const isReadable = (trial: unknown): trial is Trial =>
  typeof trial === 'object' && trial !== null && 'drug' in trial && typeof trial.drug === 'string';

/** Puts one trial to the five tests. */
export function readTrial(trial: Trial, thresholds: Pick<Thresholds, 'trialWeeks'>): TrialReading {
  const matched = matchMedicine(trial.drug);
  const drug = matched.length === 1 ? matched[0] : undefined;
  const tests = {
    dose: doseTest(trial, drug),
    duration: durationTest(trial.weeks, thresholds.trialWeeks),
    episode: yesNoTest(trial.currentEpisode, 'in this episode'),
    mostDays: yesNoTest(trial.mostDays, 'taken most days'),
    response: responseTest(trial.response),
  };
  return {
    trial,
    name: drug ? drug.replaceAll('-', ' ') : trial.drug,
    drug: drug ? withoutForm(drug) : `typed: ${plainName(trial.drug)}`,
    note: inTable(drug)?.note,
    ...tests,
    failed: and(
      tests.dose.result,
      tests.duration.result,
      tests.episode.result,
      tests.mostDays.result,
      tests.response.result,
    ),
  };
}

const passed: TrialTest = { result: 'present' };
const notPassed = (reason: string): TrialTest => ({ result: 'absent', reason });
const cannotTell = (reason: string): TrialTest => ({ result: 'unknown', reason });

const doseTest = ({ drug: typed, doseMg }: Trial, drug: DrugKey | undefined): TrialTest => {
  const listed: Antidepressant | undefined =
    drug && isAntidepressant(drug) ? antidepressants[drug] : undefined;
  if (!listed) return cannotTell(notInTable(typed));
  if (listed.minimum === 'neverCounts') return notPassed('does not count at any dose');
  if (listed.minimum === 'notInTable') return cannotTell('minimum dose not confirmed');
  if (typeof doseMg !== 'number') return cannotTell('dose not given');
  return doseMg >= listed.minimum ? passed : notPassed(`dose below ${listed.minimum} mg`);
};

const inTable = (drug: DrugKey | undefined): Antidepressant | undefined =>
  drug && isAntidepressant(drug) ? antidepressants[drug] : undefined;

const notInTable = (typed: string): string => {
  const elsewhere = notUsAntidepressant(typed);
  return elsewhere
    ? `${elsewhere.name} is not sold in the US; minimum elsewhere ${elsewhere.minimum} mg`
    : 'not in the dose table';
};

const durationTest = (weeks: unknown, needed: number): TrialTest => {
  if (typeof weeks !== 'number') return cannotTell('weeks not given');
  return weeks >= needed ? passed : notPassed(`fewer than ${needed} weeks`);
};

const yesNoTest = (answer: unknown, what: string): TrialTest => {
  if (answer === 'yes') return passed;
  if (answer === 'no') return notPassed(`not ${what}`);
  return cannotTell(answer === 'unsure' ? `not sure whether ${what}` : `${what}: not given`);
};

const responseTest = (response: Response | undefined): TrialTest => {
  switch (response) {
    case 'none':
    case 'some':
      return passed;
    case 'good':
    case 'remission':
      return notPassed('it helped');
    case 'lostEffect':
      return notPassed('it helped, then wore off');
    case 'unsure':
      return cannotTell('not sure how much it helped');
    default:
      return cannotTell('how much it helped: not given');
  }
};

const testNames = ['dose', 'duration', 'episode', 'mostDays', 'response'] as const;

/** Why a trial does not count, or may not; empty where it counts. */
export const reasonsOf = (reading: TrialReading): readonly string[] =>
  testNames.flatMap((name) => reading[name].reason ?? []);

/**
 * Each trial on one line for a clinician.
 *
 * @example 'sertraline 100 mg, 12 weeks: counts; venlafaxine 75 mg, 7 weeks: dose below 150 mg'
 */
export function describeTrials({ answered, readings }: TrialCount): string {
  if (!answered) return 'list of antidepressants not answered';
  if (readings.length === 0) return 'none tried';
  return readings.map(describe).join('; ');
}

const describe = (reading: TrialReading): string => {
  const { doseMg, weeks } = reading.trial;
  const facts = [
    doseMg === undefined ? reading.name : `${reading.name} ${doseMg} mg`,
    weeks === undefined ? [] : `${weeks} weeks`,
  ].flat();
  return `${facts.join(', ')}: ${reasonsOf(reading).join(', ') || 'counts'}`;
};
