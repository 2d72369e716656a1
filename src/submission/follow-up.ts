import { keysIn } from '../questions/condition.ts';
import type { Question, Text } from '../questions/question.ts';
import { allPages, allQuestions, type Key, steps } from '../steps/catalog.ts';

/** What the clinic asks: in its own words, and questions of the form that are asked again. */
export interface FollowUpQuestions {
  readonly texts: readonly string[];
  readonly keys: readonly string[];
}

/** Who somebody is, what was signed, and what leads to help at once are not asked again by a message. */
const neverAsked: ReadonlySet<Key> = new Set<Key>([
  'emergencyNow',
  'birthDate',
  'completedBy',
  'helperName',
  'helperRelation',
  'guardian',
  'bodyUnits',
  'location',
  'consents',
]);

/** The questions of the form that staff may ask again, in the order of the form. */
const isAskable = (question: Question): boolean =>
  !neverAsked.has(question.key as Key) && !('among' in question && question.among !== undefined);

export const askableKeys: ReadonlySet<string> = new Set(allQuestions.filter(isAskable).map(({ key }) => key));

const stepOf: ReadonlyMap<string, string> = new Map(
  steps.flatMap(({ id, pages }) =>
    pages.flatMap(({ questions }) => questions.map((question): [string, string] => [question.key, id])),
  ),
);

/**
 * The questions that a person is shown: those that were chosen, and those of their step that wait for one of them
 * (when was the heart attack). What was chosen is asked whatever else was answered.
 */
export function questionsOf(keys: readonly string[]): readonly Question[] {
  const chosen = new Set(keys);
  const asked = new Set(keys);
  const stepsAsked = new Set(keys.map((key) => stepOf.get(key)));
  const hasUnits = chosen.has('heightIn') || chosen.has('weightLb');
  return allQuestions.flatMap((question: Question): readonly Question[] => {
    const { key, shown } = question;
    const waits =
      shown !== undefined && keysIn(shown).length > 0 && keysIn(shown).every((one) => asked.has(one));
    if (chosen.has(key)) return [waits ? question : always(question)];
    if (key === 'bodyUnits') return hasUnits ? [question] : [];
    if (!waits || !stepsAsked.has(stepOf.get(key))) return [];
    asked.add(key);
    return [question];
  });
}

const always = <Q extends Question>({ shown: _, ...question }: Q) => question as Q;

const LONGEST_REPLY = 4_000;

/** A question in the clinic's own words, as a control like any other. */
export const textQuestion = (index: number, label: string): Text => {
  const words = { label, short: label };
  return {
    kind: 'text',
    key: textKey(index),
    words: { en: words, es: words },
    control: 'long',
    max: LONGEST_REPLY,
  };
};

/** Like no key of the form. */
export const textKey = (index: number): string => `text${index}`;

/** A page of a reply: a question in the clinic's words, or what is asked again of a page of the form. */
export interface ReplyPage {
  readonly id: string;
  readonly questions: readonly Question[];
  /** Which items of an instrument stand on it; absent: all. */
  readonly items?: readonly number[] | undefined;
  /** The page of the form that it comes from. */
  readonly page: (typeof allPages)[number] | undefined;
}

/** One question in words after the other, then the pages of the form with what was chosen of them. */
export function replyPages({ texts, keys }: FollowUpQuestions): readonly ReplyPage[] {
  const asked = new Map(questionsOf(keys).map((question) => [question.key, question]));
  return [
    ...texts.map((text, index) => ({
      id: textKey(index),
      questions: [textQuestion(index, text)],
      page: undefined,
    })),
    ...allPages.flatMap((page): readonly ReplyPage[] => {
      const questions = page.questions.flatMap(({ key }) => asked.get(key) ?? []);
      return questions.length === 0 ? [] : [{ id: page.id, questions, items: page.items, page }];
    }),
  ];
}
