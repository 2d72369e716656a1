import { oneAtATime } from '../db/one-at-a-time.repository.ts';
import type { Work } from '../db/transaction.ts';
import type { Dependencies } from '../dependencies.ts';
import { countOneMore, readCounts } from '../edge/counts.repository.ts';
import { notFound, tooMany } from '../edge/problem.ts';

/**
 * How often a wrong code may be tried. The code has 80 bits, so this is no lock: it keeps the noise down. It counts
 * wrong tries alone and for an id only together with an address, so that nobody can keep the owner out of a draft.
 */
export interface GuessLimit {
  /**
   * Compares in one transaction with the count, so that of many guesses at the same moment no more are compared than
   * may be wrong. A guess that finds nothing is a wrong one: it counts, and "not found" is all that is told.
   */
  guarded<T>(address: string, id: string, guess: Work<T | undefined>): Promise<T>;
}

const WINDOW_MS = 15 * 60_000;
const PER_DRAFT = 10;
/** A clinic's or a carrier's address stands for many people. */
const PER_ADDRESS = 100;

/** One that was counted: by whom, and how many wrong tries are too many. */
interface Counted {
  readonly parts: readonly string[];
  readonly most: number;
}

const countedOf = (address: string, id: string): readonly Counted[] => [
  { parts: [address], most: PER_ADDRESS },
  { parts: [address, id], most: PER_DRAFT },
];

/**
 * Each process counts by itself, and in the store with all others, under names that nobody can read back into an
 * address. Where the store is failing, or what room it has is kept for alerts, its own count decides.
 *
 * @param door what is guessed at: each has counts of its own
 */
export const createGuessLimit = ({ clock, store, vault }: Needs, door: string): GuessLimit => {
  const here = countHere();
  const nameOf = ({ parts }: Counted) => vault.indexes.of('address', 'guessing', door, ...parts);

  return {
    guarded: async (address, id, guess) => {
      const counted = countedOf(address, id).map((one) => ({ ...one, name: nameOf(one) }));
      const now = clock.now().getTime();
      const refuseByOwnCount = () => {
        for (const one of counted) refuseOver(one, here.of(one, now), now);
      };
      refuseByOwnCount();
      const found = await store.inTransaction(async (tx) => {
        await oneAtATime(tx, `guesses of ${vault.indexes.of('address', address)}`);
        refuseByOwnCount();
        const isCountedTogether = store.health.state() === 'well';
        if (isCountedTogether) {
          const names = counted.map(({ name }) => name);
          const together = await readCounts(tx, names, now);
          for (const one of counted) refuseOver(one, together.get(one.name), now);
        }
        const right = await guess(tx);
        if (right !== undefined) return right;
        for (const one of counted) {
          here.note(one, now);
          if (isCountedTogether) await countOneMore(tx, one.name, { now, ms: WINDOW_MS });
        }
        return undefined;
      });
      if (found === undefined) throw notFound();
      return found;
    },
  };
};

type Needs = Pick<Dependencies, 'store' | 'vault' | 'clock'>;

interface Count {
  readonly many: number;
  readonly until: number;
}

const refuseOver = ({ most }: Counted, count: Count | undefined, now: number): void => {
  if (count !== undefined && count.many >= most) throw tooMany(Math.ceil((count.until - now) / 1_000));
};

const MOST_KEPT = 20_000;

const countHere = () => {
  const counts = new Map<string, Count>();
  const of = ({ parts }: Counted, now: number): Count | undefined => {
    const count = counts.get(parts.join(' '));
    return count !== undefined && count.until > now ? count : undefined;
  };
  return {
    of,
    note: (one: Counted, now: number): void => {
      const { many, until } = of(one, now) ?? { many: 0, until: now + WINDOW_MS };
      const name = one.parts.join(' ');
      counts.delete(name);
      counts.set(name, { many: many + 1, until });
      // The map keeps the order of insertion: the longest quiet goes first.
      const [oldest] = counts.keys();
      if (counts.size > MOST_KEPT && oldest !== undefined) counts.delete(oldest);
    },
  };
};
