import { dayIn, parseDate } from './dates.ts';

const DAY_MS = 86_400_000;

/** A formatter takes a while to make, and is asked for every opening of every day. */
const formatters = new Map<string, Intl.DateTimeFormat>();

const formatterOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formatters.set(timeZone, made);
  return made;
};

/** How far the clocks of a zone are ahead of UTC at an instant, in milliseconds. */
const aheadOfUtc = (timeZone: string, at: number): number => {
  const parts = formatterOf(timeZone).formatToParts(at);
  const of = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value);
  const shown = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
  return shown - Math.floor(at / 1_000) * 1_000;
};

/**
 * The instant at which the clocks of a zone show a time of a day. Where they skip it, the moment of the skip later;
 * where they show it twice, the first.
 *
 * @param day a date that exists, `YYYY-MM-DD`
 * @param time `HH:MM`
 * @example instantAt('America/Chicago', '2026-03-09', '08:00') // 2026-03-09T13:00:00Z
 */
export function instantAt(timeZone: string, day: string, time: string): Date {
  const date = parseDate(day);
  const [hours, minutes] = time.split(':').map(Number);
  if (!date || hours === undefined || minutes === undefined) throw new RangeError('Not a day and a time');
  const asIfUtc = Date.UTC(date.year, date.month - 1, date.day, hours, minutes);
  const before = aheadOfUtc(timeZone, asIfUtc - DAY_MS);
  const after = aheadOfUtc(timeZone, asIfUtc + DAY_MS);
  // Without a change of the clocks nearby both agree. Else the first of the two that shows the time is the one.
  const shows = (offset: number) => aheadOfUtc(timeZone, asIfUtc - offset) === offset;
  return new Date(asIfUtc - (shows(before) || !shows(after) ? before : after));
}

/** The calendar day after another, `YYYY-MM-DD`. */
export const nextDay = (day: string): string =>
  dayIn('UTC', new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS));

/** 0 is Sunday. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();
