/**
 * A reader of enableWhen that knows R4's text and nothing of our code: it sees the exported JSON alone.
 * Per R4, an item is enabled if its comparisons hold (any or all) and so is every item around it; an answer to an
 * item that is not enabled does not exist; a comparison holds if any of the answers fits.
 */
import { evalFhirPath } from '@medplum/core';

interface Coding {
  readonly system?: string;
  readonly code?: string;
}
interface Comparison {
  readonly question: string;
  readonly operator: string;
  readonly answerBoolean?: boolean;
  readonly answerCoding?: Coding;
  readonly answerInteger?: number;
}
export interface Item {
  readonly linkId: string;
  readonly type: string;
  readonly enableWhen?: readonly Comparison[];
  readonly enableBehavior?: string;
  readonly extension?: readonly {
    readonly url: string;
    readonly valueExpression?: { readonly expression: string };
  }[];
  readonly answerOption?: readonly { readonly valueCoding: Coding }[];
  readonly item?: readonly Item[];
}

export type FhirAnswer =
  | { readonly valueCoding: Coding }
  | { readonly valueInteger: number }
  | { readonly valueString: string };
/** What somebody gave, by item, whether or not the item is enabled. */
export type Given = ReadonlyMap<string, readonly FhirAnswer[]>;

const EXPRESSION = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-enableWhenExpression';

/** The items that are enabled. `expressions: false` is a reader that knows R4 and no extension of it. */
export function enabledItems(
  items: readonly Item[],
  given: Given,
  { expressions = true }: { readonly expressions?: boolean } = {},
): ReadonlySet<string> {
  const enabled = new Set<string>();
  const standing = (link: string) => (enabled.has(link) ? (given.get(link) ?? []) : []);
  /** What stands so far, in the shape of the form. */
  const response = (below: readonly Item[]): readonly object[] =>
    below.flatMap(({ linkId, item = [] }) => {
      if (!enabled.has(linkId)) return [];
      const answer = standing(linkId);
      const inside = response(item);
      if (answer.length + inside.length === 0) return [];
      return [{ linkId, ...(answer.length > 0 && { answer }), ...(inside.length > 0 && { item: inside }) }];
    });
  const visit = (item: Item): void => {
    const comparisons = item.enableWhen ?? [];
    const results = comparisons.map((comparison) => holds(comparison, standing(comparison.question)));
    const fits =
      results.length === 0 ||
      (item.enableBehavior === 'all' ? results.every(Boolean) : results.some(Boolean));
    const expression = item.extension?.find(({ url }) => url === EXPRESSION)?.valueExpression?.expression;
    if (
      !fits ||
      (expressions &&
        expression &&
        !isTrue(expression, { resourceType: 'QuestionnaireResponse', item: response(items) }))
    )
      return;
    enabled.add(item.linkId);
    for (const below of item.item ?? []) visit(below);
  };
  for (const item of items) visit(item);
  return enabled;
}

function holds(comparison: Comparison, answers: readonly FhirAnswer[]): boolean {
  const { operator, answerBoolean, answerCoding, answerInteger } = comparison;
  if (operator === 'exists') return answers.length > 0 === answerBoolean;
  return answers.some((answer) => {
    if ('valueCoding' in answer && operator === '=' && answerCoding)
      return (
        answer.valueCoding.system === answerCoding.system && answer.valueCoding.code === answerCoding.code
      );
    if ('valueInteger' in answer && operator === '>' && answerInteger !== undefined)
      return answer.valueInteger > answerInteger;
    throw new Error(`${comparison.question} ${operator} cannot be compared`);
  });
}

const isTrue = (expression: string, resource: object): boolean => {
  const [result] = evalFhirPath(expression, resource, {
    '%resource': { type: 'QuestionnaireResponse', value: resource },
  });
  return result === true;
};

/** Every item of a form, in its order. */
export const flat = (items: readonly Item[]): readonly Item[] =>
  items.flatMap((item) => [item, ...flat(item.item ?? [])]);
