import type { Queries } from '../db/transaction.ts';
import type { RecordKey, WrappedRecordKey } from '../keys/envelope.ts';
import { findRecordKeys } from '../keys/record-keys.repository.ts';

/** A row as it lies in the store: what it is of, and whether it has changed since. */
export interface Head {
  readonly id: string;
  readonly version: number;
}

/** One row, opened; or that it could not be, which must be seen and must not hide the others. */
export type Opened<T> = { readonly kind: 'opened'; readonly value: T } | { readonly kind: 'unreadable' };

export interface HeldOpen<T> {
  /** What these rows hold: opens what is new or has changed. */
  of(db: Queries, heads: readonly Head[]): Promise<Looked<T>>;
}

export interface Looked<T> {
  readonly contents: ReadonlyMap<string, Opened<T>>;
  /** To be called after the commit: what a failed transaction had seen must not stay. Forgets rows that are gone. */
  keep(): void;
}

/**
 * Open cases lie decrypted in memory, so that a list is read and searched without opening thousands of rows each time.
 * The rows' versions are asked of the store each time: another process that changes one makes nothing stale here.
 */
export const holdOpen = <Row extends Head, T>(needs: {
  readonly load: (db: Queries, ids: readonly string[]) => Promise<readonly Row[]>;
  readonly unwrap: (wrapped: WrappedRecordKey) => RecordKey;
  readonly open: (key: RecordKey, row: Row) => T;
  readonly onUnreadable: (id: string, error: unknown) => void;
}): HeldOpen<T> => {
  let held: ReadonlyMap<string, Held<T>> = new Map();

  const openRow = (row: Row, wrapped: WrappedRecordKey | undefined): Opened<T> => {
    try {
      if (wrapped === undefined) throw new Error('The key of this record is gone.');
      return { kind: 'opened', value: needs.open(needs.unwrap(wrapped), row) };
    } catch (error) {
      needs.onUnreadable(row.id, error);
      return { kind: 'unreadable' };
    }
  };

  return {
    of: async (db, heads) => {
      const changed = heads
        .filter(({ id, version }) => held.get(id)?.version !== version)
        .map(({ id }) => id);
      const fresh = new Map<string, Held<T>>();
      // A few at a time: what is sealed is far longer than what is kept of it.
      for (let from = 0; from < changed.length; from += AT_ONCE) {
        const ids = changed.slice(from, from + AT_ONCE);
        const rows = await needs.load(db, ids);
        const keys = await findRecordKeys(db, ids);
        for (const row of rows)
          fresh.set(row.id, { version: row.version, content: openRow(row, keys.get(row.id)) });
      }
      const now = new Map<string, Held<T>>();
      for (const { id } of heads) {
        const entry = fresh.get(id) ?? held.get(id);
        if (entry !== undefined) now.set(id, entry);
      }
      return {
        contents: new Map([...now].map(([id, { content }]) => [id, content])),
        keep: () => {
          held = now;
        },
      };
    },
  };
};

const AT_ONCE = 200;

interface Held<T> {
  readonly version: number;
  readonly content: Opened<T>;
}
