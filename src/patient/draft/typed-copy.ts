import { type TypedInputs, typedInputs } from '../../machines/parse-draft.ts';
import type { DraftKeys } from './keys.ts';
import { isKeptIn } from './own-copy.ts';
import { seal, unseal } from './seal.ts';
import { asked, withStore } from './store.ts';

/**
 * What stands in the inputs of the page that is open, sealed like the draft: in sessionStorage, which a reload keeps,
 * and on an own device beside the draft.
 */
const KEY = 'prelude-typed';
const NAME = 'typed';

interface Place {
  /** This device keeps the draft, so that what is typed has a place beside it. */
  readonly isBeside: boolean;
  /** Asked before each step: the person may have left. */
  readonly isWanted: () => boolean;
}

export async function writeTyped(
  { id, key }: DraftKeys,
  copy: TypedInputs,
  { isBeside, isWanted }: Place,
): Promise<void> {
  const sealed = await seal(key, NAME, copy);
  if (!isWanted()) return;
  try {
    sessionStorage.setItem(KEY, sealed);
  } catch {
    // Refused: what is half typed then lives in memory alone.
  }
  if (!isBeside) return;
  // Another tab may have put somebody else's draft there: nothing is put beside that.
  await withStore('change', async (store) => {
    if ((await isKeptIn(store, id)) && isWanted()) await asked(store.put(sealed, KEY));
  }).catch(() => {
    // Refused, like above.
  });
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
  withStore<unknown>('look', (store) => asked(store.get(KEY))).catch(() => undefined);

async function opened(key: CryptoKey, sealed: unknown): Promise<TypedInputs | undefined> {
  if (typeof sealed !== 'string') return undefined;
  const text = await unseal(key, NAME, sealed);
  const parsed = text.ok ? typedInputs.safeParse(text.value) : undefined;
  return parsed?.success ? parsed.data : undefined;
}
