import type { Settings } from '../../settings/settings.ts';
import type { Answers } from '../../steps/catalog.ts';
import { alertAnswerKeys } from '../../submission/wire.ts';
import { arrive, byTime } from './arrivals.ts';
import { chanceFrom } from './chance.ts';
import { courseOf } from './course.ts';
import type { Deed } from './deeds.ts';

/**
 * The past twelve weeks of a clinic, oldest first, the same for the same seed and moment: who wrote, and what staff
 * did about it until now. What was to come after now is left out, so that today's work is half done, as it is.
 *
 * @param submissions how many forms; the alerts without a form come on top
 */
export const pastWeeks = (
  wanted: { readonly submissions: number; readonly seed: number },
  now: Date,
  settings: Settings,
): readonly Deed[] => {
  const chance = chanceFrom(wanted.seed);
  return arrive(chance, wanted.submissions, now, settings)
    .flatMap((arrival) => courseOf(arrival, { chance, settings, now }))
    .filter(({ at }) => at <= now)
    .sort(byTime);
};

/** Of somebody's answers those that an alert carries. */
export const carriedByAlert = (answers: Answers): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    alertAnswerKeys.flatMap((key) => (answers[key] === undefined ? [] : [[key, answers[key]]])),
  );
