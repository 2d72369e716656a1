import { fill, type InEach, type Locale } from '../../lib/locale.ts';
import { en, type UiWords } from './en.ts';
import { es } from './es.ts';

/** The words of the controls, in each language. */
export const uiWords: InEach<UiWords> = { en, es };

/** A text for one and for more than one. */
export interface Plural {
  readonly one: string;
  readonly other: string;
}

/** @example plural('en', { one: '{n} match', other: '{n} matches' }, 2) // '2 matches' */
export function plural(locale: Locale, words: Plural, n: number): string {
  const form = new Intl.PluralRules(locale).select(n) === 'one' ? words.one : words.other;
  return fill(form, { n });
}

/** A name that begins a line: 'Sertraline'. */
export const capital = (text: string, locale: Locale): string =>
  `${text.charAt(0).toLocaleUpperCase(locale)}${text.slice(1)}`;
