import type { Dependencies } from '../dependencies.ts';
import { countOneMore, readCounts } from '../edge/counts.repository.ts';
import { tooMany } from '../edge/problem.ts';

/**
 * How often a wrong code may be tried. The code has 80 bits, so this is no lock: it keeps the noise down. It counts
 * wrong tries alone and for an id only together with an address, so that nobody can keep the owner out of a draft.
 */
export interface GuessLimit {
  /** Rejects when this address has guessed too often. */
  check(address: string, id: string): Promise<void>;
  wrong(address: string, id: string): Promise<void>;
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
 * address. Where the store cannot be written, or what room it has is kept for alerts, its own count decides.
 *
 * @param door what is guessed at: each has counts of its own
 */
export const createGuessLimit = (needs: Needs, door: string): GuessLimit => {
  const { clock, log, store } = needs;
  const here = countHere();
  const now = () => clock.now().getTime();
  const nameOf = ({ parts }: Counted) => needs.vault.indexes.of('address', 'guessing', door, ...parts);

  const inStore = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    if (store.health.state() !== 'well') return undefined;
    return work().catch((error: unknown) => {
      log.warn({ err: error }, 'wrong codes are counted by this process alone');
      return undefined;
    });
  };

  return {
    check: async (address, id) => {
      const counted = countedOf(address, id);
      const at = now();
      for (const one of counted) refuseOver(one, here.of(one, at), at);
      const together = await inStore(() => readCounts(store.db(), counted.map(nameOf), at));
      for (const one of counted) refuseOver(one, together?.get(nameOf(one)), at);
    },
    wrong: async (address, id) => {
      const counted = countedOf(address, id);
      const window = { now: now(), ms: WINDOW_MS };
      for (const one of counted) here.note(one, window.now);
      await inStore(() =>
        store.inTransaction(async (tx) => {
          for (const one of counted) await countOneMore(tx, nameOf(one), window);
        }),
      );
    },
  };
};

type Needs = Pick<Dependencies, 'store' | 'vault' | 'clock' | 'log'>;

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
