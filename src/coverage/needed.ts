import type { Tri } from '../screening/tri.ts';
import type { Needed } from './pack.ts';

/**
 * A number against what a payer needs. Of "4 to 6", below 4 is too little, 6 is enough, and between them it cannot be
 * told; so is a number that was not given.
 *
 * @example enough(5, { from: 4, to: 6 }) // 'unknown'
 */
export function enough(given: unknown, needed: Needed): Tri {
  if (typeof given !== 'number' || Number.isNaN(given)) return 'unknown';
  if (given < leastOf(needed)) return 'absent';
  return given >= mostOf(needed) ? 'present' : 'unknown';
}

/** The same for a count known as a range. */
export function enoughOf(counted: { readonly min: number; readonly max: number }, needed: Needed): Tri {
  if (counted.max < leastOf(needed)) return 'absent';
  return counted.min >= mostOf(needed) ? 'present' : 'unknown';
}

const leastOf = (needed: Needed): number => (typeof needed === 'number' ? needed : needed.from);
const mostOf = (needed: Needed): number => (typeof needed === 'number' ? needed : needed.to);

/** `6`, `4 to 6`. */
export const neededText = (needed: Needed): string =>
  typeof needed === 'number' ? `${needed}` : `${needed.from} to ${needed.to}`;
