import { failed, ok, type Result } from '../../lib/result.ts';
import { forgetDevice } from './forget.ts';
import { asked, withStore } from './store.ts';

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

const isYoung = ({ savedAt }: OwnCopy, now: Date): boolean =>
  now.getTime() - Date.parse(savedAt) < DAYS_KEPT * 86_400_000;

/** Whether the draft that this device keeps is the one with this id, looked up before something is put beside it. */
export async function isKeptIn(store: IDBObjectStore, draftId: string): Promise<boolean> {
  const there: unknown = await asked(store.get(CURRENT));
  return isOwnCopy(there) && there.draftId === draftId;
}

/** The draft kept here, if there is one that is not older than 14 days. */
export async function readOwnCopy(now: Date): Promise<OwnCopy | undefined> {
  try {
    const copy: unknown = await withStore('look', (store) => asked(store.get(CURRENT)));
    if (!isOwnCopy(copy)) return undefined;
    if (isYoung(copy, now)) return copy;
    await forgetDevice();
    return undefined;
  } catch {
    // Private windows and strict settings refuse storage: then there is no copy, and the code brings the draft back.
    return undefined;
  }
}

/** A draft that somebody else left here is never written over. */
export async function writeOwnCopy(copy: OwnCopy): Promise<Result<void, 'refused' | 'taken'>> {
  try {
    return await withStore('keep', async (store) => {
      const there: unknown = await asked(store.get(CURRENT));
      const isTaken =
        isOwnCopy(there) && there.draftId !== copy.draftId && isYoung(there, new Date(copy.savedAt));
      if (isTaken) return failed('taken');
      await asked(store.put(copy, CURRENT));
      return ok(undefined);
    });
  } catch {
    return failed('refused');
  }
}
