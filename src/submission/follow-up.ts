import type { Locale } from '../lib/locale.ts';
import { keysIn } from '../questions/condition.ts';
import type { Question, Text } from '../questions/question.ts';
import { type Answers, allQuestions, type Key, steps } from '../steps/catalog.ts';
import { type Frozen, freeze } from './freeze.ts';

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

/** What a person answers: a text for each question in words, null where left blank, and answers of the form. */
export interface Reply {
  readonly language: Locale;
  readonly texts: readonly (string | null)[];
  readonly answers: Answers;
}

/**
 * The case with what was answered anew: walked and screened again by today's rules and the clinic's day. A question
 * that was left blank keeps its earlier answer; what falls off the path counts no more. What was sent first stays.
 */
export function answeredAnew(
  { content }: Frozen,
  answers: Answers,
  today: { readonly asOf: string; readonly settings: Frozen['content']['settings'] },
): Frozen {
  const { submissionId, reference, receivedAt, formVersion, language, startedAt, trail } = content;
  const frozen = freeze(
    {
      formVersion,
      language,
      startedAt: startedAt ?? undefined,
      answers: { ...content.answers, ...answers },
      trail: [],
    },
    { submissionId, reference, receivedAt, asOf: today.asOf, settings: today.settings },
  );
  return { ...frozen, content: { ...frozen.content, trail } };
}
