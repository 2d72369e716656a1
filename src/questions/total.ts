/** The total of an instrument. Where items are blank it is known only as a range; both ends are inclusive. */
export interface Range {
  readonly min: number;
  readonly max: number;
}

/** A band of totals and its name, from its lowest total to its highest. */
export interface Band<Name extends string = string> extends Range {
  readonly name: Name;
}

/** What is stored of an instrument: a number for each item, `null` for a blank one; absent: all blank. */
export type ItemAnswers = readonly (number | null)[] | undefined;

/** The answer to one item, counted from 0; `undefined` where it is blank. */
export function itemAt(items: ItemAnswers, index: number): number | undefined {
  const value: unknown = Array.isArray(items) ? items[index] : undefined;
  return typeof value === 'number' ? value : undefined;
}

/** How many of the instrument's items are blank. */
export function blanksIn(items: ItemAnswers, count: number): number {
  let blanks = 0;
  for (let index = 0; index < count; index++) if (itemAt(items, index) === undefined) blanks++;
  return blanks;
}

/**
 * The total of `count` items of 0 to `highest` each. A blank item adds nothing to the least and the most to the
 * most: nothing is imputed. Source: N-PHQ, L-GAD; the range in place of a score is GK.
 *
 * @example total([2, null], 2, 3) // { min: 2, max: 5 }
 */
export function total(items: ItemAnswers, count: number, highest: number): Range {
  let min = 0;
  let max = 0;
  for (let index = 0; index < count; index++) {
    const value = itemAt(items, index);
    min += value ?? 0;
    max += value ?? highest;
  }
  return { min, max };
}

/** The name of the band in which both ends of a range lie, if there is one. */
export function bandOf<Name extends string>(range: Range, bands: readonly Band<Name>[]): Name | undefined {
  return bands.find((band) => range.min >= band.min && range.max <= band.max)?.name;
}
