import { type ItemAnswers, type Range, total } from '../../questions/total.ts';

export type CutResult = 'positive' | 'negative';

export interface Pcptsd5Score extends Range {
  /** At 3 or more (sensitive) and at 4 or more (efficient, misses many women); absent where blanks leave it open. */
  readonly atThree: CutResult | undefined;
  readonly atFour: CutResult | undefined;
}

export const PCPTSD5_ITEMS = 5;

/**
 * PC-PTSD-5: the number of yes, 0–5, over the past month, against both cut points. Only for somebody who has
 * answered yes to the opening question. Source: L-PTSD.
 *
 * @example pcptsd5Score([1, 1, 1, 0, 0]) // { min: 3, max: 3, atThree: 'positive', atFour: 'negative' }
 */
export function pcptsd5Score(items: ItemAnswers): Pcptsd5Score {
  const range = total(items, PCPTSD5_ITEMS, 1);
  return { ...range, atThree: against(range, 3), atFour: against(range, 4) };
}

const against = ({ min, max }: Range, cut: number): CutResult | undefined => {
  if (min >= cut) return 'positive';
  return max < cut ? 'negative' : undefined;
};
