/**
 * Dates of people's lives are text, `YYYY-MM-DD`, and stay text: no Date object, so no time zone can move a birthday.
 */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const daysIn = (year: number, month: number): number => {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};

/**
 * Reads a whole date that exists in the calendar, else `undefined`.
 *
 * @example parseDate('2008-02-29') // { year: 2008, month: 2, day: 29 }
 */
export function parseDate(text: string): CalendarDate | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)?.map(Number) ?? [];
  if (!year || !month || !day) return undefined;
  return month <= 12 && day <= daysIn(year, month) ? { year, month, day } : undefined;
}

/** A year, a year and month, or a whole date, as text: `2019`, `2019-03`, `2019-03-31`. */
export function isPartialDate(text: string): boolean {
  if (/^\d{4}$/.test(text)) return true;
  if (/^\d{4}-\d{2}$/.test(text)) return parseDate(`${text}-01`) !== undefined;
  return parseDate(text) !== undefined;
}

/**
 * Age in whole years on a day, by calendar date: on the 18th birthday a person is 18.
 * Somebody born on 29 February is a year older on 1 March of a common year.
 *
 * @param birthDate a date that exists, `YYYY-MM-DD`
 * @param asOf the day to count to, `YYYY-MM-DD`
 * @returns whole years, or `undefined` where either text is not a date
 */
export function ageOn(birthDate: string, asOf: string): number | undefined {
  const born = parseDate(birthDate);
  const today = parseDate(asOf);
  if (!born || !today) return undefined;
  const hadBirthday = today.month > born.month || (today.month === born.month && today.day >= born.day);
  return today.year - born.year - (hadBirthday ? 0 : 1);
}

/** A formatter takes a millisecond to make, and is asked with every request. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  formatters.set(timeZone, made);
  return made;
}

/**
 * The calendar day in a time zone at an instant, as `YYYY-MM-DD`.
 *
 * @param timeZone an IANA name, such as `America/Chicago`
 */
export const dayIn = (timeZone: string, instant: Date): string => formatterOf(timeZone).format(instant);

const MS_A_DAY = 24 * 60 * 60_000;

const moved = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * MS_A_DAY).toISOString().slice(0, 10);

/** @example nextDay('2026-02-28') // '2026-03-01' */
export const nextDay = (day: string): string => moved(day, 1);
/** @example dayBefore('2026-03-01') // '2026-02-28' */
export const dayBefore = (day: string): string => moved(day, -1);
