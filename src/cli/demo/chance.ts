/** A row of numbers that looks like chance and is the same for the same seed. */
export interface Chance {
  /** From 0 to below 1. */
  next(): number;
  /** A whole number from `least` to `most`. */
  between(least: number, most: number): number;
  /** True in this share of cases. */
  happens(share: number): boolean;
  oneOf<const T>(choices: readonly [T, ...T[]]): T;
}

/** Mulberry32: small, fast, even enough for invented people; never for a secret. */
export const chanceFrom = (seed: number): Chance => {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    between,
    happens: (share) => next() < share,
    oneOf: (choices) => choices[between(0, choices.length - 1)] ?? choices[0],
  };
};
