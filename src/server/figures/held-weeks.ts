import type { Week } from '../../lib/weeks.ts';
import type { Tx } from '../db/transaction.ts';
import { listWeekStands, listWeekTimes, type WeekTimes } from './figures.repository.ts';

export interface HeldWeeks {
  /** The times of these weeks. `keep` is to be called after the commit. */
  of(tx: Tx, weeks: readonly Week[]): Promise<{ readonly times: readonly WeekTimes[]; keep(): void }>;
}

interface Held {
  readonly stand: string;
  readonly times: WeekTimes;
}

/** Weeks that are over hardly change: each is held as it was read last, and read again when its sums say so. */
export const holdWeeks = (): HeldWeeks => {
  let held: ReadonlyMap<string, Held> = new Map();
  return {
    of: async (tx, weeks) => {
      const stands = await listWeekStands(tx, weeks);
      const changed = weeks.filter(({ monday }) => stands.get(monday) !== held.get(monday)?.stand);
      const read = new Map((await listWeekTimes(tx, changed)).map((times) => [times.monday, times]));
      const now = new Map(
        [...stands].flatMap(([monday, stand]) => {
          const times = read.get(monday) ?? held.get(monday)?.times;
          return times === undefined ? [] : [[monday, { stand, times }] as const];
        }),
      );
      return {
        times: [...now.values()].map(({ times }) => times),
        // Those of a longer period stay: a year of them is small.
        keep: () => {
          held = new Map([...new Map([...held, ...now])].slice(-MOST_HELD));
        },
      };
    },
  };
};

/** More than a year. */
const MOST_HELD = 60;
