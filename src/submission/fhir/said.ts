import type { Locale } from '../../lib/locale.ts';
import type { Items, Question } from '../../questions/question.ts';
import type { Settings } from '../../settings/settings.ts';
import { type CodedAnswer, codedAnswers, yesNoAnswers } from './coded-answers.ts';
import { consentFields, type Field, rowFields, treatmentFields } from './row-fields.ts';
import { localSystem } from './systems.ts';
import type { Answer } from './types.ts';

/** What was said at one item: answers, rows of further items, or nothing although it was asked. */
export type Said =
  | { readonly answers: readonly Answer[] }
  | { readonly rows: readonly SaidAt[] }
  | { readonly blank: true };
export type SaidAt = ReadonlyMap<string, Said>;

export interface Saying {
  readonly locale: Locale;
  readonly locations: Settings['locations'];
}

type Entry = readonly [linkId: string, said: Said];

/**
 * What was said to a question that was asked, by the items of the exported form. The value must have passed the
 * question's schema.
 *
 * @param value `undefined`: left blank
 */
export function saidTo(question: Question, value: unknown, saying: Saying): readonly Entry[] {
  const { key } = question;
  switch (question.kind) {
    case 'yesNo':
    case 'choice':
    case 'location':
    case 'rating':
      return [[key, orBlank(value, () => coding(codedAnswers(question, saying.locations), value, saying))]];
    case 'choices': {
      const coded = codedAnswers(question, saying.locations);
      const chosen = Array.isArray(value) ? value : [];
      return [
        [
          key,
          chosen.length > 0 ? { answers: chosen.map((one) => coding(coded, one, saying)) } : { blank: true },
        ],
      ];
    }
    case 'items':
      return itemsSaid(question, value, saying);
    case 'number':
      return [
        [
          key,
          orBlank(value, () =>
            question.whole ? { valueInteger: Number(value) } : { valueDecimal: Number(value) },
          ),
        ],
      ];
    case 'text':
      return [[key, orBlank(value, () => ({ valueString: String(value) }))]];
    case 'birthDate':
      return [[key, orBlank(value, () => ({ valueDate: String(value) }))]];
    case 'trials':
    case 'augmentations':
    case 'medications':
      return rowsSaid(key, rowFields[question.kind], value, saying);
    case 'treatment': {
      if (!isRecord(value)) return [[`${key}.had`, { blank: true }]];
      const had: Entry = [`${key}.had`, { answers: [coding(yesNoAnswers, value.had, saying)] }];
      return value.had === 'yes' ? [had, ...fieldsSaid(key, treatmentFields, value, saying)] : [had];
    }
    case 'consents': {
      if (!isRecord(value)) return [[`${key}.name`, { blank: true }]];
      return fieldsSaid(key, [{ name: 'name', type: 'string' }, ...consentFields], value, saying);
    }
  }
}

const orBlank = (value: unknown, answer: () => Answer): Said =>
  value === undefined || value === null ? { blank: true } : { answers: [answer()] };

/** An option that the form takes and does not offer is told by its own code all the same. */
const coding = (coded: readonly CodedAnswer[], value: unknown, { locale }: Saying): Answer => {
  const answer = coded.find((one) => one.value === value);
  return answer
    ? { valueCoding: { system: answer.system, code: answer.code, display: answer.display[locale] } }
    : { valueCoding: { system: coded[0]?.system ?? localSystem('unlisted'), code: String(value) } };
};

const itemsSaid = (question: Items, value: unknown, saying: Saying): readonly Entry[] => {
  const given: readonly unknown[] = Array.isArray(value) ? value : [];
  const ended = question.firstEnds !== undefined && given[0] === question.firstEnds;
  return Array.from({ length: ended ? 1 : question.count }, (_, index): Entry => {
    const coded = codedAnswers(question, saying.locations, index);
    const item = given[index];
    return [
      `${question.key}.${index + 1}`,
      orBlank(item, () => (coded.length > 0 ? coding(coded, item, saying) : { valueInteger: Number(item) })),
    ];
  });
};

const rowsSaid = (
  key: string,
  fields: readonly Field[],
  value: unknown,
  saying: Saying,
): readonly Entry[] => {
  const none = `${key}.none`;
  if (!Array.isArray(value)) return [[none, { blank: true }]];
  if (value.length === 0) return [[none, { answers: [{ valueBoolean: true }] }]];
  const row = `${key}.row`;
  const rows = value.map(
    (one: unknown) => new Map(fieldsSaid(row, fields, isRecord(one) ? one : { name: one }, saying)),
  );
  return [[row, { rows }]];
};

/** A field of a row that was left blank is left out: only what is a question of its own is told as blank. */
const fieldsSaid = (
  key: string,
  fields: readonly Field[],
  row: Readonly<Record<string, unknown>>,
  saying: Saying,
): readonly Entry[] =>
  fields.flatMap((field): readonly Entry[] => {
    const value = row[field.name];
    if (value === undefined || value === null) return [];
    return [[`${key}.${field.name}`, { answers: [fieldAnswer(field, value, saying)] }]];
  });

const fieldAnswer = ({ type, answers }: Field, value: unknown, saying: Saying): Answer => {
  if (answers) return coding(answers, value, saying);
  if (type === 'decimal') return { valueDecimal: Number(value) };
  if (type === 'date') return { valueDate: String(value) };
  if (type === 'dateTime') return { valueDateTime: String(value) };
  return { valueString: String(value) };
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
