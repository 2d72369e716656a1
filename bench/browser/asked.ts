/**
 * The form's questions as nothing but names, words and conditions: what every contender of the bench is built from. It
 * is made of the catalog, so a question that is added is asked by all of them.
 */

import type { Condition } from '../../src/questions/condition.ts';
import { displayWords } from '../../src/questions/display-words.ts';
import type { Question } from '../../src/questions/question.ts';
import { responses } from '../../src/questions/values.ts';
import { allPages, allQuestions } from '../../src/steps/catalog.ts';
import { consentText } from '../../src/steps/sending/consent-text.ts';
import { listsEn } from '../../src/ui/words/lists.en.ts';
import { uiWords } from '../../src/ui/words/words.ts';

export interface Option {
  readonly value: string;
  readonly text: string;
}

/** A condition on what stands in inputs, by their names; `null` stands for "left blank". */
export type When =
  | { readonly of: readonly string[]; readonly is: readonly (string | null)[] }
  | { readonly of: readonly string[]; readonly above: number }
  | { readonly of: readonly string[]; readonly count: number }
  | { readonly all: readonly When[] }
  | { readonly any: readonly When[] };

interface Named {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly when?: When;
}

export type Field = Named & { readonly needed?: true } & (
    | { readonly as: 'radios' | 'ticks'; readonly options: readonly Option[] }
    | { readonly as: 'line' | 'long' }
  );

/** A list that grows by a press: medicines, treatments that were tried. */
export interface Rows extends Named {
  readonly as: 'rows';
  readonly add: string;
  readonly fields: readonly Field[];
}

export interface AskedPage {
  readonly id: string;
  readonly title: string;
  readonly intro?: string;
  /** What is read and not answered: the text that is signed. */
  readonly text?: readonly string[];
  readonly entries: readonly (Field | Rows)[];
  readonly when?: When;
}

const { yesNo } = displayWords.en;
const ui = uiWords.en;

const optional = <K extends string, V>(key: K, value: V | undefined) =>
  (value === undefined ? {} : { [key]: value }) as { readonly [One in K]?: V };

const line = (name: string, label: string, hint?: string): Field => ({
  as: 'line',
  name,
  label,
  ...optional('hint', hint),
});
const yesNoOf = (name: string, label: string): Field => ({
  as: 'radios',
  name,
  label,
  options: (['yes', 'no', 'unsure'] as const).map((value) => ({ value, text: yesNo[value] })),
});
const responseOf = (name: string, label: string): Field => ({
  as: 'radios',
  name,
  label,
  options: responses.map((value) => ({ value, text: listsEn.responses[value].text })),
});

const itemName = (key: string, item: number) => `${key}.i${item}`;

/** The inputs that hold the answer of a question. */
function namesOf(question: Question): readonly string[] {
  switch (question.kind) {
    case 'items':
      return Array.from({ length: question.count }, (_, item) => itemName(question.key, item));
    default:
      return [question.key];
  }
}

const namesByKey = new Map<string, readonly string[]>(
  allQuestions.map((question) => [question.key, namesOf(question)]),
);

/** A clinic of one location, as the demonstration is, never asks what needs two. */
const never: When = { any: [] };

function whenOf(condition: Condition): When {
  if ('all' in condition) return { all: condition.all.map(whenOf) };
  if ('any' in condition) return { any: condition.any.map(whenOf) };
  if ('setting' in condition) return never;
  const of = namesByKey.get(condition.key) ?? [];
  if ('is' in condition) return { of, is: condition.is.map((one) => (one === null ? null : String(one))) };
  if ('above' in condition) return { of, above: condition.above };
  if ('count' in condition) return { of, count: condition.count };
  return { of, count: 1 };
}

/** The keys whose answers decide what else is asked, as the form itself has them. */
const shown = ({ shown }: Question) => optional('when', shown && whenOf(shown));

function itemsOf(question: Extract<Question, { kind: 'items' }>, items: readonly number[]): readonly Field[] {
  const words = question.words.en;
  const ended: When | undefined =
    question.firstEnds === undefined
      ? undefined
      : {
          of: [itemName(question.key, 0)],
          is: question.values.filter((value) => value !== question.firstEnds).map(String),
        };
  return items.map((item): Field => {
    const scale = question.scales?.en[item] ?? words.scale;
    const isNumbered = scale.length < question.values.length;
    return {
      as: 'radios',
      name: itemName(question.key, item),
      label: words.items[item] ?? '',
      options: question.values.map((value, index) => ({
        value: String(value),
        text: isNumbered ? String(value) : (scale[index] ?? String(value)),
      })),
      ...optional('when', item > 0 && ended ? ended : question.shown && whenOf(question.shown)),
    };
  });
}

