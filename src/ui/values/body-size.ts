/**
 * Height and weight are stored in inches and pounds to a tenth, and typed in the person's own units.
 */
import { failed, ok, type Result } from '../../lib/result.ts';
import { inCentimeters, inPounds, latinDigits, readAmount, tidy, toTenth, type Unit } from './digits.ts';
import type { Problem } from './problem.ts';

export const bodyUnits = ['us', 'metric'] as const;
export type BodyUnits = (typeof bodyUnits)[number];

/** US units, unless the person has chosen the others. */
export const unitsIn = (value: unknown): BodyUnits => (value === 'metric' ? 'metric' : 'us');

/** Exact by definition of the inch and the pound. */
const CM_PER_INCH = 2.54;
const KG_PER_POUND = 0.45359237;

export interface HeightForm {
  readonly feet: string;
  readonly inches: string;
  readonly centimeters: string;
}

export interface WeightForm {
  readonly pounds: string;
  readonly kilograms: string;
}

const inKilograms: readonly Unit[] = inPounds.map(([words, pounds]) => [words, pounds * KG_PER_POUND]);
const feetUnits: readonly Unit[] = [[/^(?:ft|feet|foot|pies?|'|’|′)$/, 1]];
const inchUnits: readonly Unit[] = [[/^(?:in|inch|inches|pulgadas?|"|”|″)$/, 1]];

interface Range {
  readonly min: number;
  readonly max: number;
}

const notANumber = (at: string, example: string): Problem => ({ code: 'number', at, values: { example } });

const within = (value: number, range: Range, at: string, shown: Range): Result<number, Problem> =>
  value >= range.min && value <= range.max
    ? ok(value)
    : failed({ code: 'range', at, values: { min: shown.min, max: shown.max } });

/** Feet and inches typed or pasted together into the first input: 5'10", 5 ft 10. */
const feetAndInches = (text: string): readonly [string, string] | undefined => {
  const [, feet, inches] =
    /^(\d) ?(?:'|’|′|ft\.?|feet|pies?)?[ ,]{0,3}(\d{1,2}(?:[.,]\d+)?) ?(?:"|”|″|''|in\.?|inches|pulg\w*)?$/i.exec(
      latinDigits(tidy(text)),
    ) ?? [];
  return feet !== undefined && inches !== undefined ? [feet, inches] : undefined;
};

/** 5 ft 10 as `['5', '10']`, but 60 stays one number. */
const split = (form: HeightForm): HeightForm => {
  if (tidy(form.inches) || /^\d+$/.test(latinDigits(tidy(form.feet)))) return form;
  const [feet, inches] = feetAndInches(form.feet) ?? [];
  return feet !== undefined && inches !== undefined ? { ...form, feet, inches } : form;
};

/**
 * Height in inches, to a tenth; blank when nothing is typed in the units in use.
 *
 * @example readHeight({ feet: '', inches: '', centimeters: '178' }, 'metric', { min: 36, max: 96 }) // ok(70.1)
 */
export function readHeight(
  form: HeightForm,
  units: BodyUnits,
  range: Range,
): Result<number | undefined, Problem> {
  if (units === 'metric') {
    if (!tidy(form.centimeters)) return ok(undefined);
    const cm = readAmount(form.centimeters, inCentimeters);
    if (cm === undefined) return failed(notANumber('centimeters', '170'));
    // 1.78 is how many people write their height in metres.
    const meant = cm > 0.9 && cm < 2.5 ? cm * 100 : cm;
    const shown = { min: Math.ceil(range.min * CM_PER_INCH), max: Math.floor(range.max * CM_PER_INCH) };
    return within(toTenth(meant / CM_PER_INCH), range, 'centimeters', shown);
  }
  const { feet, inches } = split(form);
  if (!tidy(feet) && !tidy(inches)) return ok(undefined);
  const ft = tidy(feet) ? readAmount(feet, feetUnits) : 0;
  if (ft === undefined || ft < 0) return failed(notANumber('feet', '5'));
  const inch = tidy(inches) ? readAmount(inches, inchUnits) : 0;
  if (inch === undefined || inch < 0) return failed(notANumber('inches', '10'));
  // Inches alone may be the whole height; beside feet they stay below twelve.
  if (ft > 0 && inch >= 12) return failed({ code: 'inches', at: 'inches' });
  const shown = { min: range.min / 12, max: range.max / 12 };
  return within(toTenth(ft * 12 + inch), range, 'feet', shown);
}

/**
 * Weight in pounds, to a tenth; blank when nothing is typed in the units in use.
 *
 * @example readWeight({ pounds: '', kilograms: '70,5' }, 'metric', { min: 50, max: 900 }) // ok(155.4)
 */
export function readWeight(
  form: WeightForm,
  units: BodyUnits,
  range: Range,
): Result<number | undefined, Problem> {
  const at = units === 'metric' ? 'kilograms' : 'pounds';
  if (!tidy(form[at])) return ok(undefined);
  const typed = readAmount(form[at], units === 'us' ? inPounds : inKilograms);
  if (typed === undefined) return failed(notANumber(at, units === 'metric' ? '70' : '150'));
  if (units === 'us') return within(toTenth(typed), range, at, range);
  const shown = { min: Math.ceil(range.min * KG_PER_POUND), max: Math.floor(range.max * KG_PER_POUND) };
  return within(toTenth(typed / KG_PER_POUND), range, at, shown);
}

const text = (value: number) => String(toTenth(value));

/** A stored height in the inputs of both units. Centimetres are shown to the half, which gives back what was typed. */
export function heightForm(stored: number | undefined): HeightForm {
  if (stored === undefined) return { feet: '', inches: '', centimeters: '' };
  const inches = toTenth(stored);
  const feet = Math.floor(inches / 12);
  return {
    feet: String(feet),
    inches: text(inches - feet * 12),
    centimeters: String(Math.round(inches * CM_PER_INCH * 2) / 2),
  };
}

export function weightForm(weightLb: number | undefined): WeightForm {
  if (weightLb === undefined) return { pounds: '', kilograms: '' };
  return { pounds: text(weightLb), kilograms: text(weightLb * KG_PER_POUND) };
}

/** Half an inch and half a pound: what the switch back and forth may differ by. */
const SAME = 0.5;

const isSame = (one: Result<number | undefined, Problem>, value: number) =>
  one.ok && one.value !== undefined && Math.abs(one.value - value) <= SAME;

const other = (units: BodyUnits): BodyUnits => (units === 'us' ? 'metric' : 'us');

/**
 * What the inputs hold after a switch from one unit to the other. What was typed there before stays, if it still
 * says the same; else the value is converted. A text that is no number stays where it was typed.
 */
export function switchHeight(form: HeightForm, from: BodyUnits, range: Range): HeightForm {
  const read = readHeight(form, from, range);
  if (!read.ok) return form;
  if (read.value !== undefined && isSame(readHeight(form, other(from), range), read.value)) return form;
  const { feet, inches, centimeters } = heightForm(read.value);
  return from === 'us' ? { ...form, centimeters } : { ...form, feet, inches };
}

export function switchWeight(form: WeightForm, from: BodyUnits, range: Range): WeightForm {
  const read = readWeight(form, from, range);
  if (!read.ok) return form;
  if (read.value !== undefined && isSame(readWeight(form, other(from), range), read.value)) return form;
  const { pounds, kilograms } = weightForm(read.value);
  return from === 'us' ? { ...form, kilograms } : { ...form, pounds };
}
