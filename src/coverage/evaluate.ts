import { namesOf } from '../screening/current-medicines.ts';
import { isAntidepressant } from '../screening/medicines/antidepressants.ts';
import type { DrugKey } from '../screening/medicines/names.ts';
import { not, or, presentIf, type Tri, tri } from '../screening/tri.ts';
import { criterionText } from './criterion-text.ts';
import { daysBetween, type Facts } from './facts.ts';
import { enoughOf, neededText } from './needed.ts';
import type { ConcurrentTreatment, Criterion, Pack } from './pack.ts';
import { settledBy } from './settled-by.ts';
import { addedUnder, countClasses, countDrugs, describeTried, type Tried, triedUnder } from './tried.ts';

export type Result = 'met' | 'unmet' | 'unknown';

/** How one condition of a payer stands. */
export interface CriterionResult {
  readonly criterion: Criterion;
  /** The condition in words. */
  readonly asks: string;
  readonly result: Result;
  /** Why, for a clinician. */
  readonly because: string;
  /** Which paper or answer settles it. */
  readonly settledBy: string;
}

/**
 * Holds a payer's conditions against what is known. Three-valued like the rules: what cannot be told is unknown, never
 * unmet. All of it is by self-report and by what the staff typed: no verdict on coverage, which is the payer's alone.
 * Never throws.
 *
 * @example evaluate(cigna, facts).map(({ result }) => result) // ['unknown', 'met', 'met', 'unknown']
 */
export const evaluate = (pack: Pack, facts: Facts): readonly CriterionResult[] =>
  pack.criteria.map((criterion) => resultOf(criterion, facts));

const resultOf = (criterion: Criterion, facts: Facts): CriterionResult => {
  const { result, because } = finding(criterion, facts);
  return {
    criterion,
    asks: criterionText(criterion),
    result: resultFor[result],
    because,
    settledBy: settledBy(criterion),
  };
};

const resultFor: Readonly<Record<Tri, Result>> = { present: 'met', absent: 'unmet', unknown: 'unknown' };

interface Found {
  readonly result: Tri;
  readonly because: string;
}

function finding(criterion: Criterion, facts: Facts): Found {
  const { answers, staff, age } = facts;
  switch (criterion.kind) {
    case 'trials':
      return trialsFound(criterion, facts);
    case 'augmentations':
      return augmentationsFound(criterion, facts);
    case 'agents':
      return agentsFound(criterion, facts);
    case 'anyOf': {
      const parts = criterion.of.map((part) => finding(part, facts));
      return {
        result: or(...parts.map(({ result }) => result)),
        because: parts
          .map(({ result, because }, at) => `(${at + 1}) ${resultFor[result]}: ${because}`)
          .join(' '),
      };
    }
    case 'highestToleratedDose':
      return staffSaid(staff.highestToleratedDose, 'that each trial reached the highest tolerated dose');
    case 'age':
      return age === undefined
        ? unknown('The birth date was not given.')
        : { result: presentIf(age < criterion.under), because: `${age} years old.` };
    case 'baselineScale':
      return scaleFound(criterion, facts);
    case 'psychiatrist':
      return psychiatristFound(facts);
    case 'pdmpCheck':
      return staffSaid(staff.pdmpChecked, 'that the prescription drug monitoring program was checked');
    case 'oralAntidepressant':
      return oralAntidepressantFound(criterion, facts);
    case 'psychotherapyTried':
      return {
        result: tri(answers.psychotherapy?.had),
        because: `Talk therapy: ${said(answers.psychotherapy?.had)}.`,
      };
    case 'noConcurrent':
      return concurrentFound(criterion.treatments, facts);
    case 'substanceUseStatus':
      return stated(
        { 'Drug or alcohol problem now': answers.sudCurrent },
        (answer) => answer === 'yes' || answer === 'no',
      );
    case 'suicidalityHistory':
      return stated(
        {
          'ASQ 1': answers.asq1,
          'ASQ 2': answers.asq2,
          'ASQ 3': answers.asq3,
          'ASQ 4': answers.asq4,
        },
        (answer) => answer === 'yes' || answer === 'no',
      );
    case 'heightAndWeight':
      return stated(
        { Height: answers.heightIn, Weight: answers.weightLb },
        (answer) => typeof answer === 'number',
      );
    case 'documents': {
      const { attached } = staff;
      if (attached === undefined) return unknown('Not yet stated what is attached.');
      const missing = criterion.papers.filter((paper) => !attached.includes(paper));
      return {
        result: presentIf(missing.length === 0),
        because: missing.length === 0 ? 'Attached.' : 'Not attached yet.',
      };
    }
  }
}

