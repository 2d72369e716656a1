import { failed, ok, type Result } from '../../lib/result.ts';
import { forgetDevice } from './forget.ts';
import { withStore } from './store.ts';

/** On a person's own device: ciphertext, and a key that this browser can use and nobody can read out. */
export interface OwnCopy {
  readonly draftId: string;
  readonly key: CryptoKey;
  /** The secret, sealed with the key: nothing here can be read without it. */
  readonly sealedSecret: string;
  readonly ciphertext: string;
  readonly version: number | null;
  /** ISO instant. */
  readonly savedAt: string;
}

const CURRENT = 'current';
const DAYS_KEPT = 14;

const isOwnCopy = (value: unknown): value is OwnCopy =>
  typeof value === 'object' && value !== null && 'key' in value && value.key instanceof CryptoKey;

/** The draft kept here, if there is one that is not older than 14 days. */
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

/** A draft that somebody else left here is never written over. */
export async function writeOwnCopy(copy: OwnCopy): Promise<Result<void, 'refused' | 'taken'>> {
  const there = await readOwnCopy(new Date(copy.savedAt));
  if (there && there.draftId !== copy.draftId) return failed('taken');
  try {
    await withStore('readwrite', (store) => store.put(copy, CURRENT));
    return ok(undefined);
  } catch {
    return failed('refused');
  }
}
