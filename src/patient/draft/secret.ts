/**
 * The one secret of a draft: 80 random bits, written as 16 letters and digits of Crockford's alphabet, which has no
 * I, L, O or U. It is the link's fragment, the QR code and the code that a person types.
 */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 16;

const lookAlikes: Readonly<Record<string, string>> = { I: '1', L: '1', O: '0', U: 'V' };

export const newSecret = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(LENGTH)), (byte) => ALPHABET[byte % 32]).join('');

/** As it is shown and printed: `7K3M-Q2XD-9TBV-4HNA`. */
export const writtenOut = (secret: string): string => secret.match(/.{1,4}/g)?.join('-') ?? secret;

/**
 * Reads what a person typed, pasted or followed: spaces, hyphens, small letters and look-alikes are forgiven, and so
 * is a whole link.
 *
 * @example readSecret(' 7k3m q2xd-9tbv 4hna ') // '7K3MQ2XD9TBV4HNA'
 */
export function readSecret(typed: string): string | undefined {
  const afterHash = typed.slice(typed.lastIndexOf('#') + 1);
  const secret = afterHash
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/[ILOU]/g, (letter) => lookAlikes[letter] ?? letter);
  return new RegExp(`^[${ALPHABET}]{${LENGTH}}$`).test(secret) ? secret : undefined;
}
