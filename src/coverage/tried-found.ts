import type { Facts } from './facts.ts';
import { type Found, unknown } from './found.ts';
import { enoughOf, neededText } from './needed.ts';
import type { Criterion } from './pack.ts';
import { addedUnder, countClasses, countDrugs, describeTried, type Tried, triedUnder } from './tried.ts';

const notAnswered = unknown('The list of antidepressants was not answered.');
const addedNotAnswered = unknown('The list of added medicines was not answered.');

/** Antidepressants, or classes of them, that were tried as the payer counts it. */
export function trialsFound(terms: Extract<Criterion, { kind: 'trials' }>, { trials }: Facts): Found {
  if (!trials.answered) return notAnswered;
  const tried = triedUnder(trials.readings, terms);
  return terms.differentClasses
    ? counted(tried, countClasses(tried), terms.count, 'classes of antidepressants')
    : counted(tried, countDrugs(tried), terms.count, 'antidepressants');
}

/** Medicines that were added to an antidepressant. */
export function augmentationsFound(
  { count, weeks }: Extract<Criterion, { kind: 'augmentations' }>,
  { answers: { augmentation } }: Facts,
): Found {
  if (augmentation === undefined) return addedNotAnswered;
  const tried = addedUnder(augmentation, weeks);
  return counted(tried, countDrugs(tried), count, 'added medicines');
}

/** A list that was not answered may hold any number; one that was is counted. */
export function agentsFound(
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
