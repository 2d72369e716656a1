import { type Locale, locales } from '../../lib/locale.ts';

/**
 * The language a page is first drawn in: the one asked for in the address (`?lang=es`), else the first of the browser's
 * that the clinic speaks, else English.
 */
export const localeFor = (
  asked: { readonly lang?: unknown; readonly acceptLanguage?: string | undefined },
  spoken: readonly Locale[],
): Locale => {
  const known = (tag: unknown): Locale | undefined => spoken.find((locale) => locale === tag);
  const wanted = preferences(asked.acceptLanguage ?? '').map(known);
  return known(asked.lang) ?? wanted.find((locale) => locale !== undefined) ?? 'en';
};

/** `es-MX,es;q=0.9,en;q=0.8` to `es`, `es`, `en`: languages without their regions, the most wanted first. */
const preferences = (header: string): readonly string[] =>
  header
    .slice(0, 200)
    .split(',')
    .map((part) => {
      const [tag = '', quality] = part.trim().split(';q=');
      return {
        language: tag.toLowerCase().split('-')[0] ?? '',
        quality: quality === undefined ? 1 : Number(quality),
      };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ language }) => language);

/**
 * English always, and what else the clinic speaks. Until its instruments are confirmed a page in Spanish still helps: it
 * gives the phone, an interpreter and the crisis numbers, and the form itself stays closed.
 */
export const spokenBy = (clinic: { readonly languages: readonly Locale[] }) =>
  locales.filter((locale) => locale === 'en' || clinic.languages.includes(locale));
