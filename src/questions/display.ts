import { parseDate } from '../lib/dates.ts';
import { fill, type Locale } from '../lib/locale.ts';
import { displayWords } from './display-words.ts';
import type { Items, Question } from './question.ts';
import type { Augmentation, Consent, Medication, TreatmentHad, Trial } from './values.ts';

/** Not answered, declined, not sure and answered (a "no" among them) are four different things. */
export type AnswerState = 'answered' | 'declined' | 'unsure' | 'blank';

/** What the text of an answer depends on besides the answer. */
export interface Reading {
  readonly locale: Locale;
  readonly locations: readonly { readonly id: string; readonly name: string }[];
  /** The units that the person entered their size in; stored are inches and pounds. Absent: `us`. */
  readonly bodyUnits?: 'us' | 'metric' | undefined;
}

/** One line of an answer as people read it. An instrument has one for each of its items. */
export interface Line {
  /** The question's key; of an item, with its place: `phq9[8]`. */
  readonly key: string;
  readonly label: string;
  readonly text: string;
  readonly state: AnswerState;
}

/**
 * Which of the four an answer is. `undefined` is a question that was shown and left blank.
 *
 * @example stateOf('declined') // 'declined'
 */
export function stateOf(value: unknown): AnswerState {
  if (value === undefined || value === null) return 'blank';
  const said = isRecord(value) && 'had' in value ? value.had : value;
  return said === 'declined' || said === 'unsure' ? said : 'answered';
}

/**
 * An answer as one text, in the words of the question; rows of a list stand below each other. The value must have
 * passed the question's schema; a blank reads "Not answered".
 *
 * @example answerText(mi, 'unsure', { locale: 'en', locations: [] }) // 'I’m not sure'
 */
export function answerText(question: Question, value: unknown, reading: Reading): string {
  const words = displayWords[reading.locale];
  if (value === undefined || value === null) return words.blank;
  switch (question.kind) {
    case 'yesNo':
      return lookUp(words.yesNo, value);
    case 'choice':
      return lookUp(question.words[reading.locale].options, value);
    case 'choices': {
      const { options } = question.words[reading.locale];
      return rowsOf(value, (one) => lookUp(options, one)).join(', ') || words.none;
    }
    case 'location':
      return reading.locations.find(({ id }) => id === value)?.name ?? String(value);
    case 'rating':
      return question.words[reading.locale].scale[question.values.indexOf(Number(value))] ?? String(value);
    case 'items':
      return itemLines(question, value, reading)
        .map(({ label, text }) => `${label}: ${text}`)
        .join('\n');
    case 'number':
      return withUnit(question.control, Number(value), reading);
    case 'text':
      return String(value);
    case 'birthDate':
      return dateText(String(value), reading.locale);
    case 'trials':
      return rowsOf(value, (row) => trialText(row, reading.locale)).join('\n') || words.none;
    case 'augmentations':
      return rowsOf(value, (row) => augmentationText(row, reading.locale)).join('\n') || words.none;
    case 'medications':
      return rowsOf(value, medicationText).join('\n') || words.none;
    case 'treatment':
      return treatmentText(value, reading.locale);
    case 'consents':
      return consentText(value, reading.locale);
  }
}

/**
 * An answer as lines with their labels: one for most questions, one for each item of an instrument, so that a blank
 * item is seen as blank.
 */
export function answerLines(question: Question, value: unknown, reading: Reading): readonly Line[] {
  if (question.kind === 'items') return itemLines(question, value, reading);
  const { label } = question.words[reading.locale];
  return [{ key: question.key, label, text: answerText(question, value, reading), state: stateOf(value) }];
}

/** A whole or partial date of a life in words: `2019-03` is "March 2019". Anything else stays as it is. */
export function dateText(date: string, locale: Locale): string {
  const { months, wholeDate } = displayWords[locale];
  const [year, month] = date.split('-');
  if (month === undefined) return date;
  const name = months[Number(month) - 1];
  if (name === undefined) return date;
  const whole = parseDate(date);
  return whole ? fill(wholeDate, { ...whole, month: name }) : `${name} ${year}`;
}

/**
 * A drug as people write it: the key of a list with its hyphens as spaces, a typed name as typed.
 *
 * @example drugText('sodium-oxybate') // 'sodium oxybate'
 */
export const drugText = (drug: string): string =>
  /^[a-z0-9]+(-[a-z0-9]+)*$/.test(drug) ? drug.replaceAll('-', ' ') : drug;

/** A medicine's name, without dose. */
export const medicationName = (medication: Medication): string =>
  drugText(typeof medication === 'string' ? medication : medication.name);

