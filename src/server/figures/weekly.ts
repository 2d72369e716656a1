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

/** Of one week. */
interface Basket {
  readonly received: number;
  /** Minutes, the shortest first. */
  readonly read: Int32Array;
  readonly decided: Int32Array;
  readonly urgent: Int32Array;
  readonly sameDay: Int32Array;
  readonly reached: number;
  readonly inTime: number;
  open: number;
}

const nobody = new Int32Array();

/** The figures of each week and of all of them together. */
export const weeklyFigures = ({ weeks, times, tallies, waiting }: Counted): Figures => {
  const came = new Map(times.map((one) => [one.monday, one]));
  const baskets = weeks.map(({ monday }): Basket => {
    const { received = 0, read = nobody, decided = nobody } = came.get(monday) ?? {};
    const { reached } = tallies.get(monday) ?? nothingYet;
    const minutesOf = (isUrgent: boolean) =>
      Int32Array.from(
        reached.filter(({ level }) => (level === 'urgent') === isUrgent).map(({ minutes }) => minutes),
      ).sort();
    return {
      received,
      read,
      decided,
      urgent: minutesOf(true),
      sameDay: minutesOf(false),
      reached: reached.length,
      inTime: reached.filter(({ inTime }) => inTime).length,
      open: 0,
    };
  });
  const starts = weeks.map(({ from }) => from.getTime());
  for (const since of waiting) {
    const basket = baskets[weekOf(starts, Date.parse(since))];
    if (basket !== undefined) basket.open += 1;
  }

  return {
    weeks: weeks.map(({ monday }, index) => ({ monday, ...sumsOf(baskets.slice(index, index + 1)) })),
    whole: sumsOf(baskets),
    decisions: decisionsOf(weeks.map(({ monday }) => tallies.get(monday) ?? nothingYet)),
  };
};

/** The last week that had begun; -1 before the first. */
const weekOf = (starts: readonly number[], at: number): number => upTo(starts, at) - 1;

/** How many are at most so much, in a list that goes up. */
const upTo = (list: ArrayLike<number>, most: number): number => {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? most) <= most) low = middle + 1;
    else high = middle;
  }
  return low;
};

const sumsOf = (baskets: readonly Basket[]): FigureSums => {
  const sum = (of: (basket: Basket) => number) => baskets.reduce((before, basket) => before + of(basket), 0);
  const open = sum((basket) => basket.open);
  const reached = sum((basket) => basket.reached);
  return {
    received: sum(({ received }) => received),
    read: tookOf(baskets.map(({ read }) => read)),
    decided: tookOf(baskets.map(({ decided }) => decided)),
    safety: {
      items: open + reached,
      open,
      reached,
      inTime: sum(({ inTime }) => inTime),
      urgent: tookOf(baskets.map(({ urgent }) => urgent)),
      sameDay: tookOf(baskets.map(({ sameDay }) => sameDay)),
    },
  };
};

/** Each is one that really happened: no mean of two, nothing in between. @param weeks each with the shortest first */
const tookOf = (weeks: readonly Int32Array[]): Took | null => {
  const many = weeks.reduce((before, { length }) => before + length, 0);
  if (many === 0) return null;
  const shortest = Math.min(...weeks.map((minutes) => minutes[0] ?? Number.POSITIVE_INFINITY));
  const longest = Math.max(...weeks.map((minutes) => minutes.at(-1) ?? Number.NEGATIVE_INFINITY));
  /** The shortest time within which so large a share of them was done: no week is put together with another. */
  const within = (share: number): number => {
    const wanted = Math.ceil(share * many);
    let [low, high] = [shortest, longest];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      const done = weeks.reduce((before, minutes) => before + upTo(minutes, middle), 0);
      if (done >= wanted) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  return { many, median: within(0.5), p90: within(0.9), longest };
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
