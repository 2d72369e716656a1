import { type Band, bandOf, type ItemAnswers, itemAt, type Range, total } from '../../questions/total.ts';

export type Phq9Band = 'minimal' | 'mild' | 'moderate' | 'moderatelySevere' | 'severe';

export interface Phq9Score extends Range {
  /** Only where both ends of the range lie in it. */
  readonly band: Phq9Band | undefined;
}

/** Source: N-PHQ. */
export const phq9Bands: readonly Band<Phq9Band>[] = [
  { name: 'minimal', min: 0, max: 4 },
  { name: 'mild', min: 5, max: 9 },
  { name: 'moderate', min: 10, max: 14 },
  { name: 'moderatelySevere', min: 15, max: 19 },
  { name: 'severe', min: 20, max: 27 },
];

/** A total from which a current depressive episode is likely: sensitivity 74 %, specificity 91 %. Source: N-PHQ. */
export const phq9Cut = 10;

export const PHQ9_ITEMS = 9;

/**
 * PHQ-9 total, 0–27, over the past two weeks.
 *
 * @example phq9Score([2, 2, 2, 2, 2, 2, 2, 3, 0]) // { min: 17, max: 17, band: 'moderatelySevere' }
 */
export function phq9Score(items: ItemAnswers): Phq9Score {
  const range = total(items, PHQ9_ITEMS, 3);
  return { ...range, band: bandOf(range, phq9Bands) };
}

/** Item 9, thoughts of being better off dead or of hurting oneself: 0–3, `undefined` if blank. */
export const phq9Item9 = (items: ItemAnswers): number | undefined => itemAt(items, 8);
