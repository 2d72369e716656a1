/**
 * A medicine's name as plain words: lower case, apostrophes dropped, every other character outside a–z and 0–9 a
 * space (clinical reference 3.5, "Matching").
 *
 * @example plainWords("St. John's wort 300mg") // ['st', 'johns', 'wort', '300mg']
 */
export const plainWords = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/['’‘ʼ＇]/g, '')
    .split(/[^a-z0-9]+/)
    .filter(Boolean);

/** The plain words joined by single spaces: two spellings of one typed name are then the same text. */
export const plainName = (text: string): string => plainWords(text).join(' ');
