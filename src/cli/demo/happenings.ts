import type { Locale } from '../../lib/locale.ts';
import type { Answers } from '../../steps/catalog.ts';
import { alertAnswerKeys } from '../../submission/wire.ts';
import { type Chance, chanceFrom } from './chance.ts';
import { inventPerson, type Pressing } from './people.ts';

/** What reached the clinic at one moment: a form, or the alert of somebody who has not sent one. */
export type Happening =
  | {
      readonly kind: 'form';
      readonly at: Date;
      readonly language: Locale;
      readonly startedAt: string;
      readonly answers: Answers;
    }
  | { readonly kind: 'alert'; readonly at: Date; readonly language: Locale; readonly answers: Answers };

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
const WEEKS = 6;

/**
 * The past weeks of a clinic, oldest first, the same for the same seed and moment. Safety cases are of the last two
 * days: an older one would mean that nobody had looked.
 *
 * @param submissions how many forms; the alerts without a form come on top
 */
export const pastWeeks = (
  wanted: { readonly submissions: number; readonly seed: number },
  now: Date,
): readonly Happening[] => {
  const chance = chanceFrom(wanted.seed);
  const forms = Array.from({ length: wanted.submissions }, (_, index) =>
    form(chance, pressingOf(index, wanted.submissions), now),
  );
  const alerts = Array.from({ length: Math.ceil(wanted.submissions / 50) }, (_, index) =>
    alert(chance, index % 2 === 0 ? 'urgent' : 'sameDay', now),
  );
  return [...forms, ...alerts].sort((one, other) => one.at.getTime() - other.at.getTime());
};

/** One in forty is urgent and one in twenty is to be called the same day, at least one of each. */
const pressingOf = (index: number, submissions: number): Pressing => {
  const urgent = Math.ceil(submissions / 40);
  const sameDay = Math.ceil(submissions / 20);
  if (index < urgent) return 'urgent';
  return index < urgent + sameDay ? 'sameDay' : 'none';
};

const moment = (chance: Chance, pressing: Pressing, now: Date): Date => {
  const longestAgo = { urgent: 5 * 60 * MINUTE, sameDay: 2 * DAY, none: WEEKS * 7 * DAY }[pressing];
  // Squared: more came lately than weeks ago, as where a clinic has just begun to use the form.
  const ago = 4 * MINUTE + Math.floor(chance.next() ** 2 * longestAgo);
  return new Date(now.getTime() - ago);
};

const form = (chance: Chance, pressing: Pressing, now: Date): Happening => {
  const at = moment(chance, pressing, now);
  const startedAt = new Date(at.getTime() - chance.between(14, 95) * MINUTE).toISOString();
  return { kind: 'form', at, startedAt, ...inventPerson(chance, pressing, at.toISOString()) };
};

const alert = (chance: Chance, pressing: Pressing, now: Date): Happening => {
  const at = moment(chance, pressing, now);
  return { kind: 'alert', at, ...inventPerson(chance, pressing, at.toISOString()) };
};

/** Of somebody's answers those that an alert carries. */
export const carriedByAlert = (answers: Answers): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    alertAnswerKeys.flatMap((key) => (answers[key] === undefined ? [] : [[key, answers[key]]])),
  );
