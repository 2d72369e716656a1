import type { PageId } from '../steps/catalog.ts';
import { isUnder18, relevant } from '../steps/relevant.ts';
import type { Facts } from './facts.ts';
import { interruptions } from './interruptions.ts';
import { pageAt } from './places.ts';

type Guard = (facts: Facts) => boolean;

/** A page is asked when any of its questions is shown; the conditions stand on the questions alone. */
const asksAnythingOn =
  (page: PageId): Guard =>
  ({ answers, circumstances }) => {
    const { shown } = relevant(answers, circumstances);
    return pageAt(page)?.questions.some(({ key }) => shown.has(key)) ?? false;
  };

/** Every reason for which the way through the form forks. */
export const guards = {
  isUnder18: ({ answers, circumstances }) => isUnder18(answers, circumstances.asOf),

  mayBeInDanger: interruptions.dangerSupport.comesUp,
  hasThoughtsOfDeath: interruptions.thoughtsSupport.comesUp,
  asqNeedsSupport: interruptions.asqSupport.comesUp,
  pressureNeedsACheck: interruptions.pressureCheck.comesUp,
  sizeNeedsACheck: interruptions.sizeCheck.comesUp,

  clinicHasSeveralLocations: asksAnythingOn('location'),
  hopesForHelpWithDepression: asksAnythingOn('episode'),
  hasAnyPhq9Problem: asksAnythingOn('phq9Difficulty'),
  hopesForMoreThanPainRelief: asksAnythingOn('trauma'),
  livedThroughTrauma: asksAnythingOn('ptsdMemories'),
  hasChronicPain: asksAnythingOn('pain'),
  asqIsNotAllNo: asksAnythingOn('asqNow'),
  hadAnyHighPeriod: asksAnythingOn('highPeriodDetails'),
  couldBecomePregnant: asksAnythingOn('pregnancyDetails'),
} satisfies Record<string, Guard>;

export type GuardName = keyof typeof guards;
