import type { Answers, Key, PageId } from '../steps/catalog.ts';
import { type Circumstances, isUnder18, relevant } from '../steps/relevant.ts';
import type { Facts } from './facts.ts';
import { interruptions } from './interruptions.ts';
import { pageAt } from './places.ts';

type Guard = (facts: Facts) => boolean;

/** A walk asks a dozen guards about the same answers: what is shown is worked out once. */
const known = new WeakMap<
  Answers,
  { readonly circumstances: Circumstances; readonly shown: ReadonlySet<Key> }
>();

function shownFor({ answers, circumstances }: Facts): ReadonlySet<Key> {
  const before = known.get(answers);
  if (before?.circumstances === circumstances) return before.shown;
  const { shown } = relevant(answers, circumstances);
  known.set(answers, { circumstances, shown });
  return shown;
}

/** A page is asked when any of its questions is shown; the conditions stand on the questions alone. */
const asksAnythingOn =
  (page: PageId): Guard =>
  (facts) =>
    pageAt(page, facts.circumstances.instrument)?.questions.some(({ key }) => shownFor(facts).has(key)) ??
    false;

/** Every reason for which the way through the form forks. */
export const guards = {
  isUnder18: ({ answers, circumstances }) => isUnder18(answers, circumstances.asOf),

  mayBeInDanger: interruptions.dangerSupport.comesUp,
  hasThoughtsOfDeath: interruptions.thoughtsSupport.comesUp,
  asqNeedsSupport: interruptions.asqSupport.comesUp,
  dateNeedsACheck: interruptions.dateCheck.comesUp,
  pressureNeedsACheck: interruptions.pressureCheck.comesUp,
  sizeNeedsACheck: interruptions.sizeCheck.comesUp,

  clinicHasSeveralLocations: asksAnythingOn('location'),
  hopesForHelpWithDepression: asksAnythingOn('episode'),
  hasAnyPhq9Problem: asksAnythingOn('phq9Difficulty'),
  hopesForMoreThanPainRelief: asksAnythingOn('trauma'),
  livedThroughTrauma: asksAnythingOn('ptsdMemories'),
  hasChronicPain: asksAnythingOn('pain'),
  asksTheAsq: asksAnythingOn('asqAttempt'),
  asqIsNotAllNo: asksAnythingOn('asqNow'),
  hadAnyHighPeriod: asksAnythingOn('highPeriodDetails'),
  couldBecomePregnant: asksAnythingOn('pregnancyDetails'),
} satisfies Record<string, Guard>;

export type GuardName = keyof typeof guards;
