/**
 * What is typed ↔ the answer that is stored. Pure: what cannot be read gives a problem and leaves the form alone.
 */
import type { Locale } from '../../lib/locale.ts';
import { failed, ok, type Result } from '../../lib/result.ts';
import type { Items, Num, Question } from '../../questions/question.ts';
import { schemaOf } from '../../questions/schema.ts';
import type { Consent, TreatmentHad, ValueOf } from '../../questions/values.ts';
import { heightForm, readHeight, readWeight, unitsIn, weightForm } from './body-size.ts';
import { type DateOrder, dateForm, partialDateText, readBirthDate, readPartialDate } from './dates.ts';
import { inMonths, readAmount, tidy, type Unit } from './digits.ts';
import {
  choicesIn,
  dateIn,
  type FormValue,
  type FormValues,
  heightIn,
  NONE,
  PRESSURE_UNKNOWN,
  partIn,
  rowsIn,
  textIn,
  treatmentIn,
  weightIn,
} from './form-value.ts';
import type { Problem } from './problem.ts';
import {
  augmentationsForm,
  isResponse,
  medicationsForm,
  readAugmentations,
  readMedications,
  readSessions,
  readTrials,
  trialsForm,
} from './rows.ts';
import { isAugmentations, isMedications, isNumbers, isTexts, isTreatment, isTrials } from './stored.ts';

/** What a conversion may depend on besides the question and its inputs. */
export interface Reading {
  readonly asOf: string;
  readonly locations: readonly string[];
  readonly dateOrder: DateOrder;
  readonly locale: Locale;
  /** The answers so far: an instrument keeps the items of its other pages. */
  readonly answers: Readonly<Record<string, unknown>>;
  /** Which items of an instrument stand on the page; absent: all. */
  readonly items?: readonly number[] | undefined;
  /** Which text is signed, and when (ISO instant): the signature's other half. */
  readonly signing?: { readonly version: string; readonly at: string } | undefined;
}

export type AnswerValue = ValueOf<Question>;
export type Read = Result<AnswerValue | undefined, readonly Problem[]>;

const oneProblem = <T>(result: Result<T, Problem>): Result<T, readonly Problem[]> =>
  result.ok ? result : failed([result.error]);

/**
 * The answer that the inputs of a question hold. Blank is `undefined`. What it accepts, the question's schema
 * accepts too.
 *
 * @example toAnswer(mi, { mi: 'yes' }, reading) // ok('yes')
 */
export function toAnswer(question: Question, values: FormValues, reading: Reading): Read {
  const read = readKind(question, values, reading);
  if (!read.ok || read.value === undefined) return read;
  const { asOf, locations } = reading;
  if (schemaOf(question, { asOf, locations }).safeParse(read.value).success) return read;
  return failed([{ code: question.kind === 'text' ? 'letters' : 'choose' }]);
}

function readKind(question: Question, values: FormValues, reading: Reading): Read {
  const value = values[question.key];
  switch (question.kind) {
    case 'yesNo':
    case 'choice':
    case 'location':
      return ok(textIn(value) || undefined);
    case 'choices':
      return ok(readChoices(choicesIn(value)));
    case 'rating':
      return ok(textIn(value) === '' ? undefined : Number(value));
    case 'items':
      return ok(readItems(question, value, reading));
    case 'number':
      return oneProblem(readQuantity(question, values));
    case 'text':
      return oneProblem(readText(textIn(value), question.max));
    case 'birthDate':
      return oneProblem(readBirthDate(dateIn(value), reading.asOf, reading.dateOrder));
    case 'medications':
      return readMedications(rowsIn(value));
    case 'trials':
      return readTrials(rowsIn(value), reading.dateOrder);
    case 'augmentations':
      return readAugmentations(rowsIn(value));
    case 'treatment':
      return oneProblem(readTreatment(value, reading.dateOrder));
    case 'consents':
      return oneProblem(readSignature(value, reading));
  }
}

const readChoices = (chosen: readonly string[]): readonly string[] | undefined => {
  const options = chosen.filter((one) => one !== NONE);
  if (options.length > 0) return options;
  return chosen.includes(NONE) ? [] : undefined;
};

/** Items of this page from the inputs, items of other pages from what is stored; `null` for each left blank. */
function readItems(
  question: Items,
  value: unknown,
  reading: Reading,
): readonly (number | null)[] | undefined {
  const stored = reading.answers[question.key];
  const before = isNumbers(stored) ? stored : [];
  const list = Array.from({ length: question.count }, (_, index) => {
    if (reading.items && !reading.items.includes(index)) return before[index] ?? null;
    const typed = partIn(value, `i${index}`);
    return typed === '' ? null : Number(typed);
  });
  return list.every((one) => one === null) ? undefined : list;
}

