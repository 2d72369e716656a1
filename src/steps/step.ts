import type { InEach } from '../lib/locale.ts';
import type { Question } from '../questions/question.ts';

/** The seven sections that a patient sees in the caption: "Section 5 of 7 · Your body". */
export const sections = ['aboutYou', 'hopes', 'feelings', 'mind', 'body', 'substances', 'plans'] as const;
export type SectionId = (typeof sections)[number];

export const sectionNames: InEach<Readonly<Record<SectionId, string>>> = {
  en: {
    aboutYou: 'About you',
    hopes: 'What you hope for',
    feelings: 'How you feel',
    mind: 'Your mind and past treatments',
    body: 'Your body',
    substances: 'Alcohol, drugs, medicines',
    plans: 'Plans and sending',
  },
  es: {
    aboutYou: 'Sobre usted',
    hopes: 'Lo que espera',
    feelings: 'Cómo se siente',
    mind: 'Su mente y tratamientos anteriores',
    body: 'Su cuerpo',
    substances: 'Alcohol, drogas, medicinas',
    plans: 'Planes y envío',
  },
};

export interface PageWords {
  /** The h1, unique in the form. A page with one question may leave it out: the question is then the h1. */
  readonly title?: string;
  /** A sentence or two under the h1. */
  readonly intro?: string;
  /** Why we ask, once for the whole page. */
  readonly why?: string;
}

/** One page of the form, one state of the flow: one topic, one to a few questions. */
export interface Page<Id extends string = string, Q extends Question = Question> {
  readonly id: Id;
  readonly words: InEach<PageWords>;
  readonly questions: readonly Q[];
  /** Which items of an instrument stand on this page, counted from 0; absent: all. */
  readonly items?: readonly number[];
  /** An instrument read verbatim: helpers are told to read it out, "you" stays "you". */
  readonly verbatim?: true;
}

/** A step is a folder: its questions, wording, score and clinical source. */
export interface Step<Id extends string = string, P extends Page = Page> {
  readonly id: Id;
  readonly section: SectionId;
  readonly pages: readonly P[];
}

type PagesFor<Id extends string> = InEach<{ readonly pages: Readonly<Record<Id, PageWords>> }>;

/** A page of the step, with its words from the step's message files. */
export const page = <const Id extends string, const Q extends Question>(
  id: Id,
  words: PagesFor<Id>,
  questions: readonly Q[],
  more: Pick<Page, 'items' | 'verbatim'> = {},
): Page<Id, Q> => ({ id, words: { en: words.en.pages[id], es: words.es.pages[id] }, questions, ...more });

/** A step of the form: the pages that belong together, in the section where they are shown. */
export const step = <const Id extends string, const P extends Page>(
  id: Id,
  section: SectionId,
  pages: readonly P[],
): Step<Id, P> => ({ id, section, pages });
