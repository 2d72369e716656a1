import type { InEach } from '../../lib/locale.ts';
import type { Items, Num, Question } from '../../questions/question.ts';
import type { Page } from '../../steps/step.ts';
import { inEach, inOtherLanguages, spoken } from './bilingual.ts';
import { type CodedAnswer, codedAnswers, yesNoAnswers as yesNo } from './coded-answers.ts';
import { answersOf, enabledWhen, type FormContext, isAnswer } from './conditions.ts';
import {
  consentFields,
  type Field,
  noneWords,
  type RowsKind,
  rowFields,
  treatmentFields,
} from './row-fields.ts';
import { extensions, localSystem, loinc, systems, ucum } from './systems.ts';
import type { AnswerOption, Coding, Extension, QuestionnaireItem } from './types.ts';

/**
 * A question as items: the question itself, under its key, and the calm notes that appear with some of its options.
 * An instrument is a group, its items are `phq9.1`, `phq9.2` …; where it is spread over pages, each page has a group
 * of its own.
 */
export function itemsOf(question: Question, page: Page, context: FormContext): readonly QuestionnaireItem[] {
  return [mainItem(question, page, context), ...notesOf(question, context)];
}

function mainItem(question: Question, page: Page, context: FormContext): QuestionnaireItem {
  const base = {
    linkId: question.key,
    ...codeOf(question),
    ...spoken(labels(question)),
    ...needed(question),
  };
  const help = helpOf(question);
  switch (question.kind) {
    case 'yesNo':
    case 'choice':
    case 'location':
    case 'rating':
      return chosen({ ...base, type: 'choice' }, codedAnswers(question, context.locations), help, [
        ...('among' in question && question.among ? onlyChosenUnder(question.among, question, context) : []),
      ]);
    case 'choices':
      return {
        ...chosen({ ...base, type: 'choice' }, codedAnswers(question, context.locations), help),
        repeats: true,
      };
    case 'items':
      return instrument(question, page, context, base);
    case 'number':
      return { ...base, ...limits(question), type: question.whole ? 'integer' : 'decimal', ...inside(help) };
    case 'text':
      return {
        ...base,
        type: question.control === 'long' ? 'text' : 'string',
        maxLength: question.max,
        ...inside(help),
      };
    case 'birthDate':
      return { ...base, type: 'date', ...inside(help) };
    case 'trials':
    case 'augmentations':
    case 'medications':
      return { ...base, type: 'group', item: [...help, ...rows(question.key, question.kind)] };
    case 'treatment':
      return { ...base, type: 'group', item: [...help, ...treatment(question.key)] };
    case 'consents':
      return {
        ...base,
        type: 'group',
        item: [
          ...help,
          { linkId: `${question.key}.name`, ...spoken(labels(question)), type: 'string', required: true },
          ...consentFields.map((field) => fieldItem(question.key, field)),
        ],
      };
  }
}

const labels = ({ words }: Question): InEach<string> => ({ en: words.en.label, es: words.es.label });

const needed = ({ kind, needed: need }: Question) => (need && kind !== 'consents' ? { required: true } : {});

const codeOf = ({ loinc: code, key }: Question): { readonly code: readonly Coding[] } => ({
  code: [code ? { system: loinc, code } : { system: localSystem('question'), code: key }],
});

/** The hint and the reason for asking, as one help text. */
const helpOf = (question: Question): readonly QuestionnaireItem[] => {
  const words = inEach(question.words, ({ hint, why }) => [hint, why].filter(Boolean).join(' ') || undefined);
  return words ? [help(`${question.key}.help`, words)] : [];
};

/** A help text of a questionnaire: shown, and never answered. */
export const help = (linkId: string, words: InEach<string>): QuestionnaireItem => ({
  extension: [control('help')],
  linkId,
  ...spoken(words),
  type: 'display',
});

const inside = (item: readonly QuestionnaireItem[]) => (item.length > 0 ? { item } : {});

const control = (code: string): Extension => ({
  url: extensions.itemControl,
  valueCodeableConcept: { coding: [{ system: systems.itemControl, code }] },
});

const chosen = (
  item: QuestionnaireItem,
  answers: readonly CodedAnswer[],
  below: readonly QuestionnaireItem[] = [],
  more: readonly Extension[] = [],
): QuestionnaireItem => ({
  extension: [control('radio-button'), ...more],
  ...item,
  answerOption: answers.filter(({ notOffered }) => !notOffered).map(option),
  ...inside(below),
});

const option = ({ system, code, display, ordinal }: CodedAnswer): AnswerOption => ({
  ...(ordinal !== undefined && { extension: [{ url: extensions.ordinalValue, valueDecimal: ordinal }] }),
  valueCoding: { system, code, display: display.en, _display: inOtherLanguages(display) },
});

/** Each option can be chosen while it is chosen under the other key (SDC). */
const onlyChosenUnder = (other: string, question: Question, context: FormContext): readonly Extension[] =>
  codedAnswers(question, context.locations).map(({ system, code, display }) => ({
    url: extensions.answerOptionsToggle,
    extension: [
      { url: 'option', valueCoding: { system, code, display: display.en } },
      {
        url: 'expression',
        valueExpression: {
          language: 'text/fhirpath',
          expression: `${answersOf(other)}.value.where(code = '${code}').exists()`,
        },
      },
    ],
  }));

