import type { Clock } from '../../lib/clock.ts';
import { failed, ok, type Result } from '../../lib/result.ts';
import type { Act, Actor } from '../audit/act.ts';
import type { AuditLog } from '../audit/audit-log.ts';
import type { Transactions } from '../db/transaction.ts';
import { CannotOpen, type WrappedRecordKey } from './envelope.ts';
import { makeKeyFiles, readKeyFiles, retireKeyFile } from './key-files.ts';
import { fingerprintOf, newestRoot, nextRoot } from './key-ring.ts';
import {
  beginRootKey,
  endRootKey,
  listRootKeys,
  readKeysToRewrap,
  replaceWrapping,
} from './root-keys.repository.ts';
import { readRootMarks } from './store-identity.repository.ts';
import type { OpenedVault } from './unlock.usecases.ts';
import { type Opening, openEverything } from './verify.usecases.ts';

export type RotationProblem =
  | { readonly kind: 'one-is-waiting'; readonly id: string }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'newest' }
  | { readonly kind: 'too-soon' }
  | { readonly kind: 'in-use'; readonly records: number };

export interface Rewrapped {
  readonly current: string;
  readonly moved: number;
  /** Records whose key does not open: they stay as they are. */
  readonly unreadable: readonly string[];
  /** Still under an older root key: sealed by a server that had not noticed the new one yet. */
  readonly left: number;
}

export interface Rotation {
  /** Makes the next root key. It waits, and wraps nothing, until `rewrap` puts it into use. */
  add(): Promise<Result<string, RotationProblem>>;
  /** Puts the newest root key into use and wraps every record key with it. May be killed and called again. */
  rewrap(options?: RewrapOptions): Promise<Rewrapped>;
  /** Ends a root key that wraps nothing any more; gives back where its file lies now. */
  retire(id: string): Promise<Result<string, RotationProblem>>;
  verify(): Promise<Opening>;
}

interface RewrapOptions {
  readonly keysPerCommit?: number;
  onCommit?(moved: number): void;
}

/** A short transaction, so that a server beside it hardly waits. */
const KEYS_PER_COMMIT = 200;

/** Servers look for a new root key every few seconds; by then all of them have it. */
const NOTICED_AFTER_MS = 60_000;

export const createRotation = (
  needs: {
    readonly store: Transactions;
    readonly vault: OpenedVault;
    readonly audit: AuditLog;
    readonly clock: Clock;
    readonly keysDir: string;
  },
  actor: Actor,
): Rotation => {
  const { store, vault, audit, clock, keysDir } = needs;
  const { envelope, liveRoots } = vault;
  const act = (action: Act['action'], id?: string): Act =>
    id === undefined ? { actor, action } : { actor, action, object: { type: 'key', id } };
  const record = (one: Act) => store.inTransaction((tx) => audit.append(tx, one));

  const waiting = async (): Promise<string | undefined> => {
    const newest = newestRoot(readKeyFiles(keysDir).map(({ name }) => name));
    const inUse = await readRootMarks(store.db());
    return newest === undefined || inUse.has(newest) ? undefined : newest;
  };

  const putIntoUse = async (): Promise<void> => {
    const id = await waiting();
    const material = readKeyFiles(keysDir).find(({ name }) => name === id);
    if (id !== undefined && material !== undefined) {
      const root = { id, fingerprint: fingerprintOf(material.bytes) };
      const at = clock.now().getTime();
      await store.inTransaction(async (tx) => {
        if (await beginRootKey(tx, root, at)) await audit.append(tx, act('key.use', id));
      });
    }
    liveRoots.use(await readRootMarks(store.db()));
  };

  const rewrapped = (key: WrappedRecordKey): WrappedRecordKey | undefined => {
    try {
      return envelope.rewrap(key);
    } catch (error) {
      if (error instanceof CannotOpen) return undefined;
      throw error;
    }
  };

  return {
    add: async () => {
      const before = await waiting();
      if (before !== undefined) return failed({ kind: 'one-is-waiting', id: before });
      const inFolder = readKeyFiles(keysDir).map(({ name }) => name);
      const id = nextRoot([...inFolder, ...(await readRootMarks(store.db())).keys()]);
      // The audit first: a key of which nobody knows is worse than a note of one that was not made.
      await record(act('key.add', id));
      makeKeyFiles(keysDir, [id]);
      return ok(id);
    },

    rewrap: async ({ keysPerCommit = KEYS_PER_COMMIT, onCommit } = {}) => {
      await putIntoUse();
      const current = liveRoots.current.id;
      const unreadable: string[] = [];
      let moved = 0;
      let after = '';
      for (;;) {
        const keys = await readKeysToRewrap(store.db(), current, after, keysPerCommit);
        const last = keys.at(-1);
        if (last === undefined) break;
        after = last.recordId;
        const pairs = keys.map((from) => ({ from, to: rewrapped(from) }));
        moved += await store.inTransaction(async (tx) => {
          let done = 0;
          for (const { from, to } of pairs) {
            if (to !== undefined && (await replaceWrapping(tx, from, to))) done += 1;
          }
          return done;
        });
        unreadable.push(...pairs.filter(({ to }) => to === undefined).map(({ from }) => from.recordId));
        onCommit?.(moved);
      }
      await record(act('key.rewrap', current));
      const roots = await listRootKeys(store.db());
      const older = roots.filter(({ id }) => id !== current).reduce((sum, { records }) => sum + records, 0);
      return { current, moved, unreadable, left: Math.max(0, older - unreadable.length) };
    },

    retire: async (id) => {
      const roots = await listRootKeys(store.db());
      const root = roots.find((one) => one.id === id);
      if (root === undefined) return failed({ kind: 'unknown' });
      const newest = newestRoot(roots.map((one) => one.id));
      if (newest === id) return failed({ kind: 'newest' });
      if (root.records > 0) return failed({ kind: 'in-use', records: root.records });
      const since = roots.find((one) => one.id === newest)?.usedSince ?? 0;
      if (clock.now().getTime() - since < NOTICED_AFTER_MS) return failed({ kind: 'too-soon' });
      try {
        await store.inTransaction(async (tx) => {
          await endRootKey(tx, id);
          await audit.append(tx, act('key.retire', id));
        });
      } catch (error) {
        // A server may have used it in the meantime; the database did not let it go.
        const records = (await listRootKeys(store.db())).find((one) => one.id === id)?.records ?? 0;
        if (records > 0) return failed({ kind: 'in-use', records });
        throw error;
      }
      return ok(retireKeyFile(keysDir, id));
    },

    verify: async () => {
      const opening = await openEverything(store, vault);
      await record({ ...act('key.verify'), outcome: opening.unreadable.length === 0 ? 'done' : 'refused' });
      return opening;
    },
  };
};
