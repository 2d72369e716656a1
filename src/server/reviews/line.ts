import { dueAt } from '../../submission/escalation.ts';
import { byUrgency } from '../../submission/safety-level.ts';
import { type View, views } from '../../submission/staff-wire.ts';
import type { Cursor } from './cursor.ts';
import { type Filters, isShown, type Row } from './queue.ts';
import type { Showing } from './queue-items.ts';

/** Whose queue is looked at, and what of it. */
export interface Look {
  readonly userId: string;
  readonly filters: Filters;
}

/** All that is open, in the order of the queue; what every look asks of it is found without going through it again. */
export interface Line {
  readonly rows: readonly Row[];
  /** Those who must be called: they stand first. */
  readonly pressing: readonly Row[];
  has(id: string): boolean;
  /** At most so many rows of a view, from behind a place on. */
  page(view: OpenView, look: Look, after: Cursor | undefined, most: number): readonly Row[];
  counts(look: Look): Readonly<Record<OpenView, number>>;
  /** Who is past their limit, and taken by nobody. */
  late(showing: Pick<Showing, 'limits' | 'now'>): readonly Row[];
}

/** Every view but that of closed cases, which are not held. */
export type OpenView = Exclude<View, 'closed'>;

const openViews = views.filter((view) => view !== 'closed');

/** More than there are people at work at once, each with a filter. */
const MOST_COUNTED = 200;

/** @param rows in the order of the queue */
export const lineOf = (rows: readonly Row[]): Line => {
  const ids = new Set(rows.map(({ id }) => id));
  const urgentEnd = firstWhere(rows, ({ level }) => level !== 'urgent');
  const pressingEnd = firstWhere(rows, ({ level }) => level === 'none');
  const pressing = rows.slice(0, pressingEnd);
  const byLevel = [rows.slice(0, urgentEnd), rows.slice(urgentEnd, pressingEnd)];
  const counted = new Map<string, Readonly<Record<OpenView, number>>>();

  return {
    rows,
    pressing,
    has: (id) => ids.has(id),

    page: (view, { userId, filters }, after, most) => {
      const page: Row[] = [];
      const begin = after === undefined ? 0 : firstWhere(rows, (row) => byUrgency(row, after) > 0);
      for (let at = begin; at < rows.length && page.length < most; at += 1) {
        const row = rows[at];
        if (row !== undefined && isShown(view, row, userId, filters)) page.push(row);
      }
      return page;
    },

    counts: (look) => {
      const key = JSON.stringify([look.userId, look.filters]);
      const known = counted.get(key);
      if (known !== undefined) return known;
      const counts = { safety: 0, new: 0, mine: 0, waiting: 0, ready: 0 };
      for (const row of rows)
        for (const view of openViews) if (isShown(view, row, look.userId, look.filters)) counts[view] += 1;
      if (counted.size >= MOST_COUNTED) counted.clear();
      counted.set(key, counts);
      return counts;
    },

    // Of two at the same level, who has waited longer is due no later.
    late: ({ limits, now }) =>
      byLevel
        .flatMap((all) =>
          all.slice(
            0,
            firstWhere(all, (row) => dueAt(row, limits) > now),
          ),
        )
        .filter(({ isClaimed }) => !isClaimed),
  };
};

/** Where in a list the rows begin of which something holds; it holds of all behind them too. */
const firstWhere = (rows: readonly Row[], holds: (row: Row) => boolean): number => {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const row = rows[middle];
    if (row !== undefined && holds(row)) high = middle;
    else low = middle + 1;
  }
  return low;
};