const itemLines = (question: Items, value: unknown, reading: Reading): readonly Line[] => {
  const { items } = question.words[reading.locale];
  const given = Array.isArray(value) ? value : [];
  const ended = question.firstEnds !== undefined && given[0] === question.firstEnds;
  return items.slice(0, ended ? 1 : items.length).map((label, index) => {
    const item: unknown = given[index];
    const answered = typeof item === 'number';
    return {
      key: `${question.key}[${index}]`,
      label,
      text: answered ? itemText(question, index, item, reading.locale) : displayWords[reading.locale].blank,
      state: answered ? 'answered' : 'blank',
    };
  });
};

const itemText = (question: Items, index: number, value: number, locale: Locale): string => {
  const at = question.values.indexOf(value);
  const { scale, anchors } = question.words[locale];
  const own = question.scales?.[locale][index] ?? scale;
  if (own.length === question.values.length) return own[at] ?? String(value);
  const [least, worst] = anchors?.[index] ?? scale;
  return fill(displayWords[locale].outOf, { n: value, most: question.values.at(-1), least, worst });
};

const CM_PER_INCH = 2.54;
const KG_PER_POUND = 0.453_592_37;
const toTenth = (n: number): number => Math.round(n * 10) / 10;

const withUnit = (
  control: 'plain' | 'bloodPressure' | 'height' | 'weight',
  value: number,
  { bodyUnits, locale }: Reading,
): string => {
  if (control === 'plain') return String(value);
  if (control === 'bloodPressure') return `${value} mmHg`;
  if (bodyUnits === 'metric') {
    return control === 'height'
      ? `${toTenth(value * CM_PER_INCH)} cm`
      : `${toTenth(value * KG_PER_POUND)} kg`;
  }
  const words = displayWords[locale];
  if (control === 'weight') return fill(words.weight, { pounds: toTenth(value) });
  const inches = toTenth(value);
  return fill(words.height, { feet: Math.floor(inches / 12), inches: toTenth(inches % 12) });
};

const trialText = (row: unknown, locale: Locale): string => {
  if (!isRow<Trial>(row, 'drug')) return '';
  const words = displayWords[locale];
  return joined(
    drugText(row.drug),
    row.doseMg !== undefined && fill(words.doseADay, { n: row.doseMg }),
    row.weeks !== undefined && counted(words.weeks, row.weeks),
    row.currentEpisode && words.thisEpisode[row.currentEpisode],
    row.mostDays && words.mostDays[row.mostDays],
    row.response && fill(words.helped, { how: words.responses[row.response] }),
    row.stoppedBecause && fill(words.stoppedBecause, { why: row.stoppedBecause }),
    row.startedOn && fill(words.from, { date: dateText(row.startedOn, locale) }),
    row.endedOn && fill(words.until, { date: dateText(row.endedOn, locale) }),
    row.prescriber && fill(words.prescriber, { who: row.prescriber }),
  );
};

const augmentationText = (row: unknown, locale: Locale): string => {
  if (!isRow<Augmentation>(row, 'drug')) return '';
  const words = displayWords[locale];
  return joined(
    drugText(row.drug),
    row.weeks !== undefined && counted(words.weeks, row.weeks),
    row.response && fill(words.helped, { how: words.responses[row.response] }),
  );
};

const medicationText = (row: unknown): string => {
  if (typeof row === 'string') return drugText(row);
  if (!isRow<Exclude<Medication, string>>(row, 'name')) return '';
  return joined(drugText(row.name), row.dose, row.howOften);
};

const treatmentText = (value: unknown, locale: Locale): string => {
  if (!isRow<TreatmentHad>(value, 'had')) return '';
  const words = displayWords[locale];
  return joined(
    words.yesNo[value.had],
    value.when && dateText(value.when, locale),
    value.sessions !== undefined && counted(words.sessions, value.sessions),
    value.response && fill(words.helped, { how: words.responses[value.response] }),
  );
};

const consentText = (value: unknown, locale: Locale): string => {
  if (!isRow<Consent>(value, 'name')) return '';
  return joined(fill(displayWords[locale].signed, { name: value.name }), value.relation);
};

const counted = ([one, many]: readonly [string, string], n: number): string =>
  fill(n === 1 ? one : many, { n });

const joined = (...parts: readonly (string | false | undefined)[]): string =>
  parts.filter(Boolean).join(', ');

const rowsOf = (value: unknown, text: (row: unknown) => string): readonly string[] =>
  Array.isArray(value) ? value.map(text) : [];

const lookUp = (words: Readonly<Record<string, string>>, value: unknown): string =>
  words[String(value)] ?? String(value);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Values were parsed by the question's schema, so the field that names the row tells the row's shape. */
const isRow = <T>(value: unknown, named: keyof T & string): value is T =>
  isRecord(value) && typeof value[named] === 'string';
