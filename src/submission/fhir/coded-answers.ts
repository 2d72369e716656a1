import type { InEach } from '../../lib/locale.ts';
import { displayWords } from '../../questions/display-words.ts';
import type { Items, Question } from '../../questions/question.ts';
import { type Response, responses, type YesNoUnsure } from '../../questions/values.ts';
import type { Settings } from '../../settings/settings.ts';
import { localSystem, loinc } from './systems.ts';

/** A value that can be chosen, and its code: LOINC's where the question has one, else ours. */
export interface CodedAnswer {
  readonly value: string | number;
  readonly system: string;
  readonly code: string;
  readonly display: InEach<string>;
  /** What it adds to a score. */
  readonly ordinal?: number;
  /** The form takes it and does not offer it. */
  readonly notOffered?: true;
}

type Locations = Settings['locations'];

const yesNoSystem = localSystem('yes-no');

const worded = <V extends string>(
  values: readonly V[],
  system: string,
  words: InEach<Readonly<Record<V, string>>>,
): readonly CodedAnswer[] =>
  values.map((value) => ({
    value,
    system,
    code: value,
    display: { en: words.en[value], es: words.es[value] },
  }));

/** Yes, no, not sure: of a row, a treatment or a question of its own. */
export const yesNoAnswers: readonly CodedAnswer[] = worded<YesNoUnsure>(
  ['yes', 'no', 'unsure'],
  yesNoSystem,
  {
    en: displayWords.en.yesNo,
    es: displayWords.es.yesNo,
  },
);

/** How much a medicine or a treatment helped. */
export const responseAnswers: readonly CodedAnswer[] = worded<Response>(responses, localSystem('response'), {
  en: displayWords.en.responses,
  es: displayWords.es.responses,
});

/**
 * The values that can be chosen for a question, in their order; empty where it is answered with text, a number or
 * rows. Of an instrument, those of one item; a 0–10 scale has none, its answers are plain numbers.
 */
export function codedAnswers(question: Question, locations: Locations, item = 0): readonly CodedAnswer[] {
  switch (question.kind) {
    case 'yesNo':
      return worded(question.options, yesNoSystem, {
        en: displayWords.en.yesNo,
        es: displayWords.es.yesNo,
      });
    case 'choice': {
      const { key, options, offered = options, among = key, optionCodes = {} } = question;
      const words = { en: question.words.en.options, es: question.words.es.options };
      return worded(options, localSystem(among), words).map((answer, index) => {
        const option = options[index];
        const code = option === undefined ? undefined : optionCodes[option];
        return {
          ...answer,
          ...(code && { system: loinc, code }),
          ...(option !== undefined && !offered.includes(option) && { notOffered: true }),
        };
      });
    }
    case 'choices':
      return worded(question.options, localSystem(question.key), {
        en: question.words.en.options,
        es: question.words.es.options,
      });
    case 'location':
      return locations.map(({ id, name }) => ({
        value: id,
        system: localSystem('location'),
        code: id,
        display: { en: name, es: name },
      }));
    case 'rating':
      return scored(question.key, question.values, question.valueCodes, {
        en: question.words.en.scale,
        es: question.words.es.scale,
      });
    case 'items':
      return isPlainNumbers(question)
        ? []
        : scored(question.key, question.values, question.scaleCodes?.[item] ?? question.valueCodes, {
            en: question.scales?.en[item] ?? question.words.en.scale,
            es: question.scales?.es[item] ?? question.words.es.scale,
          });
    default:
      return [];
  }
}

/** A 0–10 scale: words stand at its ends alone. */
export const isPlainNumbers = ({ values, scales, words }: Items): boolean =>
  (scales?.en[0] ?? words.en.scale).length !== values.length;

const scored = (
  key: string,
  values: readonly number[],
  codes: readonly string[] | undefined,
  scale: InEach<readonly string[]>,
): readonly CodedAnswer[] =>
  values.map((value, index) => {
    const code = codes?.[index];
    return {
      value,
      system: code ? loinc : localSystem(key),
      code: code ?? String(value),
      display: { en: scale.en[index] ?? String(value), es: scale.es[index] ?? String(value) },
      ordinal: value,
    };
  });
