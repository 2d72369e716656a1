import type { ReactNode } from 'react';
import type { Locale } from '../../lib/locale.ts';
import { describedBy } from './control.ts';
import { Asking, FieldError, type Heading, Hint } from './parts.tsx';

export interface GroupProps {
  /** The id of its first control; hint and error are called after it. */
  readonly id: string;
  readonly locale: Locale;
  readonly legend: ReactNode;
  readonly heading?: Heading | undefined;
  readonly hint?: ReactNode;
  /** Stands between the hint and the controls: "Why we ask". */
  readonly why?: ReactNode;
  /** One sentence for each part that is to be mended. */
  readonly error?: string | readonly string[] | undefined;
  /** `question` stands on its own, `item` is one of an instrument, `field` a part of a question. */
  readonly as?: 'question' | 'item' | 'field';
  /** One more id that describes the group: the stem of an instrument. */
  readonly describedById?: string | undefined;
  readonly children: ReactNode;
}

/** Several controls that answer one question: fieldset and legend, with hint and error read along. */
export function Group({
  id,
  locale,
  legend,
  heading,
  hint,
  why,
  error,
  as = 'question',
  describedById,
  children,
}: GroupProps) {
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const errors = typeof error === 'string' ? [error] : (error ?? []);
  return (
    <div className={errors.length > 0 ? `${as} has-error` : as}>
      <fieldset {...describedBy(describedById, hint !== undefined && hintId, errors.length > 0 && errorId)}>
        <legend className={`${as}-legend`}>
          <Asking heading={heading}>{legend}</Asking>
        </legend>
        {hint !== undefined && <Hint id={hintId}>{hint}</Hint>}
        {why}
        {errors.length > 0 && (
          <FieldError id={errorId} locale={locale}>
            {errors.map((one) => (
              <span key={one}>{one}</span>
            ))}
          </FieldError>
        )}
        {children}
      </fieldset>
    </div>
  );
}
