import type { Locale } from '../../lib/locale.ts';
import type { PublicSettings } from '../../settings/public-settings.ts';

/** Whether the form itself is open in a language: Spanish needs instruments that somebody confirmed at their source. */
export const isLive = ({ spanishLive }: Pick<PublicSettings, 'spanishLive'>, locale: Locale): boolean =>
  locale === 'en' || spanishLive;
