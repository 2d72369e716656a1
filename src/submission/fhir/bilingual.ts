import { type InEach, type Locale, locales } from '../../lib/locale.ts';
import { extensions } from './systems.ts';
import type { Beside } from './types.ts';

/** The languages that stand beside the English text as translations. */
const translated = locales.filter((locale) => locale !== 'en');

/** The extension that holds a text in every language but English. */
export const inOtherLanguages = (words: InEach<string>): Beside => ({
  extension: translated.map((locale) => ({
    url: extensions.translation,
    extension: [
      { url: 'lang', valueCode: locale },
      { url: 'content', valueString: words[locale] },
    ],
  })),
});

/** The text of an item with its translations; nothing where there are no words. */
export const spoken = (words: InEach<string> | undefined) =>
  words ? { text: words.en, _text: inOtherLanguages(words) } : {};

/** The text of an item in one language. */
export function textIn(
  locale: Locale,
  { text, _text }: { readonly text?: string; readonly _text?: Beside },
): string | undefined {
  const inLocale = _text?.extension.find(({ extension }) =>
    extension?.some(({ url, valueCode }) => url === 'lang' && valueCode === locale),
  );
  return inLocale?.extension?.find(({ url }) => url === 'content')?.valueString ?? text;
}

/** The same field of the words of each language; `undefined` where English has none. */
export function inEach<W>(
  words: InEach<W>,
  read: (one: W) => string | undefined,
): InEach<string> | undefined {
  const en = read(words.en);
  return en === undefined ? undefined : { en, es: read(words.es) ?? en };
}