const rowsOf = (question: Extract<Question, { kind: 'trials' | 'augmentations' | 'medications' }>): Rows => {
  const { trial, medication, augmentation } = listsEn;
  const fields = {
    trials: [
      line('drug', trial.label),
      line('doseMg', trial.doseMg),
      line('weeks', trial.weeks),
      yesNoOf('mostDays', trial.mostDays),
      yesNoOf('currentEpisode', trial.currentEpisode),
      responseOf('response', trial.response),
      line('stoppedBecause', trial.stoppedBecause, trial.stoppedHint),
      line('startedOn', trial.startedOn, trial.dateHint),
      line('endedOn', trial.endedOn, trial.dateHint),
      line('prescriber', trial.prescriber),
    ],
    augmentations: [
      line('drug', augmentation.label),
      line('weeks', augmentation.weeks),
      responseOf('response', trial.response),
    ],
    medications: [
      line('drug', medication.label),
      line('dose', medication.dose, medication.doseHint),
      line('howOften', medication.howOften, medication.howOftenHint),
    ],
  };
  const { label, hint } = question.words.en;
  return {
    as: 'rows',
    name: question.key,
    label,
    ...optional('hint', hint),
    ...shown(question),
    add: listsEn.add,
    fields: fields[question.kind],
  };
};

/** A question as the inputs that it is answered in. */
function entriesOf(question: Question, items: readonly number[] | undefined): readonly (Field | Rows)[] {
  const { key, needed } = question;
  const { label, hint } = question.words.en;
  const asked = {
    name: key,
    label,
    ...optional('hint', hint),
    ...shown(question),
    ...(needed === 'toContinue' && ({ needed: true } as const)),
  };
  const part = (at: string, text: string): Field => ({
    ...asked,
    as: 'line',
    name: `${key}.${at}`,
    label: text,
  });
  switch (question.kind) {
    case 'yesNo':
      return [
        {
          ...asked,
          as: 'radios',
          options: question.options.map((value) => ({ value, text: yesNo[value] })),
        },
      ];
    case 'choice': {
      const words: Readonly<Record<string, string>> = question.words.en.options;
      const options = question.options.map((value) => ({ value, text: words[value] ?? value }));
      return [{ ...asked, as: 'radios', options }];
    }
    case 'choices': {
      const words: Readonly<Record<string, string>> = question.words.en.options;
      const options = question.options.map((value) => ({ value, text: words[value] ?? value }));
      return [{ ...asked, as: 'ticks', options }];
    }
    case 'location':
      return [];
    case 'rating': {
      const { scale } = question.words.en;
      return [
        {
          ...asked,
          as: 'radios',
          options: question.values.map((value, index) => ({
            value: String(value),
            text: scale[index] ?? String(value),
          })),
        },
      ];
    }
    case 'items':
      return itemsOf(question, items ?? Array.from({ length: question.count }, (_, item) => item));
    case 'number':
      if (question.control === 'height')
        return [part('feet', ui.units.feet), part('inches', ui.units.inches)];
      if (question.control === 'weight') return [part('pounds', ui.units.pounds)];
      return [{ ...asked, as: 'line' }];
    case 'text':
      return [{ ...asked, as: question.control === 'long' ? 'long' : 'line' }];
    case 'birthDate':
      return [part('month', ui.date.month), part('day', ui.date.day), part('year', ui.date.year)];
    case 'treatment': {
      const { treatment } = listsEn;
      const had: When = { of: [`${key}.had`], is: ['yes'] };
      return [
        { ...yesNoOf(`${key}.had`, label), ...optional('hint', hint), ...shown(question) },
        { ...line(`${key}.when`, treatment.when, treatment.whenHint), when: had },
        { ...line(`${key}.sessions`, treatment.sessions), when: had },
        { ...responseOf(`${key}.response`, treatment.response), when: had },
      ];
    }
    case 'trials':
    case 'augmentations':
    case 'medications':
      return [rowsOf(question)];
    case 'consents':
      return [part('name', label)];
  }
}

/** A page is passed over where none of its questions is asked. */
function pageWhen(entries: readonly (Field | Rows)[]): When | undefined {
  const conditions = entries.flatMap(({ when }) => (when ? [when] : []));
  return entries.length > 0 && conditions.length === entries.length ? { any: conditions } : undefined;
}

/** Every page of the form, in its order. The demonstration has one location, and never asks for it. */
export const askedPages: readonly AskedPage[] = allPages
  .filter(({ id }) => id !== 'location')
  .map((page): AskedPage => {
    const { title, intro } = page.words.en;
    const questions: readonly Question[] = page.questions;
    const entries = questions.flatMap((question) => entriesOf(question, page.items));
    return {
      id: page.id,
      title: title ?? questions[0]?.words.en.label ?? '',
      ...optional('intro', intro),
      ...(page.id === 'sign' && { text: consentText.en }),
      entries,
      ...optional('when', pageWhen(entries)),
    };
  });

const namesIn = (when: When): readonly string[] => {
  if ('all' in when) return when.all.flatMap(namesIn);
  if ('any' in when) return when.any.flatMap(namesIn);
  return when.of;
};

/** The inputs on whose answers others wait. */
export const watchedNames: readonly string[] = [
  ...new Set(askedPages.flatMap(({ entries }) => entries.flatMap(({ when }) => (when ? namesIn(when) : [])))),
];
