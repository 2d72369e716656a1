import { dayIn } from '../../lib/dates.ts';
import { instantAt } from '../../lib/wall-clock.ts';
import type { Settings } from '../../settings/settings.ts';
import { openingAt } from '../../submission/escalation.ts';
import type { Chance } from './chance.ts';

export type Hours = Pick<Settings, 'hours' | 'timeZone'>;

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export const later = (at: Date, ms: number): Date => new Date(at.getTime() + ms);

/** When people write: hardly at night, in the breaks of the day, and most in the evening. */
const hours = [
  0, 1, 5, 6, 7, 7, 8, 9, 9, 10, 11, 12, 12, 12, 13, 14, 15, 16, 17, 17, 18, 19, 19, 20, 20, 20, 21, 21, 22,
  23,
];
const [first = 20, ...others] = hours;

/** A believable time of the clinic's day in which an instant lies. */
export const writingTime = (chance: Chance, { timeZone }: Hours, about: Date): Date => {
  const two = (value: number) => String(value).padStart(2, '0');
  const time = `${two(chance.oneOf([first, ...others]))}:${two(chance.between(0, 59))}`;
  return later(instantAt(timeZone, dayIn(timeZone, about), time), chance.between(0, 59) * 1_000);
};

/** The same moment where somebody is there, else some minutes into the next opening. */
export const whenOpen = (chance: Chance, hours: Hours, at: Date): Date => {
  const opening = openingAt(hours, at.getTime());
  if (opening === undefined || opening.from <= at.getTime()) return at;
  return new Date(opening.from + chance.between(2, 95) * MINUTE);
};
