import { namesOf } from '../screening/current-medicines.ts';
import { isAntidepressant } from '../screening/medicines/antidepressants.ts';
import type { DrugKey } from '../screening/medicines/names.ts';
import { not, presentIf, tri } from '../screening/tri.ts';
import { daysBetween, type Facts } from './facts.ts';
import { type Found, unknown } from './found.ts';
import type { ConcurrentTreatment, Criterion } from './pack.ts';

/** Mostly taken for sleep or pain, in doses that treat no depression. Source: the notes of clinical reference 3.4. */
const oftenForSleepOrPain: readonly DrugKey[] = ['trazodone', 'amitriptyline', 'doxepin', 'milnacipran'];
/** A patch, and a course of 14 days. */
const notOralTreatment: readonly DrugKey[] = ['selegiline-td', 'zuranolone'];

/** Whether an antidepressant is taken by mouth now, unchanged for as long as the payer asks. */
export function oralAntidepressantFound(
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
export function concurrentFound(
  treatments: readonly ConcurrentTreatment[],
  { answers, staff }: Facts,
): Found {
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
