import { dayIn } from './dates.ts';
import { instantAt, weekdayOf } from './wall-clock.ts';

const DAY_MS = 86_400_000;

const moved = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/**
 * The Monday of the week of a day, as ISO 8601 counts weeks.
 *
 * @example mondayOf('2026-11-22') // a Sunday: '2026-11-16'
 */
export const mondayOf = (day: string): string => moved(day, -((weekdayOf(day) + 6) % 7));

/** The Monday of the week in which an instant lies in a time zone. */
export const weekIn = (timeZone: string, instant: Date): string => mondayOf(dayIn(timeZone, instant));

export interface Week {
  /** `YYYY-MM-DD` */
  readonly monday: string;
  /** Its first moment in the time zone. A week in which the clocks change has an hour more or less. */
  readonly from: Date;
  /** The first moment of the next one. */
  readonly until: Date;
}

/** So many weeks up to the one of an instant, the oldest first. */
export const weeksUpTo = (timeZone: string, instant: Date, many: number): readonly Week[] => {
  const last = weekIn(timeZone, instant);
  const begin = (monday: string) => instantAt(timeZone, monday, '00:00');
  return Array.from({ length: many }, (_, index) => {
    const monday = moved(last, (index - many + 1) * 7);
    return { monday, from: begin(monday), until: begin(moved(monday, 7)) };
  });
};
