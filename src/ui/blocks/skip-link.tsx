import type { Locale } from '../../lib/locale.ts';
import { uiWords } from '../words/words.ts';

/** The first thing on every page: past the header, to `target` (an id, without the #). */
export const SkipLink = ({ locale, target }: { readonly locale: Locale; readonly target: string }) => (
  <a className="skip-link" href={`#${target}`}>
    {uiWords[locale].skipLink}
  </a>
);
