/** Crockford's alphabet, as in the reference: nothing is misread or misheard. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 26 × 5 bits: 130, so that no link is ever guessed. */
const LENGTH = 26;
const lookAlikes: Readonly<Record<string, string>> = { I: '1', L: '1', O: '0', U: 'V' };

/** How many random bytes a code is made from. */
export const FOLLOW_UP_CODE_BYTES = LENGTH;

/** @param random `FOLLOW_UP_CODE_BYTES` random bytes */
export const followUpCodeFrom = (random: Uint8Array): string =>
  [...random.subarray(0, LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');

/** As it is read out and printed: `7K3M-Q2XD-…`. */
export const followUpCodeWritten = (code: string): string => code.match(/.{1,4}/g)?.join('-') ?? code;

/**
 * Reads what a person typed, pasted or followed: spaces, hyphens, small letters and look-alikes are forgiven, and so
 * is a whole link.
 *
 * @returns the code, or `undefined` where it cannot be one
 */
export function readFollowUpCode(typed: string): string | undefined {
  const code = typed
    .slice(typed.lastIndexOf('#') + 1)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/[ILOU]/g, (letter) => lookAlikes[letter] ?? letter);
  return new RegExp(`^[${ALPHABET}]{${LENGTH}}$`).test(code) ? code : undefined;
}
