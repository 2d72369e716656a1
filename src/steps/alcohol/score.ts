import { blanksIn, type ItemAnswers, itemAt, type Range, total } from '../../questions/total.ts';

export const AUDITC_ITEMS = 3;

/** Item 1 "Never": the other two are not asked and count as 0, whatever is stored. */
const neverDrinks = (items: ItemAnswers): boolean => itemAt(items, 0) === 0;

/**
 * AUDIT-C total, 0–12, over the past year, in US drinks of 14 g. Source: L-KTC, L-AUD.
 *
 * @example auditcScore([0, null, null]) // { min: 0, max: 0 }
 */
export const auditcScore = (items: ItemAnswers): Range =>
  neverDrinks(items) ? { min: 0, max: 0 } : total(items, AUDITC_ITEMS, 4);

/** How many items are blank; those that "Never" skips are not. */
export const auditcBlanks = (items: ItemAnswers): number =>
  neverDrinks(items) ? 0 : blanksIn(items, AUDITC_ITEMS);
