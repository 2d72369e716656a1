import { createHash } from 'node:crypto';

/**
 * A portal asks for its list every few seconds. What the audit has to say is who saw what when: a list that shows the
 * same session nothing new is recorded again only after a while.
 */
export interface SeenLists {
  isNews(sessionHash: string, list: unknown, now: number): boolean;
  /** Called once it is recorded. */
  remember(sessionHash: string, list: unknown, now: number): void;
}

const AGAIN_AFTER_MS = 15 * 60_000;
const MOST_KEPT = 500;

export const createSeenLists = (): SeenLists => {
  const seen = new Map<string, { readonly mark: string; readonly at: number }>();
  return {
    isNews: (sessionHash, list, now) => {
      const last = seen.get(sessionHash);
      return last === undefined || last.mark !== markOf(list) || now - last.at >= AGAIN_AFTER_MS;
    },
    remember: (sessionHash, list, now) => {
      seen.delete(sessionHash);
      seen.set(sessionHash, { mark: markOf(list), at: now });
      const [oldest] = seen.keys();
      if (seen.size > MOST_KEPT && oldest !== undefined) seen.delete(oldest);
    },
  };
};

const markOf = (list: unknown): string =>
  createHash('sha256').update(JSON.stringify(list)).digest('base64url');
