import { plainWords } from '../screening/medicines/normalize.ts';
import { type PackId, packs } from './packs.ts';

/** Words that may follow a payer's name and change nothing about who it is. */
const planWords = new Set(
  'health healthcare plan plans insurance company inc ppo hmo epo pos open access plus oap group commercial of ohio arizona az ahcccs medicaid medicare advantage'.split(
    ' ',
  ),
);

/**
 * The pack for an insurer as the patient typed it. A text is matched only if it is a payer's name, with nothing behind
 * it but words of a plan or digits; everything else is `general`, and the staff may choose. Never a guess: two payers in
 * one text, or a payer that no longer is, are `general` too.
 *
 * @example payerOf('Cigna PPO 2500') // 'cigna'
 * @example payerOf('Cigna until 2024, now Aetna') // 'general'
 */
export function payerOf(insurer: string | undefined): PackId {
  const words = plainWords(insurer ?? '');
  const found = packs.filter(({ names }) => names.some((name) => isNamed(words, plainWords(name))));
  const [only, ...others] = found;
  return only && others.length === 0 ? only.id : 'general';
}

const isNamed = (words: readonly string[], name: readonly string[]): boolean =>
  name.every((word, index) => words[index] === word) &&
  words.slice(name.length).every((word) => planWords.has(word) || /^\d+$/.test(word));
