import { dayIn } from '../../lib/dates.ts';
import type { Settings } from '../../settings/settings.ts';
import type { Retention } from '../../submission/administration-wire.ts';

/** What of a case says how long it is kept. */
export interface Kept {
  readonly status: string;
  readonly closed_at: number | null;
  readonly on_hold: number;
}

/**
 * When a case is purged (decision 22): so many years after it was closed. Never while it is open or on hold.
 *
 * @example purgeableFrom({ status: 'closed', closed_at: Date.UTC(2026, 0, 31), on_hold: 0 }, 7) // January 31, 2033
 */
export function purgeableFrom(kept: Kept, years: number | undefined): number | undefined {
  if (kept.status !== 'closed' || kept.on_hold !== 0) return undefined;
  if (years === undefined || kept.closed_at === null) return undefined;
  const until = new Date(kept.closed_at);
  until.setUTCFullYear(until.getUTCFullYear() + years);
  return until.getTime();
}

/** How many cases may be purged from which month on; those that are due already under `now`. */
export function casesKept(
  all: readonly Kept[],
  { retention: { submissionYears: years }, timeZone }: Pick<Settings, 'retention' | 'timeZone'>,
  now: Date,
): Retention['cases'] {
  const byMonth = new Map<string, number>();
  for (const kept of all) {
    const from = purgeableFrom(kept, years);
    if (from === undefined) continue;
    const month = from <= now.getTime() ? 'now' : dayIn(timeZone, new Date(from)).slice(0, 7);
    byMonth.set(month, (byMonth.get(month) ?? 0) + 1);
  }
  return {
    years: years ?? null,
    many: all.length,
    open: all.filter(({ status }) => status !== 'closed').length,
    onHold: all.filter(({ on_hold }) => on_hold !== 0).length,
    due: [...byMonth]
      .map(([month, many]) => ({ month, many }))
      .sort((one, other) =>
        one.month === 'now' ? -1 : other.month === 'now' ? 1 : one.month < other.month ? -1 : 1,
      ),
  };
}
