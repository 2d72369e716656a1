/**
 * Dates as people type them: month names of both languages, digits of any script, stray spaces and dots.
 */
import { ageOn, isPartialDate, parseDate } from '../../lib/dates.ts';
import { failed, ok, type Result } from '../../lib/result.ts';
import { latinDigits, readAmount, readNumber, tidy, type Unit } from './digits.ts';
import type { Problem } from './problem.ts';

const monthNames: readonly (readonly string[])[] = [
  ['january', 'enero'],
  ['february', 'febrero'],
  ['march', 'marzo'],
  ['april', 'abril'],
  ['may', 'mayo'],
  ['june', 'junio'],
  ['july', 'julio'],
  ['august', 'agosto'],
  ['september', 'septiembre', 'setiembre'],
  ['october', 'octubre'],
  ['november', 'noviembre'],
  ['december', 'diciembre'],
];

const plainLetters = (text: string) =>
  tidy(text)
    .normalize('NFD')
    .replace(/\p{M}|[.,]/gu, '')
    .toLowerCase()
    .trim();

/**
 * A month as a number or a name in English or Spanish, of which three letters are enough.
 *
 * @example readMonth('marzo') // 3
 * @example readMonth('Sept.') // 9
 * @example readMonth('٣') // 3
 */
export function readMonth(text: string): number | undefined {
  const number = readNumber(text);
  if (number !== undefined)
    return Number.isInteger(number) && number >= 1 && number <= 12 ? number : undefined;
  const name = plainLetters(text);
  if (name.length < 3) return undefined;
  const found = monthNames.findIndex((names) => names.some((one) => one.startsWith(name)));
  return found < 0 ? undefined : found + 1;
}

export interface DateForm {
  readonly month: string;
  readonly day: string;
  readonly year: string;
}

export type DateOrder = 'mdy' | 'dmy';

const two = (number: number) => String(number).padStart(2, '0');
const four = (number: number) => String(number).padStart(4, '0');

/** 15th, 1º */
const ordinals: readonly Unit[] = [[/^(?:st|nd|rd|th|o|°)$/, 1]];

const whole = (text: string) => {
  const number = readAmount(text, ordinals);
  return number !== undefined && Number.isInteger(number) ? number : undefined;
};

/** A whole date pasted into one of the three inputs, spread over them. */
export function spread(form: DateForm, order: DateOrder): DateForm {
  const filled = [form.month, form.day, form.year].map((part) => latinDigits(tidy(part))).filter(Boolean);
  const [only, ...others] = filled;
  if (only === undefined || others.length > 0) return form;
  const parts = only.split(/[\s/.,-]+/).filter(Boolean);
  const [first, second, third] = parts;
  if (first === undefined || second === undefined || third === undefined || parts.length > 3) return form;
  if (/^\d{4}$/.test(first)) return { year: first, month: second, day: third };
  const monthFirst = order === 'mdy' || /^\p{L}/u.test(first);
  if (monthFirst && !/^\p{L}/u.test(second)) return { month: first, day: second, year: third };
  return { day: first, month: second, year: third };
}

/**
 * A birth date from its three inputs, as `YYYY-MM-DD`; blank when all three are.
 *
 * @param asOf today in the clinic's time zone
 * @example readBirthDate({ month: 'Mar', day: '5', year: '1980' }, '2026-11-22', 'mdy') // ok('1980-03-05')
 */
export function readBirthDate(
  typed: DateForm,
  asOf: string,
  order: DateOrder,
): Result<string | undefined, Problem> {
  const form = spread(typed, order);
  if (!tidy(form.month) && !tidy(form.day) && !tidy(form.year)) return ok(undefined);
  const month = readMonth(form.month);
  if (month === undefined) return failed({ code: 'dateMonth', at: 'month' });
  const day = whole(form.day);
  if (day === undefined || day < 1 || day > 31) return failed({ code: 'dateDay', at: 'day' });
  const year = whole(form.year);
  if (year === undefined || year < 1000 || year > 9999)
    return failed({ code: 'dateYear', at: 'year', values: { example: '1980' } });
  const date = `${four(year)}-${two(month)}-${two(day)}`;
  if (!parseDate(date)) return failed({ code: 'dateExists', at: 'day', values: { day } });
  if (date > asOf) return failed({ code: 'dateFuture', at: 'year' });
  const age = ageOn(date, asOf);
  if (age === undefined || age > 120) return failed({ code: 'datePast', at: 'year' });
  return ok(date);
}

/** A stored date in its three inputs. */
export function dateForm(date: string | undefined): DateForm {
  const parsed = date === undefined ? undefined : parseDate(date);
  if (!parsed) return { month: '', day: '', year: '' };
  return { month: String(parsed.month), day: String(parsed.day), year: four(parsed.year) };
}

const problemWithPartial: Problem = { code: 'partialDate', values: { example: '03/2019' } };

/**
 * About when something was, from one line: a year, a month and year, or a whole date. What stands around it
 * ("around", "de") is passed over. Blank stays blank.
 *
 * @example readPartialDate('marzo de 2019', 'mdy') // ok('2019-03')
 * @example readPartialDate('around 2015', 'mdy') // ok('2015')
 */
export function readPartialDate(text: string, order: DateOrder): Result<string | undefined, Problem> {
  const plain = latinDigits(tidy(text));
  if (!plain) return ok(undefined);
  if (isPartialDate(plain)) return ok(plain);
  const years = plain.match(/(?<!\d)(?:1[89]|20)\d{2}(?!\d)/g) ?? [];
  const [year, ...more] = years;
  if (year === undefined || more.length > 0) return failed(problemWithPartial);
  const rest = plain.replace(year, ' ');
  const numbers = (rest.match(/\d+/g) ?? []).map(Number);
  const named = (rest.match(/\p{L}{3,}/gu) ?? []).map((word) =>
    /^\D+$/.test(word) ? readMonth(word) : undefined,
  );
  const month = named.find((one) => one !== undefined);
  const [first, second, third] = numbers;
  if (third !== undefined) return failed(problemWithPartial);
  if (month !== undefined && second !== undefined) return failed(problemWithPartial);
  const parts =
    month !== undefined
      ? { month, day: first }
      : second === undefined
        ? { month: first, day: undefined }
        : order === 'mdy'
          ? { month: first, day: second }
          : { month: second, day: first };
  const date = [
    year,
    parts.month === undefined ? '' : two(parts.month),
    parts.day === undefined ? '' : two(parts.day),
  ]
    .filter(Boolean)
    .join('-');
  return isPartialDate(date) ? ok(date) : failed(problemWithPartial);
}

/** A stored partial date, as it is shown in its input again: `03/2019`. */
export function partialDateText(date: string | undefined, order: DateOrder): string {
  const [year, month, day] = date?.split('-') ?? [];
  if (year === undefined) return '';
  if (month === undefined) return year;
  if (day === undefined) return `${month}/${year}`;
  return order === 'mdy' ? `${month}/${day}/${year}` : `${day}/${month}/${year}`;
}
