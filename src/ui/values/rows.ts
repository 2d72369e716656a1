/** Lists of medicines: the rows of the form and the rows that are stored. */
import { failed, ok, type Result } from '../../lib/result.ts';
import {
  type Augmentation,
  type Medication,
  type Response,
  responses,
  type Trial,
  type YesNoUnsure,
} from '../../questions/values.ts';
import { type DateOrder, partialDateText, readPartialDate } from './dates.ts';
import { inMilligrams, inWeeks, readAmount, tidy, type Unit } from './digits.ts';
import type { RowForm, RowsForm } from './form-value.ts';
import type { Problem } from './problem.ts';

const MOST_ROWS = 200;

const isYesNoUnsure = (text: string | undefined): text is YesNoUnsure =>
  text === 'yes' || text === 'no' || text === 'unsure';

export const isResponse = (text: string | undefined): text is Response =>
  responses.some((one) => one === text);

const written = (text: string | undefined): string | undefined => text?.trim() || undefined;

interface Amount {
  readonly min: number;
  readonly max: number;
  readonly units: readonly Unit[];
  readonly example: string;
}

/** A number that may be left blank. A converted one is kept to a thousandth. */
function amount(text: string | undefined, at: string, limits: Amount): Result<number | undefined, Problem> {
  if (!text || !tidy(text)) return ok(undefined);
  const { min, max, units, example } = limits;
  const number = readAmount(text, units);
  if (number === undefined) return failed({ code: 'number', at, values: { example } });
  const kept = Math.round(number * 1000) / 1000;
  return kept >= min && kept <= max ? ok(kept) : failed({ code: 'range', at, values: { min, max } });
}

/** Whether anything at all was typed into a row. */
const isTouched = (row: RowForm): boolean => Object.values(row).some((field) => tidy(field ?? ''));

/**
 * Rows → list. A row without a word is passed over; a name that was typed and not yet added counts as a row.
 * No rows: the empty list where "none" is ticked, else blank. The first problem of each row is told, under
 * `rows.<id>.<field>`.
 */
function readRows<T>(
  form: RowsForm,
  read: (row: RowForm) => Result<T, Problem>,
): Result<readonly T[] | undefined, readonly Problem[]> {
  const problems: Problem[] = [];
  const list: T[] = [];
  for (const id of form.order) {
    const row = form.rows[id];
    if (!row || !isTouched(row)) continue;
    const result = written(row.name) ? read(row) : failed<Problem>({ code: 'drug', at: 'name' });
    if (result.ok) list.push(result.value);
    else problems.push({ ...result.error, at: `rows.${id}.${result.error.at ?? 'name'}` });
  }
  const pending = written(form.pending) ? read({ name: form.pending, key: '' }) : undefined;
  if (pending?.ok) list.push(pending.value);
  if (list.length > MOST_ROWS) problems.push({ code: 'rows', at: 'pending' });
  if (problems.length > 0) return failed(problems);
  if (list.length > 0) return ok(list);
  return ok(form.none ? [] : undefined);
}

/** Leaves out what is blank, so that an answer holds only what was said. */
const given = <T extends object>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;

const formOf = (list: readonly unknown[] | undefined, rows: readonly RowForm[]): RowsForm => {
  const named = rows.map((row, index) => [`row${index + 1}`, row] as const);
  return {
    none: list?.length === 0,
    order: named.map(([id]) => id),
    rows: Object.fromEntries(named),
    pending: '',
  };
};

/** The id for one more row: above all that were ever there, so that none comes back under another medicine. */
export const nextRowId = ({ rows }: RowsForm): string =>
  `row${Math.max(0, ...Object.keys(rows).map((id) => Number(id.replace(/\D/g, '')))) + 1}`;

export const readMedications = (
  form: RowsForm,
): Result<readonly Medication[] | undefined, readonly Problem[]> =>
  readRows(form, (row) =>
    ok(
      given({
        name: row.name.trim(),
        dose: written(row.dose),
        howOften: written(row.howOften),
        key: written(row.key),
      }),
    ),
  );

