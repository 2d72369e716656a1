import { type Band, bandOf, type ItemAnswers, type Range, total } from '../../questions/total.ts';

export type Gad7Band = 'minimal' | 'mild' | 'moderate' | 'severe';

export interface Gad7Score extends Range {
  /** Only where both ends of the range lie in it. */
  readonly band: Gad7Band | undefined;
}

/** Source: L-GAD. A total of 10 or more has a sensitivity of 89 % and a specificity of 82 % for GAD. */
export const gad7Bands: readonly Band<Gad7Band>[] = [
  { name: 'minimal', min: 0, max: 4 },
  { name: 'mild', min: 5, max: 9 },
  { name: 'moderate', min: 10, max: 14 },
  { name: 'severe', min: 15, max: 21 },
];

export const GAD7_ITEMS = 7;

/**
 * GAD-7 total, 0–21, over the past two weeks.
 *
 * @example gad7Score([2, 1, 2, 1, 1, 1, 1]) // { min: 9, max: 9, band: 'mild' }
 */
export function gad7Score(items: ItemAnswers): Gad7Score {
  const range = total(items, GAD7_ITEMS, 3);
  return { ...range, band: bandOf(range, gad7Bands) };
}
