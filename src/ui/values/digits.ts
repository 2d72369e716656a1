/**
 * Numbers as people type them: digits of any script, a comma or a point, stray spaces, a unit behind.
 */
const zeros = [0x0660, 0x06f0, 0x0966, 0xff10];

/** Digits of Arabic, Persian, Hindi and full width become 0–9; the Arabic decimal sign becomes a point, ½ becomes .5. */
export function latinDigits(text: string): string {
  return text
    .replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\uff10-\uff19]/g, (digit) => {
      const code = digit.charCodeAt(0);
      const zero = zeros.find((one) => code >= one && code <= one + 9) ?? code;
      return String(code - zero);
    })
    .replace(/\u066b/g, '.')
    .replace(/[½¼¾]/g, (part) => ({ '½': '.5', '¼': '.25' })[part] ?? '.75');
}

/** Without invisible marks, with plain single spaces: what a copied text loses before it is read. */
export const tidy = (text: string): string =>
  text
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Longer than any number with its unit; a pasted letter is not searched. */
const LONGEST = 60;

const about =
  /^(?:about|around|approx(?:imately)?|maybe|almost|unos|unas|como|casi|cerca de|mas o menos)\b\.?/;

/** A unit that may stand behind a number, and what one of it is in the unit asked for. */
export type Unit = readonly [words: RegExp, factor: number];

/**
 * Reads one number with at most one known unit behind it, or `undefined` where there is none, more than one, or
 * words that could change what it means. A comma is a decimal sign, but for one before exactly three digits; a space there is none.
 *
 * @example readAmount('2 months', [[/^months?$/, 52 / 12]]) // 8.67
 * @example readAmount('20 mg twice', [[/^mg$/, 1]]) // undefined
 */
export function readAmount(text: string, units: readonly Unit[] = []): number | undefined {
  const plain = latinDigits(tidy(text)).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  if (plain.length > LONGEST) return undefined;
  const bare = plain
    .replace(about, '')
    .trim()
    .replace(/(?<=^\d{1,3}) (?=\d{3}(?!\d))/, '');
  const parts = /^[^\p{L}\d.,+−-]*([+−-]?)([\d.,]*\d)([^\d]*)$/u.exec(bare);
  if (!parts) return undefined;
  const [, sign = '', digits = '', behind = ''] = parts;
  const normal = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(digits)
    ? digits.replace(/,/g, '')
    : digits.replace(',', '.');
  if (!/^(?:\d+(?:\.\d*)?|\.\d+)$/.test(normal)) return undefined;
  const unit = behind.replace(/^[\s.,;:/]+/, '').replace(/[\s.,;:]{1,60}$/, '');
  const factor = unit === '' ? 1 : units.find(([words]) => words.test(unit))?.[1];
  if (factor === undefined) return undefined;
  return Number(normal) * factor * (sign === '-' || sign === '−' ? -1 : 1);
}

/**
 * Reads one bare number.
 *
 * @example readNumber(' 1,200 ') // 1200
 * @example readNumber('70,5') // 70.5
 * @example readNumber('5-6') // undefined
 */
export const readNumber = (text: string): number | undefined => readAmount(text);

/** A time that is asked for in weeks, told in days, weeks, months or years. */
export const inWeeks: readonly Unit[] = [
  [/^(?:w|wk|wks|weeks?|sem|semanas?)$/, 1],
  [/^(?:d|days?|dias?)$/, 1 / 7],
  [/^(?:mo|mos|months?|mes|meses)$/, 52 / 12],
  [/^(?:y|yr|yrs|years?|anos?)$/, 52],
];

/** A time that is asked for in months. */
export const inMonths: readonly Unit[] = inWeeks.map(([words, weeks]) => [words, (weeks * 12) / 52]);

const perDay = '(?: ?(?:a|per|/|al|por)? ?(?:day|daily|dia))?';

/** A dose that is asked for in mg a day. */
export const inMilligrams: readonly Unit[] = [
  [new RegExp(`^(?:mg|mgs|milligrams?|miligramos?)${perDay}$`), 1],
  [new RegExp(`^(?:g|grams?|gramos?)${perDay}$`), 1000],
  [new RegExp(`^(?:mcg|ug|μg|micrograms?|microgramos?)${perDay}$`), 0.001],
  [new RegExp(`^${perDay}$`), 1],
];

export const inPounds: readonly Unit[] = [
  [/^(?:lb|lbs|pounds?|libras?)$/, 1],
  [/^(?:kg|kgs|kilos?|kilograms?|kilogramos?)$/, 1 / 0.45359237],
];

export const inCentimeters: readonly Unit[] = [
  [/^(?:cm|cms|centimeters?|centimetres?|centimetros?)$/, 1],
  [/^(?:m|meters?|metres?|metros?)$/, 100],
];

/** To one place: what a scale or a tape shows. */
export const toTenth = (value: number): number => Math.round(value * 10) / 10;
