import type { ReactNode } from 'react';
import type { Locale } from '../../lib/locale.ts';
import { VisuallyHidden } from '../blocks/visually-hidden.tsx';
import { uiWords } from '../words/words.ts';

/** Where the page holds one question, the question is its h1. */
export type Heading = 'h1' | 'h2';

/** The question as legend or label; as a heading it can take the focus when the page opens. */
export const Asking = ({
  heading,
  children,
}: {
  readonly heading?: Heading | undefined;
  readonly children: ReactNode;
}) => {
  if (!heading) return children;
  const As = heading;
  return <As tabIndex={-1}>{children}</As>;
};

export const Hint = ({ id, children }: { readonly id: string; readonly children: ReactNode }) => (
  <p className="hint" id={id}>
    {children}
  </p>
);

export const FieldError = ({
  id,
  locale,
  children,
}: {
  readonly id: string;
  readonly locale: Locale;
  readonly children: ReactNode;
}) => (
  <p className="field-error" id={id}>
    <VisuallyHidden>{uiWords[locale].problems.prefix} </VisuallyHidden>
    {children}
  </p>
);