export const medicationsForm = (list: readonly Medication[] | undefined): RowsForm =>
  formOf(
    list,
    (list ?? []).map((one) => {
      const { name, dose = '', howOften = '', key = '' } = typeof one === 'string' ? { name: one } : one;
      return { name, key, dose, howOften };
    }),
  );

const doseLimits = { min: 0.001, max: 100_000, units: inMilligrams, example: '50' };
const weekLimits = { min: 0, max: 2000, units: inWeeks, example: '8' };

export const readTrials = (
  form: RowsForm,
  order: DateOrder,
): Result<readonly Trial[] | undefined, readonly Problem[]> =>
  readRows(form, (row) => {
    const doseMg = amount(row.doseMg, 'doseMg', doseLimits);
    if (!doseMg.ok) return doseMg;
    const weeks = amount(row.weeks, 'weeks', weekLimits);
    if (!weeks.ok) return weeks;
    const startedOn = readPartialDate(row.startedOn ?? '', order);
    if (!startedOn.ok) return failed({ ...startedOn.error, at: 'startedOn' });
    const endedOn = readPartialDate(row.endedOn ?? '', order);
    if (!endedOn.ok) return failed({ ...endedOn.error, at: 'endedOn' });
    return ok(
      given<Trial>({
        drug: written(row.key) ?? row.name.trim(),
        doseMg: doseMg.value,
        weeks: weeks.value,
        currentEpisode: isYesNoUnsure(row.currentEpisode) ? row.currentEpisode : undefined,
        mostDays: isYesNoUnsure(row.mostDays) ? row.mostDays : undefined,
        response: isResponse(row.response) ? row.response : undefined,
        stoppedBecause: written(row.stoppedBecause),
        startedOn: startedOn.value,
        endedOn: endedOn.value,
        prescriber: written(row.prescriber),
      }),
    );
  });

const numberText = (number: number | undefined) => (number === undefined ? '' : String(number));

/** A stored drug is a key or a typed name; the list says which, where it is loaded. */
const drugFields = (drug: string) => ({ name: drug, key: '' });

export const trialsForm = (list: readonly Trial[] | undefined, order: DateOrder): RowsForm =>
  formOf(
    list,
    (list ?? []).map((trial) => ({
      ...drugFields(trial.drug),
      doseMg: numberText(trial.doseMg),
      weeks: numberText(trial.weeks),
      currentEpisode: trial.currentEpisode ?? '',
      mostDays: trial.mostDays ?? '',
      response: trial.response ?? '',
      stoppedBecause: trial.stoppedBecause ?? '',
      startedOn: partialDateText(trial.startedOn, order),
      endedOn: partialDateText(trial.endedOn, order),
      prescriber: trial.prescriber ?? '',
    })),
  );

export const readAugmentations = (
  form: RowsForm,
): Result<readonly Augmentation[] | undefined, readonly Problem[]> =>
  readRows(form, (row) => {
    const weeks = amount(row.weeks, 'weeks', weekLimits);
    if (!weeks.ok) return weeks;
    return ok(
      given<Augmentation>({
        drug: written(row.key) ?? row.name.trim(),
        weeks: weeks.value,
        response: isResponse(row.response) ? row.response : undefined,
      }),
    );
  });

export const augmentationsForm = (list: readonly Augmentation[] | undefined): RowsForm =>
  formOf(
    list,
    (list ?? []).map(({ drug, weeks, response = '' }) => ({
      ...drugFields(drug),
      weeks: numberText(weeks),
      response,
    })),
  );

/** Number of sessions that the schema takes. */
const sessionUnits: readonly Unit[] = [[/^(?:sessions?|sesion(?:es)?|times|veces|x)$/, 1]];
const sessionLimits = { min: 0, max: 10_000, units: sessionUnits, example: '12' };
export const readSessions = (text: string) => amount(text, 'sessions', sessionLimits);
