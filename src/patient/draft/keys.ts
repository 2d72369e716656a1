import { toBase64url } from './base64url.ts';

/** What a secret opens: where the draft lies on the server, the right to change it, and the key to read it. */
export interface DraftKeys {
  readonly id: string;
  /** Goes in the Authorization header; the server keeps only its hash. */
  readonly verifier: string;
  /** AES-256-GCM. It can be used and stored on an own device, and never read out. */
  readonly key: CryptoKey;
}

const ROUNDS = 600_000;
const bytesOf = (text: string) => new TextEncoder().encode(text);

/**
 * PBKDF2-SHA-256 makes each guess of a secret slow; HKDF then gives the three parts, none of which tells another.
 * The salt is a constant: a draft must be found from the secret alone, and 80 random bits leave nothing to a table.
 *
 * @param of what the secret opens: the form, or a reply to one question of the clinic, which share nothing
 */
export async function draftKeys(secret: string, of = 'draft'): Promise<DraftKeys> {
  const typed = await crypto.subtle.importKey('raw', bytesOf(secret), 'PBKDF2', false, ['deriveBits']);
  const stretched = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt: bytesOf('prelude draft 1'), iterations: ROUNDS },
    typed,
    256,
  );
  const root = await crypto.subtle.importKey('raw', stretched, 'HKDF', false, ['deriveBits', 'deriveKey']);
  const part = (info: string) =>
    ({ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: bytesOf(info) }) as const;
  const [id, verifier, key] = await Promise.all([
    crypto.subtle.deriveBits(part(`${of} id`), root, 128),
    crypto.subtle.deriveBits(part(`${of} verifier`), root, 256),
    crypto.subtle.deriveKey(part(`${of} key`), root, { name: 'AES-GCM', length: 256 }, false, [
      'encrypt',
      'decrypt',
    ]),
  ]);
  return { id: toBase64url(new Uint8Array(id)), verifier: toBase64url(new Uint8Array(verifier)), key };
}
