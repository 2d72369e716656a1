import type { AnswersOf } from '../questions/values.ts';
import { danger } from './danger/questions.ts';
import { heart } from './heart/questions.ts';

/** Every step of the form. The order of pages is the flow's alone (`machines/intake.machine.ts`). */
export const steps = [danger, heart];

type StepOf = (typeof steps)[number];
type PageOf = StepOf['pages'][number];
export type CatalogQuestion = PageOf['questions'][number];
export type PageId = PageOf['id'];
export type Key = CatalogQuestion['key'];

/** One intake: the key of a question, and its value. See `docs/answers.md`. */
export type Answers = AnswersOf<CatalogQuestion>;

export const allPages: readonly PageOf[] = steps.flatMap((one): readonly PageOf[] => one.pages);

/** Every question once (an instrument stands on several pages), each after the questions that its condition reads. */
export const allQuestions: readonly CatalogQuestion[] = [
  ...new Set(allPages.flatMap((one): readonly CatalogQuestion[] => one.questions)),
];
