import type { ReactNode } from 'react';
import type { Locale } from '../../lib/locale.ts';
import { uiWords } from '../words/words.ts';

interface Props {
  readonly locale: Locale;
  readonly children: ReactNode;
  /** `plain` where the reason is to be read before the question, as with private topics. */
  readonly plain?: boolean;
}

export function WhyWeAsk({ locale, children, plain = false }: Props) {
  const { whyWeAsk } = uiWords[locale];
  if (plain)
    return (
      <div className="why">
        <p>
          <strong>{whyWeAsk}.</strong> {children}
        </p>
      </div>
    );
  return (
    <details className="why">
      <summary>
        <span>{whyWeAsk}</span>
      </summary>
      <p className="why-text">{children}</p>
    </details>
  );
}
