import { ageOn } from '../lib/dates.ts';
import { type Given, holds } from '../questions/condition.ts';
import type { Instrument } from '../questions/instrument.ts';
import { type Answers, allQuestions, type Key } from './catalog.ts';
import { asqKeys, ownQuestions } from './own-instrument.ts';

/** What the relevance of an answer depends on besides the answers. */
export interface Circumstances {
  /** `YYYY-MM-DD`, the day in the clinic's time zone. */
  readonly asOf: string;
  readonly locationCount: number;
  /** The clinic's own suicide screen, asked in place of the ASQ. */
  readonly instrument?: Instrument | undefined;
}

export interface Relevant {
  /** The questions that this person is asked. */
  readonly shown: ReadonlySet<Key>;
  /** Their answers. What stands under any other key is off the path and counts nowhere. */
  readonly answers: Answers;
}

/** All that somebody under 18 is asked. */
const askedOfEveryone: ReadonlySet<Key> = new Set<Key>(['emergencyNow', 'birthDate']);

const askedOfEveryAdult: ReadonlySet<Key> = new Set(
  allQuestions.filter(({ shown }) => !shown).map(({ key }) => key),
);

/** In the order of the catalog: each after the questions that its condition reads. */
const askedOfSome = allQuestions.flatMap(({ key, shown }) => (shown ? { key, shown } : []));

/** Questions whose options are what was chosen elsewhere: the main goal is one of the goals. */
const choicesAmong = allQuestions.flatMap((one) =>
  'among' in one && one.among ? { key: one.key, among: one.among } : [],
);

/**
 * Which questions are asked of this person, and the answers that count.
 *
 * A question that was shown and left blank is in `shown` and not in `answers`. Somebody whose birth date is
 * blank is asked as an adult. Answers off the path are left out, never deleted: they come back with the path.
 *
 * @example relevant({ mi: 'no', miWhen: 'over6m' }, circumstances).answers // { mi: 'no' }
 */
export function relevant(answers: Answers, circumstances: Circumstances): Relevant {
  const shown = isUnder18(answers, circumstances.asOf)
    ? askedOfEveryone
    : askedOfThisAdult(answers, circumstances);
  return { shown, answers: onPath(answers, shown) };
}

/** Conditions hold on questions that are themselves shown, so what is stored off the path opens nothing. */
function askedOfThisAdult(answers: Answers, { locationCount, instrument }: Circumstances): ReadonlySet<Key> {
  const shown = new Set(askedOfEveryAdult);
  if (instrument) for (const key of asqKeys) shown.delete(key);
  const given: Given = { answers, shown, counts: { locations: locationCount } };
  for (const question of askedOfSome) if (holds(question.shown, given)) shown.add(question.key);
  for (const question of ownQuestions(instrument))
    if (!question.shown || holds(question.shown, given)) shown.add(question.key);
  return shown;
}

function onPath(answers: Answers, shown: ReadonlySet<Key>): Answers {
  const stored = Object.keys(answers) as readonly Key[];
  const stale: readonly Key[] = choicesAmong
    .filter(({ key, among }) => isStale(answers, key, among))
    .map(({ key }) => key);
  const counts = (key: Key) => shown.has(key) && !stale.includes(key);
  // Mostly everything counts, and screening reads thousands of intakes a second: nothing is copied then.
  if (stored.every(counts)) return answers;
  return Object.fromEntries(stored.filter(counts).map((key) => [key, answers[key]]));
}

/** A stored choice that is no longer one of those it was made among is a blank until it is made again. */
function isStale(answers: Readonly<Record<string, unknown>>, key: string, among: string): boolean {
  const chosen = answers[key];
  const offered = answers[among];
  return chosen !== undefined && !(Array.isArray(offered) && offered.includes(chosen));
}

/** Under 18 by calendar date; not known is not under 18. */
export function isUnder18({ birthDate }: Answers, asOf: string): boolean {
  const age = typeof birthDate === 'string' ? ageOn(birthDate, asOf) : undefined;
  return age !== undefined && age < 18;
}
