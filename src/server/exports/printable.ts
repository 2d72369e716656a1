/** A stretch of a text: printed as it is, or, where the typeface has no letters for it, named by its code points. */
export interface Stretch {
  readonly text: string;
  readonly isNamed: boolean;
}

/** Whether the typeface draws this code point. */
export type Draws = (codePoint: number) => boolean;

/**
 * Scripts that are drawn letter by letter, from left to right. Any other needs a typeface and an order of its own: to
 * draw it wrongly would be worse than to name it.
 */
const DRAWN_SCRIPTS =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]$/u;
/** Controls, and marks that turn the direction of what stands around them: nothing of them would be seen. */
const UNSEEN = /^\p{C}$/u;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * A text as a PDF can show it. Nothing is left out: what cannot be drawn is named.
 *
 * @example printable('Ana 安', draws) // [{ text: 'Ana ', isNamed: false }, { text: '[U+5B89]', isNamed: true }]
 */
export function printable(text: string, draws: Draws): readonly Stretch[] {
  const plain = text
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[\p{Zs}\t]/gu, ' ');
  const stretches: { text: string; isNamed: boolean }[] = [];
  for (const { segment } of graphemes.segment(plain)) {
    const points = [...segment];
    const isNamed = segment !== '\n' && !points.every((point) => isDrawn(point, draws));
    const last = stretches.at(-1);
    const added = isNamed ? points.map(codePointName).join(' ') : segment;
    if (last?.isNamed === isNamed) last.text += isNamed ? ` ${added}` : added;
    else stretches.push({ text: added, isNamed });
  }
  return stretches.map(({ text: run, isNamed }) => ({ text: isNamed ? `[${run}]` : run, isNamed }));
}

const isDrawn = (point: string, draws: Draws): boolean =>
  DRAWN_SCRIPTS.test(point) && !UNSEEN.test(point) && draws(point.codePointAt(0) ?? 0);

/**
 * Breaks what has no space for a line or more: to measure one word of 10,000 letters takes a typesetter half a minute.
 */
export const withoutEndlessWords = (text: string): string => text.replace(ENDLESS, '$&\n');

const ENDLESS = /\S{60}(?=\S)/gu;

/** @example codePointName('安') // 'U+5B89' */
export const codePointName = (point: string): string =>
  `U+${(point.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
