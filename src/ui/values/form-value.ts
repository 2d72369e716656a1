import type { Question } from '../../questions/question.ts';
import type { HeightForm, WeightForm } from './body-size.ts';
import type { DateForm } from './dates.ts';

/** "None of these": in the form a value of its own, in the answer an empty list. */
export const NONE = '@none';

/** A medicine, trial or augmentation while it is typed. */
export interface RowForm {
  /** The name as picked or typed. */
  readonly name: string;
  /** The key of the list, empty for a name that is not on it. */
  readonly key: string;
  readonly dose?: string;
  readonly howOften?: string;
  readonly doseMg?: string;
  readonly weeks?: string;
  readonly currentEpisode?: string;
  readonly mostDays?: string;
  readonly response?: string;
  readonly stoppedBecause?: string;
  readonly startedOn?: string;
  readonly endedOn?: string;
  readonly prescriber?: string;
}

export interface RowsForm {
  /** "I take no medicines": the empty list. */
  readonly none: boolean;
  /** The ids of the rows on the list. A removed row keeps its inputs under `rows`, for undo. */
  readonly order: readonly string[];
  readonly rows: Readonly<Record<string, RowForm>>;
  /** A name that is typed and not yet added. */
  readonly pending: string;
}

export interface TreatmentForm {
  readonly had: string;
  readonly when: string;
  readonly sessions: string;
  readonly response: string;
}

export interface SignForm {
  readonly name: string;
  readonly relation: string;
}

/** One item of an instrument: `i0`, `i1`… A name that is a number would make the form a list with holes. */
export type ItemsForm = Readonly<Record<`i${number}`, string>>;

/** What a question's inputs hold: text, lists of text, and small objects of text. It can be kept as JSON. */
export type FormValue =
  | string
  | readonly string[]
  | ItemsForm
  | DateForm
  | HeightForm
  | WeightForm
  | TreatmentForm
  | RowsForm
  | RowForm
  | SignForm;

/** The inputs of a page, by the key of the question. `pressureUnknown` is the tick beside the blood pressure. */
export type FormValues = Record<string, FormValue | boolean | undefined>;

export const PRESSURE_UNKNOWN = 'pressureUnknown';

/** A control is called after its question and part: `birthDate.month`. Its id is made of its name. */
export const nameOf = (question: Pick<Question, 'key'>, at?: string): string =>
  at ? `${question.key}.${at}` : question.key;

export const idOf = (name: string): string => `f-${name.replaceAll('.', '-')}`;

/** Reading the parts of a form value: an input that was never shown is blank. */
export const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

export const partIn = (value: unknown, part: string): string =>
  typeof value === 'object' && value !== null ? textIn(Reflect.get(value, part)) : '';

export const choicesIn = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.filter((one) => typeof one === 'string');
  return textIn(value) ? [textIn(value)] : [];
};

export const dateIn = (value: unknown): DateForm => ({
  month: partIn(value, 'month'),
  day: partIn(value, 'day'),
  year: partIn(value, 'year'),
});

export const heightIn = (value: unknown): HeightForm => ({
  feet: partIn(value, 'feet'),
  inches: partIn(value, 'inches'),
  centimeters: partIn(value, 'centimeters'),
});

export const weightIn = (value: unknown): WeightForm => ({
  pounds: partIn(value, 'pounds'),
  kilograms: partIn(value, 'kilograms'),
});

export const treatmentIn = (value: unknown): TreatmentForm => ({
  had: partIn(value, 'had'),
  when: partIn(value, 'when'),
  sessions: partIn(value, 'sessions'),
  response: partIn(value, 'response'),
});

const rowParts = [
  'dose',
  'howOften',
  'doseMg',
  'weeks',
  'currentEpisode',
  'mostDays',
  'response',
  'stoppedBecause',
  'startedOn',
  'endedOn',
  'prescriber',
] as const;

const rowIn = (value: unknown): RowForm => ({
  ...Object.fromEntries(rowParts.map((part) => [part, partIn(value, part)])),
  name: partIn(value, 'name'),
  key: partIn(value, 'key'),
});

const fieldIn = (value: unknown, field: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, field) : undefined;

export const rowsIn = (value: unknown): RowsForm => {
  const order = choicesIn(fieldIn(value, 'order'));
  const rows = fieldIn(value, 'rows');
  const all = typeof rows === 'object' && rows !== null ? Object.entries(rows) : [];
  return {
    none: fieldIn(value, 'none') === true,
    order,
    rows: Object.fromEntries(all.map(([id, row]) => [id, rowIn(row)])),
    pending: partIn(value, 'pending'),
  };
};