const unknown = (because: string): Found => ({ result: 'unknown', because });

const saidWords: Readonly<Record<string, string>> = {
  yes: 'yes',
  no: 'no',
  unsure: 'not sure',
  declined: 'prefers not to say',
};
const said = (answer: string | undefined): string => (answer && saidWords[answer]) ?? 'not answered';

const staffSaid = (answer: 'yes' | 'no' | undefined, what: string): Found => ({
  result: tri(answer),
  because: answer === undefined ? `Not yet stated ${what}.` : `Staff: ${said(answer)}.`,
});

/** A payer that wants something stated: met once it is, whatever it is; never unmet. */
function stated(
  parts: Readonly<Record<string, string | number | undefined>>,
  isStated: (answer: string | number | undefined) => boolean,
): Found {
  const texts = Object.entries(parts).map(([name, answer]) =>
    typeof answer === 'number' ? `${name}: ${answer}` : `${name}: ${said(answer)}`,
  );
  const isAll = Object.values(parts).every(isStated);
  return { result: isAll ? 'present' : 'unknown', because: `${texts.join('; ')}.` };
}

const notAnswered = unknown('The list of antidepressants was not answered.');
const addedNotAnswered = unknown('The list of added medicines was not answered.');

function trialsFound(terms: Extract<Criterion, { kind: 'trials' }>, { trials }: Facts): Found {
  if (!trials.answered) return notAnswered;
  const tried = triedUnder(trials.readings, terms);
  return terms.differentClasses
    ? counted(tried, countClasses(tried), terms.count, 'classes of antidepressants')
    : counted(tried, countDrugs(tried), terms.count, 'antidepressants');
}

function augmentationsFound(
  { count, weeks }: Extract<Criterion, { kind: 'augmentations' }>,
  { answers: { augmentation } }: Facts,
): Found {
  if (augmentation === undefined) return addedNotAnswered;
  const tried = addedUnder(augmentation, weeks);
  return counted(tried, countDrugs(tried), count, 'added medicines');
}

/** A list that was not answered may hold any number; one that was is counted. */
function agentsFound(
  { count, weeks }: Extract<Criterion, { kind: 'agents' }>,
  { trials, answers: { augmentation } }: Facts,
): Found {
  const tried = [...triedUnder(trials.readings, { count, weeks }), ...addedUnder(augmentation ?? [], weeks)];
  const drugs = countDrugs(tried);
  if (enoughOf(drugs, count) !== 'present') {
    if (!trials.answered) return notAnswered;
    if (augmentation === undefined)
      return unknown(`${addedNotAnswered.because} ${counted(tried, drugs, count, 'agents').because}`);
  }
  return counted(tried, drugs, count, 'agents');
}

function counted(
  tried: readonly Tried[],
  count: { readonly min: number; readonly max: number },
  needed: Parameters<typeof enoughOf>[1],
  what: string,
): Found {
  if (tried.length === 0) return { result: 'absent', because: 'None tried.' };
  const number = count.min === count.max ? `${count.min}` : `${count.min} to ${count.max}`;
  return {
    result: enoughOf(count, needed),
    because: `${number} of ${neededText(needed)} ${what} by self-report: ${describeTried(tried)}.`,
  };
}

/**
 * A score older than the payer allows says nothing of today: unknown, until it is taken again. 4 weeks are 28 days,
 * the last one included.
 */
