import { countIn } from './words.ts';

const strong = 'aeoáéó';
const accentedWeak = 'íú';

/** Whether two vowels side by side belong to two syllables: two strong ones, or a weak one with its accent. */
const hiatus = (left: string, right: string) =>
  (strong.includes(left) && strong.includes(right)) ||
  accentedWeak.includes(left) ||
  accentedWeak.includes(right);

/**
 * Syllables of one Spanish word by the rules of spelling; a number counts as one.
 *
 * @example syllables('alegría') // 4
 */
export function syllables(word: string): number {
  const letters = word
    .toLowerCase()
    .replace(/[^a-záéíóúüñ]/g, '')
    .replace(/qu(?=[eiéí])/g, 'q')
    .replace(/gu(?=[eiéí])/g, 'g')
    .replace(/y$/, 'i');
  const groups = letters.match(/[aeiouáéíóúü]+/g) ?? [];
  const inGroup = (group: string) =>
    [...group].reduce((sum, vowel, at) => sum + (at > 0 && hiatus(group[at - 1] ?? '', vowel) ? 1 : 0), 1);
  return Math.max(
    1,
    groups.reduce((sum, group) => sum + inGroup(group), 0),
  );
}

/**
 * Szigriszt-Pazos ease of reading, read on the INFLESZ scale (55 and over: normal to very easy):
 * 206.835 − 62.3 × syllables per word − words per sentence.
 */
export function easeOf(texts: readonly string[]): number {
  const count = countIn(texts, syllables);
  if (count.words === 0) return 100;
  return 206.835 - 62.3 * (count.syllables / count.words) - count.words / count.sentences;
}
