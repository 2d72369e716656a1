import * as z from 'zod/mini';
import { seal, unseal } from './seal.ts';

/**
 * What stands in the inputs of the page that is open, half a date as well: it is no answer yet, and still not lost
 * with the tab. Sealed like the draft, in sessionStorage, which a reload keeps.
 */
const typedCopy = z.strictObject({ place: z.string(), inputs: z.record(z.string(), z.unknown()) });
export type TypedCopy = z.infer<typeof typedCopy>;

const KEY = 'prelude-typed';
const NAME = 'typed';

export async function writeTyped(key: CryptoKey, copy: TypedCopy): Promise<void> {
  const sealed = await seal(key, NAME, copy);
  try {
    sessionStorage.setItem(KEY, sealed);
  } catch {
    // Refused: what is half typed then lives in memory alone.
  }
}

export async function readTyped(key: CryptoKey): Promise<TypedCopy | undefined> {
  try {
    const sealed = sessionStorage.getItem(KEY);
    const opened = sealed ? await unseal(key, NAME, sealed) : undefined;
    if (!opened?.ok) return undefined;
    const parsed = typedCopy.safeParse(opened.value);
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
