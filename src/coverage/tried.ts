import type { Augmentation, Response } from '../questions/values.ts';
import { antidepressants, isAntidepressant } from '../screening/medicines/antidepressants.ts';
import { type DrugKey, matchMedicine, withoutForm } from '../screening/medicines/names.ts';
import { plainName } from '../screening/medicines/normalize.ts';
import { and, type Tri } from '../screening/tri.ts';
import type { TrialReading, TrialTest } from '../screening/trials.ts';
import { usualTrialWeeks } from './facts.ts';
import { enough, neededText } from './needed.ts';
import type { Needed, TrialTerms } from './pack.ts';

/** One medicine that was tried, as a payer's terms read it. */
export interface Tried {
  readonly name: string;
  /** The same for every form and brand of a drug. */
  readonly drug: string;
  /** `undefined`: not known, it may be any. */
  readonly drugClass: string | undefined;
  /** Whether it counts as a failed trial for this payer. */
  readonly counts: Tri;
  /** Why it does not, or may not. */
  readonly reasons: readonly string[];
}

const passed: TrialTest = { result: 'present' };

/**
 * Reads the antidepressant trials under a payer's terms.
 *
 * Dose and adherence are in hardly any row of the packs, but the label speaks of adequate dose and duration (S-TRD): a
 * dose below the table of clinical reference 3.4, or a drug not taken most days, is therefore never a refusal here and
 * never a yes, it is unknown. Length, episode and response count as the payer says; where it names no length, less than
 * our usual 6 weeks (T-SUP) is unknown; where it names no percentage, our own line of half better is drawn (T-JCP).
 */
export const triedUnder = (readings: readonly TrialReading[], terms: TrialTerms): readonly Tried[] =>
  readings.map((reading) => {
    const { trial, name, drug } = reading;
    const tests = [
      atMostUnknown(reading.dose),
      weeksTest(trial.weeks, terms.weeks),
      terms.currentEpisode ? reading.episode : passed,
      atMostUnknown(reading.mostDays),
      terms.responseAtMost === undefined
        ? reading.response
        : responseTest(trial.response, terms.responseAtMost),
    ];
    return { name, drug, drugClass: classOf(trial.drug), ...verdictOf(tests) };
  });

const verdictOf = (tests: readonly TrialTest[]): Pick<Tried, 'counts' | 'reasons'> => ({
  counts: and(...tests.map(({ result }) => result)),
  reasons: tests.flatMap(({ reason }) => reason ?? []),
});

const atMostUnknown = (test: TrialTest): TrialTest =>
  test.result === 'absent' ? { ...test, result: 'unknown' } : test;

/** The class of the one antidepressant that a name holds. */
export const classOf = (typed: string): string | undefined => {
  const [drug, ...others] = matchMedicine(typed);
  return drug && others.length === 0 && isAntidepressant(drug) ? antidepressants[drug].class : undefined;
};

function weeksTest(weeks: number | undefined, needed: Needed | undefined): TrialTest {
  if (weeks === undefined) return { result: 'unknown', reason: 'weeks not given' };
  const result =
    needed === undefined ? enough(weeks, { from: 0, to: usualTrialWeeks }) : enough(weeks, needed);
  if (result === 'present') return passed;
  if (needed === undefined) return { result, reason: `${weeks} weeks, and the payer’s length is not known` };
  return result === 'absent'
    ? { result, reason: `${weeks} weeks, fewer than ${neededText(needed)}` }
    : { result, reason: `${weeks} weeks, where the payer says ${neededText(needed)}` };
}

/** The bands in which a patient says how much a medicine helped, in percent, both ends inclusive. Source: T-JCP. */
const bands: Readonly<Partial<Record<Response, readonly [number, number]>>> = {
  none: [0, 24],
  some: [25, 49],
  good: [50, 74],
  remission: [75, 100],
};

/**
 * A percentage against our bands, which patients choose from. A band that lies wholly at or below the payer's limit
 * counts, one wholly above does not, and one that holds the limit cannot tell. So "25 % or less" takes `none` (0–24);
 * `some` (25–49) is unknown, not unmet: 25 % itself is in it, because the bands follow "below 25" (T-JCP) where the
 * payers say "25 or less" (T-SUP). A scale or percentage in the chart settles it.
 */
function responseTest(response: Response | undefined, atMost: number): TrialTest {
  if (response === 'lostEffect') return { result: 'absent', reason: 'it helped, then wore off' };
  const band = response && bands[response];
  if (!band) {
    const said = response === 'unsure' ? 'not sure how much it helped' : 'how much it helped: not given';
    return { result: 'unknown', reason: said };
  }
  const [least, most] = band;
  if (most <= atMost) return passed;
  const reason = `helped ${least} to ${most} %, where ${atMost} % or less is asked`;
  return { result: least > atMost ? 'absent' : 'unknown', reason };
}

/**
 * Kinds that payers name as augmentation: antipsychotic, lithium, thyroid, buspirone. Which drugs these are is general
 * knowledge (GK); any other is unknown, for a clinician to judge.
 */
const augmenting: readonly DrugKey[] = [
  'aripiprazole',
  'quetiapine',
  'olanzapine',
  'clozapine',
  'chlorpromazine',
  'lithium',
  'levothyroxine',
  'liothyronine',
  'buspirone',
];

/** Reads the medicines that were added to an antidepressant. */
export const addedUnder = (list: readonly Augmentation[], weeks: Needed): readonly Tried[] =>
  list.map((added) => {
    const [drug, ...others] = matchMedicine(added.drug);
    const known = drug !== undefined && others.length === 0;
    const kind: TrialTest =
      known && augmenting.includes(drug)
        ? passed
        : { result: 'unknown', reason: 'no antipsychotic, lithium, thyroid or buspirone that is known here' };
    return {
      name: known ? drug.replaceAll('-', ' ') : added.drug,
      drug: known ? withoutForm(drug) : `typed: ${plainName(added.drug)}`,
      drugClass: undefined,
      ...verdictOf([kind, weeksTest(added.weeks, weeks), addedResponse(added.response)]),
    };
  });

/** No row names a percentage for augmentation: half better is drawn as the line (T-JCP). */
const addedResponse = (response: Response | undefined): TrialTest => responseTest(response, 49);

/** How many different medicines count: at least, and at most if every unknown should turn out to. */
export function countDrugs(tried: readonly Tried[]): { readonly min: number; readonly max: number } {
  const distinct = (some: readonly Tried[]) => new Set(some.map(({ drug }) => drug)).size;
  return { min: distinct(certain(tried)), max: distinct(possible(tried)) };
}

/** The same for classes. A drug whose class is not known may be of one more. */
export function countClasses(tried: readonly Tried[]): { readonly min: number; readonly max: number } {
  return {
    min: new Set(certain(tried).flatMap(({ drugClass }) => drugClass ?? [])).size,
    max: new Set(possible(tried).map(({ drugClass, drug }) => drugClass ?? drug)).size,
  };
}

const certain = (tried: readonly Tried[]) => tried.filter(({ counts }) => counts === 'present');
const possible = (tried: readonly Tried[]) => tried.filter(({ counts }) => counts !== 'absent');

/** `sertraline (SSRI): counts; venlafaxine (SNRI): 4 weeks, fewer than 6` */
export const describeTried = (tried: readonly Tried[]): string =>
  tried
    .map(({ name, drugClass, reasons }) => {
      const who = drugClass === undefined ? name : `${name} (${drugClass})`;
      return `${who}: ${reasons.join(', ') || 'counts'}`;
    })
    .join('; ');
