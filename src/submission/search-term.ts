import { parseDate } from '../lib/dates.ts';
import { readReference } from './reference.ts';

/** What somebody looks for, in each of the ways it may be meant. */
export interface SearchTerm {
  /** Folded, in words: each must stand somewhere in the name. */
  readonly words: readonly string[];
  /** Digits of a phone number, or a part of one. */
  readonly digits: string | undefined;
  /** Letters and digits of a reference, or a part of one. */
  readonly referencePart: string;
  /** What a closed case is found by must be whole. */
  readonly whole: {
    readonly surnames: readonly string[];
    readonly birthDate: string | undefined;
    readonly phone: string | undefined;
    readonly reference: string | undefined;
  };
}

const SHORTEST_PART = 3;
const SHORTEST_PHONE = 7;

/** Letters without their accents, in small letters: a name is found however it is typed. */
export const folded = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();

const inReference = (text: string): string =>
  text
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');

/**
 * A birth date as people type it in the United States: `1984-02-10`, `2/10/1984`.
 *
 * @returns `YYYY-MM-DD`, or `undefined` where it is none
 */
const birthDateIn = (typed: string): string | undefined => {
  const [, month = '', day = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(typed) ?? [];
  const iso = year === '' ? typed : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return parseDate(iso) === undefined ? undefined : iso;
};

const phoneDigitsIn = (typed: string): string | undefined => {
  const digits = typed.normalize('NFKC').replace(/\D/g, '');
  return /^[\d\s()+./-]+$/.test(typed.normalize('NFKC')) && digits.length >= SHORTEST_PART
    ? digits
    : undefined;
};

/** @example readTerm('Ana Rivera').whole.surnames // ['Ana Rivera', 'Rivera'] */
export function readTerm(typed: string): SearchTerm {
  const text = typed.replace(/\s+/g, ' ').trim();
  const parts = text.split(' ');
  const digits = phoneDigitsIn(text);
  return {
    words: folded(text).split(' '),
    digits,
    referencePart: inReference(text),
    whole: {
      surnames: [...new Set([text, parts.slice(1).join(' '), parts.at(-1) ?? ''])].filter(
        (one) => one !== '',
      ),
      birthDate: birthDateIn(text),
      phone: digits !== undefined && digits.length >= SHORTEST_PHONE ? text : undefined,
      reference: readReference(text),
    },
  };
}

/** What an open case or alert is looked through by, ready to be compared: thousands are, at each search. */
export interface Searchable {
  readonly name: string;
  readonly digits: string;
  readonly reference: string;
}

/** @example searchable({ name: 'Ana Núñez', phone: '(615) 555-0142', reference: null }).digits // '6155550142' */
export const searchable = (one: {
  readonly name: string;
  readonly phone: string | null;
  readonly reference: string | null;
}): Searchable => ({
  name: folded(one.name),
  digits: one.phone?.replace(/\D/g, '') ?? '',
  reference: inReference(one.reference ?? ''),
});

/** Whether an open case or alert is meant: by any part of the name, the phone number or the reference. */
export function isMeant({ words, digits, referencePart }: SearchTerm, one: Searchable): boolean {
  if (words.every((word) => one.name.includes(word))) return true;
  if (digits !== undefined && one.digits.includes(digits)) return true;
  return referencePart.length >= SHORTEST_PART && one.reference.includes(referencePart);
}
