import { blanksIn, type ItemAnswers, total } from '../../questions/total.ts';

export const PEG_ITEMS = 3;

/**
 * PEG: the mean of pain, enjoyment and activity over the past week, 0–10, to one decimal. Any blank: no score.
 * Source: L-PEG, L-KTC.
 *
 * @example pegScore([8, 7, 8]) // 7.7
 */
export function pegScore(items: ItemAnswers): number | undefined {
  if (blanksIn(items, PEG_ITEMS) > 0) return undefined;
  return Math.round((total(items, PEG_ITEMS, 10).min * 10) / PEG_ITEMS) / 10;
}
