import type { Week } from '../../lib/weeks.ts';
import type { FigureSums, Figures, Took } from '../../submission/figures-wire.ts';
import type { WeekTimes } from './figures.repository.ts';
import { nothingYet, type Tally } from './tally.ts';

/** What the figures are made from. */
export interface Counted {
  readonly weeks: readonly Week[];
  /** Of the weeks in which something came. */
  readonly times: readonly WeekTimes[];
  /** By the Monday of their week. */
  readonly tallies: ReadonlyMap<string, Tally>;
  /** Since when each of those waits who must still be called; ISO instants. */
  readonly waiting: readonly string[];
}

/** Of one week, while it is counted. */
interface Basket {
  readonly received: number;
  readonly read: readonly number[];
  readonly decided: readonly number[];
  readonly urgent: number[];
  readonly sameDay: number[];
  inTime: number;
  open: number;
}

/** The figures of each week and of all of them together. */
export const weeklyFigures = ({ weeks, times, tallies, waiting }: Counted): Figures => {
  const came = new Map(times.map((one) => [one.monday, one]));
  const baskets = weeks.map(({ monday }): Basket => {
    const { received = 0, read = [], decided = [] } = came.get(monday) ?? {};
    return { received, read, decided, urgent: [], sameDay: [], inTime: 0, open: 0 };
  });
  const starts = weeks.map(({ from }) => from.getTime());
  const basketAt = (at: number): Basket | undefined => baskets[weekOf(starts, at)];

  for (const since of waiting) {
    const basket = basketAt(Date.parse(since));
    if (basket !== undefined) basket.open += 1;
  }
  weeks.forEach(({ monday }, index) => {
    const basket = baskets[index];
    if (basket === undefined) return;
    for (const { level, minutes, inTime } of (tallies.get(monday) ?? nothingYet).reached) {
      (level === 'urgent' ? basket.urgent : basket.sameDay).push(minutes);
      if (inTime) basket.inTime += 1;
    }
  });

  return {
    weeks: weeks.map(({ monday }, index) => ({ monday, ...sumsOf(baskets.slice(index, index + 1)) })),
    whole: sumsOf(baskets),
    decisions: decisionsOf(weeks.map(({ monday }) => tallies.get(monday) ?? nothingYet)),
  };
};

/** The last week that had begun; -1 before the first. */
const weekOf = (starts: readonly number[], at: number): number => {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? at) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
};

const sumsOf = (baskets: readonly Basket[]): FigureSums => {
  const sum = (of: (basket: Basket) => number) => baskets.reduce((before, basket) => before + of(basket), 0);
  const open = sum((basket) => basket.open);
  const reached = sum(({ urgent, sameDay }) => urgent.length + sameDay.length);
  return {
    received: sum(({ received }) => received),
    read: tookOf(baskets.flatMap(({ read }) => read)),
    decided: tookOf(baskets.flatMap(({ decided }) => decided)),
    safety: {
      items: open + reached,
      open,
      reached,
      inTime: sum(({ inTime }) => inTime),
      urgent: tookOf(baskets.flatMap(({ urgent }) => urgent)),
      sameDay: tookOf(baskets.flatMap(({ sameDay }) => sameDay)),
    },
  };
};

/** Each is one that really happened: no mean of two, nothing in between. */
const tookOf = (minutes: readonly number[]): Took | null => {
  if (minutes.length === 0) return null;
  const sorted = Int32Array.from(minutes).sort();
  const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
  return { many: sorted.length, median: at(0.5), p90: at(0.9), longest: at(1) };
};

const byFrequency = (one: { readonly many: number }, other: { readonly many: number }) =>
  other.many - one.many;

const decisionsOf = (tallies: readonly Tally[]): Figures['decisions'] => {
  const counted = new Map<Tally['decisions'][number]['kind'], Map<string, number>>();
  for (const { kind, reason, many } of tallies.flatMap(({ decisions }) => decisions)) {
    const reasons = counted.get(kind) ?? new Map<string, number>();
    reasons.set(reason, (reasons.get(reason) ?? 0) + many);
    counted.set(kind, reasons);
  }
  return [...counted]
    .map(([kind, reasons]) => ({
      kind,
      many: [...reasons.values()].reduce((sum, many) => sum + many, 0),
      reasons: [...reasons].map(([reason, many]) => ({ reason, many })).sort(byFrequency),
    }))
    .sort(byFrequency);
};
