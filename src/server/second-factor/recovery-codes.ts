import { createHash, randomBytes } from 'node:crypto';

const CODES = 10;
/** 24 letters of 32 are 120 bits: nobody guesses one, so a plain hash suffices. */
const LETTERS = 24;
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export const newRecoveryCodes = (): readonly string[] => Array.from({ length: CODES }, newCode);

const newCode = (): string =>
  [...randomBytes(LETTERS)]
    .map((byte) => ALPHABET[byte % ALPHABET.length])
    .join('')
    .replace(/.{4}(?!$)/g, '$&-');

/** Spaces, hyphens, case and letters that look alike do not matter to whoever copies it from paper. */
export const recoveryCodeHash = (typed: string): string => {
  const code = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return createHash('sha256').update(code).digest('hex');
};
