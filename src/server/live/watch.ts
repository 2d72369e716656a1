import { setTimeout as pause } from 'node:timers/promises';
import type { Dependencies } from '../dependencies.ts';
import { type Change, changesSince } from './changes.repository.ts';

/** Hears the ids of cases and alerts that have changed. */
export type Listener = (ids: readonly string[]) => void;

export interface Watch {
  /** Hears of every change from now on. @returns how to stop listening */
  listen(listener: Listener): Promise<() => void>;
  /** Looks once; the timer does it while anybody listens. */
  look(): Promise<void>;
}

const EVERY_MS = 1_000;
/** Processes need not have the same time to the second, nor a long transaction be seen at once. */
const WINDOW_MS = 10 * 60_000;

/**
 * Finds out what has changed by asking the store, once a second and only while somebody listens: a write of another
 * process, or of a command, is seen like one of our own. It reads ids, versions and times, nothing that is sealed.
 */
export const createWatch = ({ store, clock, log }: Pick<Dependencies, 'store' | 'clock' | 'log'>): Watch => {
  const listeners = new Set<Listener>();
  let seen: ReadonlyMap<string, string> | undefined;

  const look = async () => {
    const found = await changesSince(store.db(), clock.now().getTime() - WINDOW_MS);
    const before = seen;
    seen = new Map(found.map((change) => [change.id, markOf(change)]));
    if (before === undefined) return;
    const news = new Set(
      found
        .filter((change) => before.get(change.id) !== markOf(change))
        .flatMap(({ id, caseId }) => (caseId === null ? [id] : [id, caseId])),
    );
    if (news.size > 0) for (const listener of listeners) listener([...news]);
  };

  let isWatching = false;
  const watch = async () => {
    if (isWatching) return;
    isWatching = true;
    while (listeners.size > 0) {
      await look().catch((error: unknown) =>
        log.error({ err: error }, 'changes of the queue cannot be read'),
      );
      await pause(EVERY_MS, undefined, { ref: false });
    }
    isWatching = false;
    seen = undefined;
  };

  return {
    look,
    listen: async (listener) => {
      if (seen === undefined) await look();
      listeners.add(listener);
      void watch();
      return () => listeners.delete(listener);
    },
  };
};

/** A note makes no new version of a case, and yet whoever has it open is to see it. */
const markOf = ({ version, updatedAt }: Change): string => `${version} ${updatedAt}`;
