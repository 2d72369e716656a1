import { type TypedInputs, typedInputs } from '../../machines/parse-draft.ts';
import { readOwnCopy } from './own-copy.ts';
import { seal, unseal } from './seal.ts';
import { withStore } from './store.ts';

/**
 * What stands in the inputs of the page that is open, sealed like the draft: in sessionStorage, which a reload keeps,
 * and on an own device beside the draft.
 */
const KEY = 'prelude-typed';
const NAME = 'typed';

export async function writeTyped(key: CryptoKey, copy: TypedInputs, isWanted: () => boolean): Promise<void> {
  const sealed = await seal(key, NAME, copy);
  if (!isWanted()) return;
  try {
    sessionStorage.setItem(KEY, sealed);
  } catch {
    // Refused: what is half typed then lives in memory alone.
  }
  if (!(await isKeptHere(key)) || !isWanted()) return;
  await withStore('readwrite', (store) => store.put(sealed, KEY)).catch(() => {
    // Refused, like above.
  });
}

/** Whether the draft of this key is the one that this device keeps: nothing is put beside anybody else's. */
async function isKeptHere(key: CryptoKey): Promise<boolean> {
  const own = await readOwnCopy(new Date());
  return own !== undefined && (await unseal(key, own.draftId, own.ciphertext)).ok;
}

/** @param isAsLeftHere no other device has changed the draft since, so that the copy on the device is not too old */
export async function readTyped(key: CryptoKey, isAsLeftHere: boolean): Promise<TypedInputs | undefined> {
  const tab = await opened(key, inTab());
  return tab ?? (isAsLeftHere ? opened(key, await onDevice()) : undefined);
}

const inTab = (): unknown => {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return undefined;
  }
};

const onDevice = (): Promise<unknown> =>
  withStore<unknown>('readonly', (store) => store.get(KEY)).catch(() => undefined);

async function opened(key: CryptoKey, sealed: unknown): Promise<TypedInputs | undefined> {
  if (typeof sealed !== 'string') return undefined;
  const text = await unseal(key, NAME, sealed);
  const parsed = text.ok ? typedInputs.safeParse(text.value) : undefined;
  return parsed?.success ? parsed.data : undefined;
}
