import type { Condition } from '../../questions/condition.ts';
import type { Question } from '../../questions/question.ts';
import type { Settings } from '../../settings/settings.ts';
import { type CodedAnswer, codedAnswers } from './coded-answers.ts';
import { extensions } from './systems.ts';
import type { EnableWhen, QuestionnaireItem } from './types.ts';

/** What a condition is read with: the questions of its form by key, and the clinic's locations. */
export interface FormContext {
  readonly questions: ReadonlyMap<string, Question>;
  readonly locations: Settings['locations'];
}

/**
 * A part of a condition that FHIR can say on one item: any of these comparisons, or an expression. All clauses of a
 * condition must hold. No clause: always. A clause without comparisons: never.
 */
export type Clause = { readonly any: readonly EnableWhen[] } | { readonly expression: string };

/**
 * A condition as clauses, all of which must hold. R4's `enableWhen` knows "any" or "all" of comparisons and nothing
 * below, so that what is nested is spread out first; clauses that do not fit on one item stand on groups around it.
 *
 * "Two or more chosen" has no comparison in R4. It becomes an expression (SDC), and before it, for a reader that
 * knows no expressions, the comparison that is always true with it: something is chosen.
 *
 * @throws Error where FHIR has no way to say it: a fault of the form, which its tests meet first
 */
export function clausesOf(condition: Condition, context: FormContext): readonly Clause[] {
  if ('all' in condition) return condition.all.flatMap((part) => clausesOf(part, context));
  if ('any' in condition)
    return condition.any.map((part) => clausesOf(part, context)).reduce(either, [{ any: [] }]);
  if ('setting' in condition) {
    const counts = { locations: context.locations.length };
    return counts[condition.setting] >= condition.count ? [] : [{ any: [] }];
  }
  const question = context.questions.get(condition.key);
  if (!question) throw new Error(`a condition reads ${condition.key}, which the form does not ask`);
  if ('count' in condition && condition.count > 1) {
    if (question.shown) throw new Error(`how many ${question.key} were chosen cannot be exported`);
    return [
      { any: exists(question, true) },
      { expression: `${answersOf(question.key)}.count() >= ${condition.count}` },
    ];
  }
  if ('given' in condition || 'count' in condition) return [{ any: exists(question, true) }];
  if ('above' in condition) return [{ any: above(question, condition.above, context) }];
  return [{ any: condition.is.flatMap((value) => equals(question, value, context)) }];
}

/**
 * FHIRPath to the answers of a question that everybody is asked: section, page, question. `repeat` and `descendants`
 * would find it anywhere, but not every reader has them.
 */
export const answersOf = (key: string): string => `%resource.item.item.item.where(linkId = '${key}').answer`;

/** Never shown in this clinic. */
export const isNever = (clauses: readonly Clause[]): boolean =>
  clauses.some((clause) => 'any' in clause && clause.any.length === 0);

/** (a and b) or (c and d) is (a or c) and (a or d) and (b or c) and (b or d). */
const either = (left: readonly Clause[], right: readonly Clause[]): readonly Clause[] =>
  left.flatMap((one) => right.map((other) => merged(one, other)));

const merged = (one: Clause, other: Clause): Clause => {
  if ('any' in one && 'any' in other) return { any: [...one.any, ...other.any] };
  throw new Error('a count of choices within "any" cannot be exported');
};

/** Where the answer of a question stands: at its own item, or at those of an instrument's items. */
const linksOf = (question: Question): readonly string[] => {
  switch (question.kind) {
    case 'items':
      return Array.from({ length: question.count }, (_, index) => `${question.key}.${index + 1}`);
    case 'treatment':
      return [`${question.key}.had`];
    case 'trials':
    case 'augmentations':
    case 'medications':
    case 'consents':
      throw new Error(`a condition on the rows of ${question.key} cannot be exported`);
    default:
      return [question.key];
  }
};

const exists = (question: Question, answerBoolean: boolean): readonly EnableWhen[] =>
  linksOf(question).map((link) => ({ question: link, operator: 'exists', answerBoolean }));

const equals = (
  question: Question,
  value: string | number | null,
  context: FormContext,
): readonly EnableWhen[] => {
  if (value === null) return exists(question, false);
  const comparisons = linksOf(question).flatMap((link, index) =>
    codedAnswers(question, context.locations, index)
      .filter((answer) => answer.value === value)
      .map((answer) => isAnswer(link, answer)),
  );
  if (comparisons.length === 0) throw new Error(`${question.key} has no option ${value}`);
  return comparisons;
};

const above = (question: Question, limit: number, context: FormContext): readonly EnableWhen[] =>
  linksOf(question).flatMap((link, index): readonly EnableWhen[] => {
    const coded = codedAnswers(question, context.locations, index);
    if (coded.length > 0)
      return coded.filter(({ value }) => Number(value) > limit).map((answer) => isAnswer(link, answer));
    const whole = question.kind === 'items' || (question.kind === 'number' && question.whole);
    return [
      { question: link, operator: '>', ...(whole ? { answerInteger: limit } : { answerDecimal: limit }) },
    ];
  });

/** The comparison that holds when this answer was chosen. */
export const isAnswer = (link: string, { system, code, display }: CodedAnswer): EnableWhen => ({
  question: link,
  operator: '=',
  answerCoding: { system, code, display: display.en },
});

/**
 * An item that is enabled when all clauses hold. What does not fit on the item itself stands on groups around it,
 * named `<linkId>.if`.
 */
export function enabledWhen(item: QuestionnaireItem, clauses: readonly Clause[]): QuestionnaireItem {
  const [first, ...others] = clauses;
  if (!first) return item;
  const comparisons = clauses.flatMap((clause) =>
    'any' in clause && clause.any.length === 1 ? clause.any : [],
  );
  if (comparisons.length === clauses.length) return { ...item, ...behaving(comparisons, 'all') };
  if (others.length > 0)
    return enabledWhen({ linkId: `${item.linkId}.if`, type: 'group', item: [enabledWhen(item, others)] }, [
      first,
    ]);
  if ('any' in first) return { ...item, ...behaving(first.any, 'any') };
  return {
    ...item,
    extension: [
      ...(item.extension ?? []),
      {
        url: extensions.enableWhenExpression,
        valueExpression: { language: 'text/fhirpath', expression: first.expression },
      },
    ],
  };
}

const behaving = (enableWhen: readonly EnableWhen[], enableBehavior: 'all' | 'any') => ({
  enableWhen,
  ...(enableWhen.length > 1 && { enableBehavior }),
});
