import type { ReactNode } from 'react';
import { fill, type Locale } from '../../lib/locale.ts';
import type { Question, QuestionWords } from '../../questions/question.ts';
import { WhyWeAsk } from '../blocks/why-we-ask.tsx';
import { type Entry, useEntry } from '../entry.tsx';
import type { Heading } from '../fields/parts.tsx';
import { uiWords } from '../words/words.ts';

/** What the parts of a question read, with the clinic's own places filled in. */
export interface Reads {
  readonly legend: string;
  readonly hint?: string;
  readonly why?: ReactNode;
  readonly notes?: Readonly<Partial<Record<string, string>>>;
  readonly fillIn: (text: string) => string;
}

const filledNotes = (words: QuestionWords, fillIn: (text: string) => string) =>
  words.notes &&
  Object.fromEntries(Object.entries(words.notes).map(([option, note]) => [option, note && fillIn(note)]));

/** The few questions that are needed say so, before whatever else helps with the answer. */
function hintOf({ needed, kind }: Question, locale: Locale, hint: string | undefined) {
  const says = needed && kind !== 'consents' ? uiWords[locale].weNeedThis : undefined;
  const text = [says, hint].filter(Boolean).join(' ');
  return text ? { hint: text } : {};
}

export function readsOf(question: Question, { locale, places }: Entry): Reads {
  const words: QuestionWords = question.words[locale];
  const fillIn = (text: string) => fill(text, places);
  const notes = filledNotes(words, fillIn);
  return {
    legend: fillIn(words.label),
    ...hintOf(question, locale, words.hint && fillIn(words.hint)),
    ...(words.why && {
      why: (
        <WhyWeAsk locale={locale} plain={question.sensitive === true}>
          {fillIn(words.why)}
        </WhyWeAsk>
      ),
    }),
    ...(notes && { notes }),
    fillIn,
  };
}

export const useReads = (question: Question): Reads => readsOf(question, useEntry());

export interface Asks {
  /** `h1` when the page holds this question alone. */
  readonly heading?: Heading | undefined;
}
