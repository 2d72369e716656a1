/** The languages in which a patient can read and answer. */
export const locales = ['en', 'es'] as const;
export type Locale = (typeof locales)[number];

/** Something written once for each language. A missing language is a type error. */
export type InEach<T> = Readonly<Record<Locale, T>>;

/**
 * Puts values into the `{places}` of a text. A place without a value stays as it is, so that it is seen.
 *
 * @example fill('About {n} minutes', { n: 25 }) // 'About 25 minutes'
 */
export function fill(text: string, values: Readonly<Record<string, string | number | undefined>>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
