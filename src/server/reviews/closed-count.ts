import type { Clock } from '../../lib/clock.ts';

/** What retention takes away is missed in the number of closed cases for so long. */
const COUNT_AGAIN_MS = 60_000;
/** To go through a million cases takes a while: then the number may be older, and others do not wait for it each time. */
const LONG_MS = 50;
const SHARE_OF_TIME = 20;
/** Filters that somebody has asked by. */
const MOST_KEPT = 200;

interface Counted {
  readonly cases: number;
  readonly at: number;
  readonly took: number;
  /** What was open then: whatever is closed or opened again was, or is, among it. It is long, and not held for this. */
  readonly open: WeakRef<object>;
}

/** How many closed cases there are, by filter. Counted again when anything that is open has changed. */
export const createClosedCount = (clock: Clock) => {
  const kept = new Map<string, Counted>();
  const time = () => clock.now().getTime();
  return async (filter: string, open: object, count: () => Promise<number>): Promise<number> => {
    const known = kept.get(filter);
    if (known !== undefined && isGood(known, open, time())) return known.cases;
    const begun = time();
    const cases = await count();
    const at = time();
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(filter, { cases, at, took: at - begun, open: new WeakRef(open) });
    return cases;
  };
};

const isGood = ({ at, took, open }: Counted, openNow: object, now: number): boolean =>
  now - at < (took < LONG_MS ? 0 : took * SHARE_OF_TIME) ||
  (open.deref() === openNow && now - at < COUNT_AGAIN_MS);