/** UCUM of what a pair of inputs takes. What is typed in metric units is stored in these. */
const units: Readonly<Record<Num['control'], { readonly code: string; readonly text: string } | undefined>> =
  {
    plain: undefined,
    bloodPressure: { code: 'mm[Hg]', text: 'mmHg' },
    height: { code: '[in_i]', text: 'in' },
    weight: { code: '[lb_av]', text: 'lb' },
  };

const limits = ({ min, max, whole, control: input }: Num): { readonly extension: readonly Extension[] } => {
  const limit = (value: number) => (whole ? { valueInteger: value } : { valueDecimal: value });
  return {
    extension: [
      { url: extensions.minValue, ...limit(min) },
      { url: extensions.maxValue, ...limit(max) },
      ...unit(units[input]),
    ],
  };
};

const unit = (one: { readonly code: string; readonly text: string } | undefined): readonly Extension[] =>
  one ? [{ url: extensions.unit, valueCoding: { system: ucum, code: one.code, display: one.text } }] : [];

function instrument(
  question: Items,
  page: Page,
  context: FormContext,
  base: Omit<QuestionnaireItem, 'type'>,
): QuestionnaireItem {
  const all = Array.from({ length: question.count }, (_, index) => index);
  const here = page.items ?? all;
  const help = here.includes(0) ? helpOf(question) : [];
  return {
    ...base,
    linkId: here.length === all.length ? question.key : `${page.id}.${question.key}`,
    type: 'group',
    item: [...help, ...here.map((index) => instrumentItem(question, index, context))],
  };
}

function instrumentItem(question: Items, index: number, context: FormContext): QuestionnaireItem {
  const linkId = `${question.key}.${index + 1}`;
  const answers = codedAnswers(question, context.locations, index);
  const code = question.itemCodes?.[index];
  const words = { en: question.words.en.items[index] ?? '', es: question.words.es.items[index] ?? '' };
  const item: QuestionnaireItem = {
    linkId,
    code: [code ? { system: loinc, code } : { system: localSystem('question'), code: linkId }],
    ...spoken(words),
    type: 'integer',
  };
  const asked =
    answers.length > 0 ? chosen({ ...item, type: 'choice' }, answers) : plainNumber(item, question, index);
  const { firstEnds } = question;
  if (firstEnds === undefined || index === 0) return asked;
  // "Never" to the first item ends the instrument; left blank, it does not.
  const first = `${question.key}.1`;
  const goesOn = codedAnswers(question, context.locations, 0).filter(({ value }) => value !== firstEnds);
  return enabledWhen(asked, [
    {
      any: [
        ...goesOn.map((answer) => isAnswer(first, answer)),
        { question: first, operator: 'exists', answerBoolean: false },
      ],
    },
  ]);
}

/** A 0–10 scale: a number between its two ends, which are told beside it. */
const plainNumber = (item: QuestionnaireItem, question: Items, index: number): QuestionnaireItem => {
  const end = (at: 0 | 1, name: 'lower' | 'upper'): QuestionnaireItem => {
    const words = inEach(question.words, ({ anchors, scale }) => (anchors?.[index] ?? scale)[at]);
    return {
      extension: [control(name)],
      linkId: `${item.linkId}.${name}`,
      ...spoken(words),
      type: 'display',
    };
  };
  return {
    extension: [
      { url: extensions.minValue, valueInteger: Math.min(...question.values) },
      { url: extensions.maxValue, valueInteger: Math.max(...question.values) },
    ],
    ...item,
    item: [end(0, 'lower'), end(1, 'upper')],
  };
};

const rows = (key: string, kind: RowsKind): readonly QuestionnaireItem[] => [
  { linkId: `${key}.none`, ...spoken(noneWords[kind]), type: 'boolean' },
  {
    linkId: `${key}.row`,
    type: 'group',
    repeats: true,
    item: rowFields[kind].map((field) => fieldItem(`${key}.row`, field)),
  },
];

const treatment = (key: string): readonly QuestionnaireItem[] => {
  const had = `${key}.had`;
  const yes = yesNo.filter(({ value }) => value === 'yes').map((answer) => isAnswer(had, answer));
  return [
    chosen({ linkId: had, type: 'choice' }, yesNo),
    ...treatmentFields.map((field) => enabledWhen(fieldItem(key, field), [{ any: yes }])),
  ];
};

const fieldItem = (key: string, field: Field): QuestionnaireItem => {
  const item: QuestionnaireItem = {
    linkId: `${key}.${field.name}`,
    ...spoken(field.words),
    type: field.type,
  };
  if (field.answers) return chosen(item, field.answers);
  const extension = [
    ...(field.words ? [] : [{ url: extensions.hidden, valueBoolean: true }]),
    ...unit(field.unit),
  ];
  return extension.length > 0 ? { extension, ...item } : item;
};

/** A note stands right below its question, and only while its option is chosen. */
const notesOf = (question: Question, context: FormContext): readonly QuestionnaireItem[] => {
  const link = question.kind === 'treatment' ? `${question.key}.had` : question.key;
  const answers = question.kind === 'treatment' ? yesNo : codedAnswers(question, context.locations);
  return answers.flatMap((answer) => {
    const words = inEach(question.words, ({ notes }) => notes?.[answer.value]);
    if (!words) return [];
    const note: QuestionnaireItem = {
      linkId: `${question.key}.note.${answer.value}`,
      ...spoken(words),
      type: 'display',
    };
    return enabledWhen(note, [{ any: [isAnswer(link, answer)] }]);
  });
};
