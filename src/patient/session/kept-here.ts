import { readOwnCopy, writeOwnCopy } from '../draft/own-copy.ts';
import { seal, unseal } from '../draft/seal.ts';
import { writeTabCopy } from '../draft/tab-copy.ts';
import type { Key } from './held-key.ts';

/** On an own device the secret lies sealed with the key that cannot be read out, beside the draft. */
const SECRET_NAME = 'secret';

interface SealedDraft {
  readonly ciphertext: string;
  readonly version: number | null;
}

/** Keeps it on an own device; in the tab on any other one, and where the device refuses. */
export async function keepSealed(
  { secret, keys }: Key,
  { ciphertext, version }: SealedDraft,
  ownDevice: boolean,
): Promise<'onDevice' | 'inTab'> {
  if (ownDevice) {
    const kept = await writeOwnCopy({
      draftId: keys.id,
      key: keys.key,
      sealedSecret: await seal(keys.key, SECRET_NAME, secret),
      ciphertext,
      version,
      savedAt: new Date().toISOString(),
    });
    if (kept.ok) return 'onDevice';
  }
  writeTabCopy({ secret, ciphertext, version });
  return 'inTab';
}

/** The draft that an own device keeps, with the secret that opens it. */
export async function keptOnDevice(): Promise<(SealedDraft & { readonly secret: string }) | undefined> {
  const own = await readOwnCopy(new Date());
  if (!own) return undefined;
  const { ciphertext, version } = own;
  const secret = await unseal(own.key, SECRET_NAME, own.sealedSecret);
  return secret.ok && typeof secret.value === 'string'
    ? { secret: secret.value, ciphertext, version }
    : undefined;
}
