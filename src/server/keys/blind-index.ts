import { createHmac, type KeyObject } from 'node:crypto';

/** What is looked up without being stored: equal input gives equal output, and nobody without the key can tell which. */
export type IndexUse =
  | 'staff-name'
  | 'surname'
  | 'birth-date'
  | 'phone'
  | 'reference'
  | 'body'
  | 'address'
  | 'sign-in'
  | 'passkey'
  | 'search-term';

export interface BlindIndexes {
  of(use: IndexUse, ...parts: readonly string[]): string;
}

/** 128 bits are enough for equality. Names are folded, so that "É" typed in two ways is one. */
export const createBlindIndexes = (key: KeyObject): BlindIndexes => ({
  of: (use, ...parts) =>
    createHmac('sha256', key)
      .update(JSON.stringify([use, ...parts.map(FOLDED.has(use) ? folded : asIs)]))
      .digest('hex')
      .slice(0, 32),
});

const FOLDED: ReadonlySet<IndexUse> = new Set([
  'staff-name',
  'surname',
  'reference',
  'sign-in',
  'search-term',
]);
const asIs = (text: string): string => text;
const folded = (text: string): string => text.normalize('NFKC').toLowerCase().trim();
