import { codePoints } from '../lib/code-points.ts';

/** The six lines of the summary and the chips of the queue are read at a glance. */
export const LINE_LENGTH = 110;

/** Line breaks, control characters, and marks that turn the direction of the text around them. */
const notOnALine = /[\s\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu;

/**
 * A text on one line, cut to a length with an ellipsis. What people type may hold line breaks and run on.
 *
 * @param most in code points, the ellipsis included
 * @example clip('amitriptyline at night', 10) // 'amitripty…'
 */
export function clip(text: string, most: number): string {
  const oneLine = text.replace(notOnALine, ' ').trim();
  return codePoints(oneLine) <= most
    ? oneLine
    : `${[...oneLine]
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}

/**
 * As many pieces as fit on one line, the most important first. What does not fit is counted, never dropped unsaid.
 *
 * @example fitLine(['PHQ-9 17', 'GAD-7 9', 'PEG 7.7'], 20) // 'PHQ-9 17 · +2 more'
 */
export function fitLine(pieces: readonly string[], most = LINE_LENGTH): string {
  for (let count = pieces.length; count > 0; count--) {
    const left = pieces.length - count;
    const text = [...pieces.slice(0, count), ...(left > 0 ? [`+${left} more`] : [])].join(' · ');
    if (codePoints(text) <= most) return text;
  }
  return clip(pieces.join(' · '), most);
}
