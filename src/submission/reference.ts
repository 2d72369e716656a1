/** Crockford's alphabet: no I, L, O or U, so nothing is misread or misheard, and no word comes of it by chance. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 6;

/** How many random bytes a reference is made from. */
export const REFERENCE_BYTES = LENGTH;

/**
 * The number that the patient keeps and reads out on the phone: about a thousand million of them.
 *
 * @param random `REFERENCE_BYTES` random bytes
 * @example referenceFrom(new Uint8Array([18, 28, 7, 4, 19, 2])) // 'JW7-4K2'
 */
export function referenceFrom(random: Uint8Array): string {
  const letters = [...random.subarray(0, LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
  return `${letters.slice(0, 3)}-${letters.slice(3)}`;
}

/**
 * A reference as somebody typed it, in its one form: spaces, hyphens, lower case and look-alike letters are forgiven.
 *
 * @returns the reference, or `undefined` where it cannot be one
 * @example readReference('kx7 4mz') // 'KX7-4MZ'
 */
export function readReference(typed: string): string | undefined {
  const letters = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  const isReference = letters.length === LENGTH && [...letters].every((letter) => ALPHABET.includes(letter));
  return isReference ? `${letters.slice(0, 3)}-${letters.slice(3)}` : undefined;
}
