import { codePointName } from './printable.ts';

/** Letters and signs that are not a plain letter with a mark on it. */
const written: Readonly<Record<string, string>> = {
  ß: 'ss',
  ẞ: 'SS',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ø: 'o',
  Ø: 'O',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  Ð: 'D',
  þ: 'th',
  Þ: 'Th',
  ł: 'l',
  Ł: 'L',
  ħ: 'h',
  Ħ: 'H',
  ı: 'i',
  ŋ: 'ng',
  Ŋ: 'NG',
  ŧ: 't',
  Ŧ: 'T',
  ĸ: 'k',
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‛': "'",
  ʼ: "'",
  ʻ: "'",
  '′': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '″': '"',
  '«': '"',
  '»': '"',
  '‹': "'",
  '›': "'",
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '―': '-',
  '−': '-',
  '•': '*',
  '·': '-',
  '×': 'x',
  '÷': '/',
  '⁄': '/',
  '≥': '>=',
  '≤': '<=',
  '≠': '!=',
  '±': '+/-',
  '→': '->',
  '←': '<-',
  '°': ' deg',
  '€': 'EUR',
  '£': 'GBP',
  '©': '(c)',
  '®': '(R)',
  '¿': '?',
  '¡': '!',
  µ: 'u',
  '§': 'Sec. ',
};

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The rule as the reader of the text is told it. */
export const asciiRule =
  'Letters are written without their marks; any other character stands as its code point, as in [U+5B89].';

/**
 * A text in printable ASCII and line feeds. Letters lose their marks ("ñ" is "n"), typographic signs get their plain
 * form, and what has none stands as its code point: nothing is dropped.
 *
 * @example toAscii('Núñez — 1½ 安') // 'Nunez - 1 1/2 [U+5B89]'
 */
export function toAscii(text: string): string {
  const plain = text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[\p{Zs}\t]/gu, ' ')
    .replace(/(?<=\d)(?=[\u00bc-\u00be\u2150-\u215f])/gu, ' ')
    .replace(/[\u00b2\u00b3\u00b9\u2070\u2074-\u2079]/gu, (digit) => `^${digit.normalize('NFKD')}`);
  return Array.from(graphemes.segment(plain), ({ segment }) => asciiOf(segment)).join('');
}

const isAscii = (text: string): boolean => /^[\n\x20-\x7e]*$/.test(text);

const asciiOf = (grapheme: string): string => {
  if (isAscii(grapheme)) return grapheme;
  const bare = plainly(plainly(grapheme).normalize('NFKD')).replace(/\p{Mn}/gu, '');
  return bare.trim() !== '' && isAscii(bare) ? bare : `[${[...grapheme].map(codePointName).join(' ')}]`;
};

const plainly = (text: string): string => Array.from(text, (point) => written[point] ?? point).join('');
