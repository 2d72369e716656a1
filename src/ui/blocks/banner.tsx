import type { Locale } from '../../lib/locale.ts';
import { uiWords } from '../words/words.ts';

/** Stays while the connection is away. Render it always: a live region must be there before its words are. */
export const OfflineBanner = ({
  locale,
  offline,
}: {
  readonly locale: Locale;
  readonly offline: boolean;
}) => (
  <div role="status">
    {offline && (
      <div className="banner">
        <p className="column">{uiWords[locale].offline}</p>
      </div>
    )}
  </div>
);
