import { or, presentIf, type Tri, tri } from '../screening/tri.ts';
import { criterionText } from './criterion-text.ts';
import { daysBetween, type Facts } from './facts.ts';
import { type Found, said, staffSaid, stated, unknown } from './found.ts';
import { concurrentFound, oralAntidepressantFound } from './going-on-now.ts';
import type { Criterion, Pack } from './pack.ts';
import { settledBy } from './settled-by.ts';
import { agentsFound, augmentationsFound, trialsFound } from './tried-found.ts';

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
