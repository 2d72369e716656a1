import type { Locale } from '../src/lib/locale.ts';
import type { Question } from '../src/questions/question.ts';
import { allPages } from '../src/steps/catalog.ts';
import type { Page } from '../src/steps/step.ts';
import { instruments, verbatimIntros } from './readability/exempt.ts';

export const pages: readonly Page[] = allPages;

const present = (texts: readonly (string | undefined)[]) => texts.filter((text) => text !== undefined);

const optionsOf = (question: Question, locale: Locale): readonly string[] =>
  question.kind === 'choice' || question.kind === 'choices'
    ? Object.values(question.words[locale].options)
    : [];

/** What we wrote around a question: of an instrument only the hint, the reason and the notes are ours. */
const ownTexts = (question: Question, locale: Locale): readonly string[] => {
  const { label, hint, why, notes } = question.words[locale];
  return present([
    instruments.has(question.key) ? undefined : label,
    hint,
    why,
    ...Object.values(notes ?? {}),
  ]);
};

/** The prose of a page, without instruments, titles and options. */
export const proseOf = (page: Page, locale: Locale): readonly string[] => {
  const { intro, why } = page.words[locale];
  return present([
    verbatimIntros.has(page.id) ? undefined : intro,
    why,
    ...page.questions.flatMap((question) => ownTexts(question, locale)),
  ]);
};

/** Everything that a patient reads on a page and that we wrote. */
export const wordsOf = (page: Page, locale: Locale): readonly string[] => [
  ...proseOf(page, locale),
  ...present([page.words[locale].title]),
  ...page.questions.flatMap((question) => [question.words[locale].short, ...optionsOf(question, locale)]),
];
