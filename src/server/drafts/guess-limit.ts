import type { Clock } from '../../lib/clock.ts';
import { tooMany } from '../edge/problem.ts';

/**
 * How often a wrong code may be tried. The code has 80 bits, so this is no lock: it keeps the noise down. It counts
 * wrong tries alone and for an id only together with an address, so that nobody can keep the owner out of a draft.
 */
export interface GuessLimit {
  /** Throws when this address has guessed too often. */
  check(address: string, id: string): void;
  wrong(address: string, id: string): void;
}

const WINDOW_MS = 15 * 60_000;
const PER_DRAFT = 10;
/** A clinic's or a carrier's address stands for many people. */
const PER_ADDRESS = 100;
const MOST_KEPT = 20_000;

export const createGuessLimit = (clock: Clock): GuessLimit => {
  const counts = new Map<string, { wrong: number; until: number }>();

  const fresh = (key: string, now: number) => {
    const count = counts.get(key);
    return count !== undefined && count.until > now ? count : undefined;
  };

  const note = (key: string, now: number) => {
    const count = fresh(key, now) ?? { wrong: 0, until: now + WINDOW_MS };
    counts.delete(key);
    counts.set(key, { wrong: count.wrong + 1, until: count.until });
    // The map keeps the order of insertion: the longest quiet goes first.
    const [oldest] = counts.keys();
    if (counts.size > MOST_KEPT && oldest !== undefined) counts.delete(oldest);
  };

  const refuse = (key: string, most: number, now: number) => {
    const count = fresh(key, now);
    if (count !== undefined && count.wrong >= most) throw tooMany(Math.ceil((count.until - now) / 1_000));
  };

  const now = () => clock.now().getTime();
  return {
    check: (address, id) => {
      refuse(address, PER_ADDRESS, now());
      refuse(`${address} ${id}`, PER_DRAFT, now());
    },
    wrong: (address, id) => {
      note(address, now());
      note(`${address} ${id}`, now());
    },
  };
};
