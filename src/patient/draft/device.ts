import * as z from 'zod/mini';
import { failed, ok, type Result } from '../../lib/result.ts';

/**
 * What stays on the device between two visits of the page. On an own device: ciphertext and a key that cannot be read
 * out, in IndexedDB. On any other: the code and ciphertext in sessionStorage, which end with the tab. Where the
 * browser refuses, memory only.
 */
export interface OwnCopy {
  readonly draftId: string;
  readonly key: CryptoKey;
  /** The secret and verifier, sealed with the key, so that nothing here can be read without it. */
  readonly access: string;
  readonly ciphertext: string;
  readonly version: number | null;
  readonly savedAt: string;
}

const TAB_KEY = 'prelude';
const tabCopy = z.strictObject({
  secret: z.string(),
  ciphertext: z.string(),
  version: z.nullable(z.number()),
});
export type TabCopy = z.infer<typeof tabCopy>;

const DATABASE = 'prelude';
const STORE = 'draft';
const CURRENT = 'current';
const DAYS_KEPT = 14;

const asked = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

async function withStore<T>(
  mode: IDBTransactionMode,
  use: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  const database = await asked(opening);
  try {
    return await asked(use(database.transaction(STORE, mode).objectStore(STORE)));
  } finally {
    database.close();
  }
}

const isOwnCopy = (value: unknown): value is OwnCopy =>
  typeof value === 'object' && value !== null && 'key' in value && value.key instanceof CryptoKey;

/** The draft kept on an own device, if there is one that is not older than 14 days. */
export async function readOwnCopy(now: Date): Promise<OwnCopy | undefined> {
  try {
    const copy: unknown = await withStore('readonly', (store) => store.get(CURRENT));
    if (!isOwnCopy(copy)) return undefined;
    const age = now.getTime() - Date.parse(copy.savedAt);
    if (age < DAYS_KEPT * 86_400_000) return copy;
    await forgetDevice();
    return undefined;
  } catch {
    // Private windows and strict settings refuse storage: then there is no copy, and the code brings the draft back.
    return undefined;
  }
}

export async function writeOwnCopy(copy: OwnCopy): Promise<Result<void, 'refused'>> {
  try {
    await withStore('readwrite', (store) => store.put(copy, CURRENT));
    return ok(undefined);
  } catch {
    return failed('refused');
  }
}

export function readTabCopy(): TabCopy | undefined {
  try {
    const parsed = tabCopy.safeParse(JSON.parse(sessionStorage.getItem(TAB_KEY) ?? 'null'));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

export function writeTabCopy(copy: TabCopy): Result<void, 'refused'> {
  try {
    sessionStorage.setItem(TAB_KEY, JSON.stringify(copy));
    return ok(undefined);
  } catch {
    return failed('refused');
  }
}

/** Removes all that this device keeps of the draft. */
export async function forgetDevice(): Promise<void> {
  try {
    sessionStorage.clear();
  } catch {
    // Nothing could be stored where storage is refused.
  }
  try {
    await withStore('readwrite', (store) => store.clear());
  } catch {
    // As above.
  }
}
