/**
 * How long to wait before the next try: twice as long each time up to a limit, of which a random half is taken off,
 * so that many browsers do not come back in the same second.
 *
 * @param tries how many have failed in a row, from 1
 * @param random from 0 to 1, handed in
 * @returns milliseconds
 * @example backOff(3, () => 1, { firstMs: 1000, mostMs: 60_000 }) // 4000
 */
export function backOff(
  tries: number,
  random: () => number,
  { firstMs, mostMs }: { readonly firstMs: number; readonly mostMs: number },
): number {
  const whole = Math.min(mostMs, firstMs * 2 ** Math.max(0, tries - 1));
  return Math.round(whole * (0.5 + random() / 2));
}