function readQuantity(question: Num, values: FormValues): Result<number | undefined, Problem> {
  const value = values[question.key];
  if (question.control === 'height') return readHeight(heightIn(value), unitsIn(values.bodyUnits), question);
  if (question.control === 'weight') return readWeight(weightIn(value), unitsIn(values.bodyUnits), question);
  if (question.control === 'bloodPressure' && values[PRESSURE_UNKNOWN] === true) return ok(undefined);
  return readNumberWithin(textIn(value), question);
}

/** Units that people write behind this number. A time in months may be told in years. */
const unitsOf = ({ key, control }: Num): readonly Unit[] => {
  if (control === 'bloodPressure') return [[/^mm ?hg$/, 1]];
  return key.endsWith('Months') ? inMonths : [];
};

function readNumberWithin(typed: string, question: Num): Result<number | undefined, Problem> {
  if (!tidy(typed)) return ok(undefined);
  const { min, max, whole, control } = question;
  const number = readAmount(typed, unitsOf(question));
  // 120 over 80, or a dozen of anything else.
  const example = control === 'bloodPressure' ? 0.4 * max : Math.min(Math.max(min, 12), max);
  if (number === undefined) return failed({ code: 'number', values: { example } });
  if (whole && !Number.isInteger(number)) return failed({ code: 'whole' });
  return number >= min && number <= max ? ok(number) : failed({ code: 'range', values: { min, max } });
}

/** Outer spaces are nobody's words. */
function readText(typed: string, max: number): Result<string | undefined, Problem> {
  const text = typed.trim();
  if (!text) return ok(undefined);
  return [...text].length <= max ? ok(text) : failed({ code: 'tooLong', values: { max } });
}

function readTreatment(value: unknown, order: DateOrder): Result<TreatmentHad | undefined, Problem> {
  const { had, when, sessions, response } = treatmentIn(value);
  if (had !== 'yes') return ok(had === 'no' || had === 'unsure' ? { had } : undefined);
  const date = readPartialDate(when, order);
  if (!date.ok) return failed({ ...date.error, at: 'when' });
  const count = readSessions(sessions);
  if (!count.ok) return count;
  return ok({
    had,
    ...(date.value !== undefined && { when: date.value }),
    ...(count.value !== undefined && { sessions: count.value }),
    ...(isResponse(response) && { response }),
  });
}

function readSignature(value: unknown, { signing, locale }: Reading): Result<Consent | undefined, Problem> {
  const name = partIn(value, 'name').trim();
  const relation = partIn(value, 'relation').trim();
  if (!name || !signing) return ok(undefined);
  return ok({ ...signing, language: locale, name, ...(relation && { relation }) });
}

/**
 * The inputs of a question, filled with the answer that is stored.
 *
 * @example fromAnswer(mi, 'yes', 'mdy') // 'yes'
 */
export function fromAnswer(question: Question, stored: unknown, order: DateOrder): FormValue {
  switch (question.kind) {
    case 'choice':
      return question.key === 'bodyUnits' ? unitsIn(stored) : textIn(stored);
    case 'yesNo':
    case 'location':
    case 'text':
      return textIn(stored);
    case 'choices':
      return isTexts(stored) ? (stored.length === 0 && question.none ? [NONE] : stored) : [];
    case 'rating':
      return typeof stored === 'number' ? String(stored) : '';
    case 'items':
      return itemsForm(question, stored);
    case 'number': {
      const number = typeof stored === 'number' ? stored : undefined;
      if (question.control === 'height') return heightForm(number);
      if (question.control === 'weight') return weightForm(number);
      return number === undefined ? '' : String(number);
    }
    case 'birthDate':
      return dateForm(typeof stored === 'string' ? stored : undefined);
    case 'medications':
      return medicationsForm(isMedications(stored) ? stored : undefined);
    case 'trials':
      return trialsForm(isTrials(stored) ? stored : undefined, order);
    case 'augmentations':
      return augmentationsForm(isAugmentations(stored) ? stored : undefined);
    case 'treatment': {
      const { had = '', when, sessions, response = '' } = isTreatment(stored) ? stored : {};
      return {
        had,
        when: partialDateText(when, order),
        sessions: sessions === undefined ? '' : String(sessions),
        response,
      };
    }
    case 'consents':
      return { name: partIn(stored, 'name'), relation: partIn(stored, 'relation') };
  }
}

const itemsForm = (question: Items, stored: unknown): Readonly<Record<`i${number}`, string>> => {
  const list = isNumbers(stored) ? stored : [];
  return Object.fromEntries(
    Array.from({ length: question.count }, (_, index) => [`i${index}`, String(list[index] ?? '')]),
  );
};
