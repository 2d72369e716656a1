import type { Locale } from '../../lib/locale.ts';
import type { Facts } from '../../machines/facts.ts';
import { interruptions } from '../../machines/interruptions.ts';
import { type FollowUpQuestions, type ReplyPage, textKey } from '../../submission/follow-up.ts';
import type { ReplyRequest } from '../../submission/reply-wire.ts';
import { asked, type Outside } from '../../ui/values/page.ts';
import { type Danger, dangerAfter } from './danger.ts';

/** Answers by key, those of the clinic's own questions among them. */
export type Given = Readonly<Record<string, unknown>>;

const stated = (given: Given): Given =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));

/** What comes up after a page of a reply, before the next one. */
export type Interruption =
  | { readonly kind: 'check'; readonly check: 'pressureCheck' | 'sizeCheck' }
  | { readonly kind: 'support'; readonly about: Danger };

const checks = [
  { check: 'pressureCheck', of: ['sbp', 'dbp'] },
  { check: 'sizeCheck', of: ['heightIn', 'weightLb'] },
] as const;

/** The way through a reply: its pages, and what comes up between them as in the form. */
export function courseOf(
  pages: readonly ReplyPage[],
  circumstances: Pick<Facts, 'circumstances' | 'thresholds'>,
) {
  const { locationCount } = circumstances.circumstances;
  const outside = (given: Given): Outside => ({
    answers: given,
    shown: { has: () => true },
    counts: { locations: locationCount },
  });
  const askedOn = (page: ReplyPage, given: Given) => asked(page.questions, given, outside(given));
  /** A page without a question that is asked, given what was answered, is passed over. */
  const isAsked = (page: ReplyPage, given: Given) => askedOn(page, given).length > 0;
  const indexOf = ({ id }: ReplyPage) => pages.findIndex((one) => one.id === id);

  const after = (page: ReplyPage, given: Given) =>
    pages.slice(indexOf(page) + 1).filter((one) => isAsked(one, given));
  const before = (page: ReplyPage, given: Given) =>
    pages.slice(0, indexOf(page)).filter((one) => isAsked(one, given));

  /** Numbers are odd only where both of a pair were asked for. */
  const checkAfter = (page: ReplyPage, given: Given) =>
    checks.find(
      ({ check, of }) =>
        of.every((key) => page.questions.some((question) => question.key === key)) &&
        interruptions[check].comesUp({ ...circumstances, answers: stated(given) }),
    )?.check;

  return {
    outside,
    next: (page: ReplyPage, given: Given): ReplyPage | undefined => after(page, given)[0],
    previous: (page: ReplyPage, given: Given): ReplyPage | undefined => before(page, given).at(-1),
    /** What counts of it: an answer whose question another answer took away does not. */
    relevant: (given: Given): Given => {
      const keys = new Set(pages.flatMap((page) => askedOn(page, given).map(({ key }) => key)));
      return Object.fromEntries(Object.entries(given).filter(([key]) => keys.has(key)));
    },
    count: (page: ReplyPage) => ({ n: indexOf(page) + 1, of: pages.length }),
    interruptions: (page: ReplyPage, given: Given): readonly Interruption[] => {
      const check = checkAfter(page, given);
      const about = dangerAfter(page, after(page, given), stated(given));
      return [
        ...(check ? [{ kind: 'check', check } as const] : []),
        ...(about ? [{ kind: 'support', about } as const] : []),
      ];
    },
  };
}

/** What is sent of what was typed: texts in the order of the questions, answers of the form by key. */
export function bodyOf(
  followUp: FollowUpQuestions & { readonly id: string },
  given: Given,
  language: Locale,
): ReplyRequest {
  const all = stated(given);
  const texts = followUp.texts.map((_, index) => all[textKey(index)]);
  const isText = new Set(followUp.texts.map((_, index) => textKey(index)));
  return {
    followUpId: followUp.id,
    language,
    texts: texts.map((text) => (typeof text === 'string' ? text : null)),
    answers: Object.fromEntries(Object.entries(all).filter(([key]) => !isText.has(key))),
  };
}

export const isBlank = ({ texts, answers }: ReplyRequest): boolean =>
  texts.every((text) => text === null) && Object.keys(answers).length === 0;
