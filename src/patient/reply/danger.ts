import type { Answers } from '../../steps/catalog.ts';
import { phq9Item9 } from '../../steps/phq9/score.ts';
import type { ReplyPage } from '../../submission/follow-up.ts';

/** What an answer may tell of that brings the support page: the design guide, P11. */
export const dangers = ['thoughts', 'asq'] as const;
export type Danger = (typeof dangers)[number];

const asqKeys = ['asq1', 'asq2', 'asq3', 'asq4', 'asq5'] as const;

const has = ({ questions }: ReplyPage, key: string): boolean => questions.some((one) => one.key === key);
const isAboutAsq = (page: ReplyPage): boolean => asqKeys.some((key) => has(page, key));

/**
 * Whether support comes after this page: thoughts of death at once, the ASQ after its last page and at once where
 * somebody thinks of it now.
 */
export function dangerAfter(
  page: ReplyPage,
  later: readonly ReplyPage[],
  answers: Answers,
): Danger | undefined {
  if (has(page, 'phq9') && (page.items?.includes(8) ?? true) && (phq9Item9(answers.phq9) ?? 0) > 0)
    return 'thoughts';
  if (!isAboutAsq(page)) return undefined;
  const isPositive = asqKeys.some((key) => answers[key] !== undefined && answers[key] !== 'no');
  const isOver = has(page, 'asq5') || !later.some(isAboutAsq);
  return isPositive && isOver ? 'asq' : undefined;
}
