/** The value below which so large a part of the sorted values lies. */
export const percentile = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;

export const median = (values: readonly number[]): number =>
  percentile(
    [...values].sort((one, other) => one - other),
    0.5,
  );

export const whole = (count: number): string => Math.round(count).toLocaleString('en-US');
export const inMs = (ms: number): string => `${ms < 10 ? ms.toFixed(1) : whole(ms)} ms`;
export const times = (ratio: number): string => `${ratio.toFixed(2)}×`;
export const inMiB = (mib: number): string => `${whole(mib)} MiB`;