function scaleFound(
  { phq9Above, withinWeeks }: Extract<Criterion, { kind: 'baselineScale' }>,
  { phq9, answers, asOf, requestedOn }: Facts,
): Found {
  if (answers.phq9 === undefined || answers.phq9.every((item) => item === null))
    return unknown('The PHQ-9 was not answered.');
  const score = phq9.min === phq9.max ? `${phq9.min}` : `${phq9.min} to ${phq9.max}, incomplete`;
  const because = `PHQ-9 ${score}, self-reported on ${asOf}.`;
  const days = daysBetween(asOf, requestedOn);
  if (withinWeeks !== undefined && (days === undefined || days < 0 || days > withinWeeks * 7))
    return unknown(`${because} That is not within ${withinWeeks} weeks before the request.`);
  if (phq9Above === undefined) return { result: phq9.min === phq9.max ? 'present' : 'unknown', because };
  if (phq9.min > phq9Above) return { result: 'present', because };
  return { result: phq9.max <= phq9Above ? 'absent' : 'unknown', because };
}

function psychiatristFound({ staff: { specialty } }: Facts): Found {
  switch (specialty) {
    case 'psychiatry':
      return { result: 'present', because: 'Staff: the prescriber is a psychiatrist.' };
    case 'consultation':
      return unknown('Staff: in consultation with a psychiatrist. Ask whether the payer accepts that.');
    case 'other':
      return { result: 'absent', because: 'Staff: the prescriber is no psychiatrist.' };
    case undefined:
      return unknown('The prescriber’s specialty is not yet stated.');
  }
}

/** Mostly taken for sleep or pain, in doses that treat no depression. Source: the notes of clinical reference 3.4. */
const oftenForSleepOrPain: readonly DrugKey[] = ['trazodone', 'amitriptyline', 'doxepin', 'milnacipran'];
/** A patch, and a course of 14 days. */
const notOralTreatment: readonly DrugKey[] = ['selegiline-td', 'zuranolone'];

function oralAntidepressantFound(
  { stableWeeks }: Extract<Criterion, { kind: 'oralAntidepressant' }>,
  { medicines, answers, staff, requestedOn }: Facts,
): Found {
  const taken = medicines.drugs.filter((drug) => isAntidepressant(drug) && !notOralTreatment.includes(drug));
  const treating = taken.filter((drug) => !oftenForSleepOrPain.includes(drug));
  if (treating.length === 0) {
    if (taken.length > 0) return unknown(`Takes ${namesOf(taken)}: for depression, or for sleep or pain?`);
    const isWhole =
      answers.medications !== undefined && answers.medsComplete === 'yes' && medicines.unmatched === 0;
    return isWhole
      ? { result: 'absent', because: 'None in a list of medicines that is complete.' }
      : unknown('None in the list of medicines, which may not be complete or has names that are not known.');
  }
  const takes = `Takes ${namesOf(treating)}.`;
  if (stableWeeks === undefined) return { result: 'present', because: takes };
  const since = staff.antidepressantStableSince;
  const days = since === undefined ? undefined : daysBetween(since, requestedOn);
  if (days === undefined) return unknown(`${takes} Since when at this dose is not asked.`);
  return { result: presentIf(days >= stableWeeks * 7), because: `${takes} Staff: unchanged since ${since}.` };
}

const concurrentNames: Readonly<Record<ConcurrentTreatment, string>> = {
  ect: 'ECT',
  tms: 'TMS',
  vns: 'VNS',
  dbs: 'DBS',
  ketamine: 'ketamine',
};

/** Treatment in the past says nothing of today, and DBS is not asked: only who never had it cannot be having it. */
function concurrentFound(treatments: readonly ConcurrentTreatment[], { answers, staff }: Facts): Found {
  const names = (some: readonly ConcurrentTreatment[]) => some.map((one) => concurrentNames[one]).join(', ');
  if (staff.concurrent !== undefined) {
    const alongside = treatments.filter((one) => staff.concurrent?.includes(one));
    return alongside.length === 0
      ? { result: 'present', because: 'Staff: none of them goes on now.' }
      : { result: 'absent', because: `Staff: goes on now: ${names(alongside)}.` };
  }
  const ever: Readonly<Record<ConcurrentTreatment, string | undefined>> = {
    ect: answers.ect?.had,
    tms: answers.tms?.had,
    vns: answers.vns?.had,
    dbs: undefined,
    ketamine: answers.priorKetamine,
  };
  const open = treatments.filter((one) => not(tri(ever[one])) !== 'present');
  return open.length === 0
    ? { result: 'present', because: 'Never had any of them.' }
    : unknown(`Not known whether one goes on now: ${names(open)}.`);
}
