import { countIn } from './words.ts';

/** Words that the rules below count wrongly. */
const known: Readonly<Record<string, number>> = {
  area: 3,
  being: 2,
  create: 2,
  created: 3,
  doing: 2,
  employee: 3,
  equal: 2,
  everyone: 3,
  everything: 3,
  friend: 1,
  friends: 1,
  genius: 3,
  going: 2,
  idea: 3,
  ideas: 3,
  million: 2,
  science: 2,
  seeing: 2,
  society: 4,
};

/** An e that is not heard: "take", "lived", "sometimes", "statement", "safely", "therefore". */
const silentE =
  /(?<=[aeiouy].*[^aeiouy])(?:es|ed|e)(?=(?:ly|ty|ment|ments|ful|less|where|fore|time|times|thing)?(?:e|es)?$)/g;

/** An ending with a vowel of its own, where "es", "ed" or "le" is heard: "matches", "needed", "trouble". */
const heardEnds: readonly RegExp[] = [/(?<=s|x|z|ch|sh|c|g)es$/, /(?<=[td])ed$/, /(?<=[^aeiouy])les?$/];

/** Two vowels side by side that are two syllables: "diabetes", "period", "usual", "science". */
const apart =
  /i(?:a(?!l\b|n\b)|o(?!n|us))|(?<=[^ctsgx])i(?:al|an|on|ou)|e[ou](?=s|m)|u[ae](?=l|t)|ie(?=n|t)(?<!tie|cie|nie)/g;

/**
 * Syllables of one English word; a number counts as one. A counter by rules is a smoke alarm, not a measurement:
 * a person still reads the words.
 *
 * @example syllables('pregnancy') // 3
 */
export function syllables(word: string): number {
  const letters = word
    .toLowerCase()
    .replace(/[’']s$/, '')
    .replace(/[^a-z]/g, '');
  const listed = known[letters];
  if (listed !== undefined) return listed;
  const heard = heardEnds.find((end) => end.test(letters));
  const stem = heard ? letters.replace(heard, '') : letters.replace(silentE, '');
  const groups = stem.replace(/^y/, '').match(/[aeiouy]+/g) ?? [];
  return Math.max(1, groups.length + (stem.match(apart)?.length ?? 0) + (heard ? 1 : 0));
}

/**
 * Flesch-Kincaid grade: 0.39 × words per sentence + 11.8 × syllables per word − 15.59.
 *
 * @example gradeOf(['What is your date of birth?']) // -1.5
 */
export function gradeOf(texts: readonly string[]): number {
  const count = countIn(texts, syllables);
  if (count.words === 0) return 0;
  return 0.39 * (count.words / count.sentences) + 11.8 * (count.syllables / count.words) - 15.59;
}
