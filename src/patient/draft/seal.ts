import { failed, ok, type Result } from '../../lib/result.ts';
import { fromBase64url, toBase64url } from './base64url.ts';

const NONCE_BYTES = 12;
/** The length of the answers says which branches were taken: drafts grow in steps of 4 KiB. */
const BUCKET_BYTES = 4096;

/** A sealed text opens only under the name it was sealed for: a draft under another id stays shut. */
const bound = (name: string) => new TextEncoder().encode(`prelude|1|${name}`);

/** Encrypts a value as JSON: AES-256-GCM, nonce first, base64url. */
export async function seal(key: CryptoKey, name: string, value: unknown): Promise<string> {
  const text = new TextEncoder().encode(JSON.stringify(value));
  // Stryker disable next-line ArithmeticOperator: it asks for gigabytes, and the process ends before a test can tell
  const padded = new Uint8Array(Math.ceil(text.length / BUCKET_BYTES) * BUCKET_BYTES).fill(0x20);
  padded.set(text);
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv: nonce, additionalData: bound(name) },
    key,
    padded,
  );
  const whole = new Uint8Array(NONCE_BYTES + sealed.byteLength);
  whole.set(nonce);
  whole.set(new Uint8Array(sealed), NONCE_BYTES);
  return toBase64url(whole);
}

/** What was sealed, or `foreign` where the text is damaged or belongs to another key or name. */
export async function unseal(
  key: CryptoKey,
  name: string,
  ciphertext: string,
): Promise<Result<unknown, 'foreign'>> {
  try {
    const whole = fromBase64url(ciphertext);
    const text = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: whole.subarray(0, NONCE_BYTES), additionalData: bound(name) },
      key,
      whole.subarray(NONCE_BYTES),
    );
    return ok(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(text)));
  } catch {
    return failed('foreign');
  }
}
