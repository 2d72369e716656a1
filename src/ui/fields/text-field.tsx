import type { InputHTMLAttributes, ReactNode } from 'react';
import type { Locale } from '../../lib/locale.ts';
import { type Control, describedBy } from './control.ts';
import { Asking, FieldError, type Heading, Hint } from './parts.tsx';

export interface TextFieldProps {
  readonly id: string;
  readonly locale: Locale;
  readonly control: Control;
  readonly label: ReactNode;
  readonly heading?: Heading | undefined;
  readonly hint?: ReactNode;
  readonly why?: ReactNode;
  readonly error?: string | undefined;
  /** Stands for the answer's likely length: 2, 4, 10 or 20 letters; absent: the whole line. */
  readonly width?: 'w2' | 'w4' | 'w10' | 'w20';
  /** Behind the input, as "cm"; the label says it in full. */
  readonly unit?: string;
  /** Beside the input: a button that acts on it. */
  readonly beside?: ReactNode;
  /** Below the input: a tip or a count, described by `${id}-below`. */
  readonly below?: ReactNode;
  readonly as?: 'question' | 'field';
  readonly multiline?: boolean;
  /** Marked as wrong by an error that stands elsewhere, as above a date. */
  readonly invalid?: boolean;
  readonly input?: Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'name'>;
}

/** One line, or several, of native text. Never `type="number"`: its arrows and scrolling change answers by accident. */
export function TextField(props: TextFieldProps) {
  const {
    id,
    locale,
    control,
    label,
    heading,
    hint,
    why,
    error,
    width,
    unit,
    beside,
    below,
    as = 'field',
    multiline,
    invalid,
  } = props;
  const described = describedBy(
    hint !== undefined && `${id}-hint`,
    error !== undefined && `${id}-error`,
    below !== undefined && `${id}-below`,
  );
  const shared = {
    ...control,
    ...described,
    id,
    className: ['input', width].filter(Boolean).join(' '),
    'aria-invalid': invalid || error !== undefined ? true : undefined,
  };
  const box = multiline ? (
    <textarea
      {...shared}
      rows={5}
      {...(props.input?.autoComplete && { autoComplete: props.input.autoComplete })}
    />
  ) : (
    <input type="text" {...props.input} {...shared} />
  );
  return (
    <div className={error ? `${as} has-error` : as}>
      <Asking heading={heading}>
        <label htmlFor={id}>{label}</label>
      </Asking>
      {hint !== undefined && <Hint id={`${id}-hint`}>{hint}</Hint>}
      {why}
      {error !== undefined && (
        <FieldError id={`${id}-error`} locale={locale}>
          {error}
        </FieldError>
      )}
      {unit || beside ? (
        <div className={beside ? 'with-unit with-button' : 'with-unit'}>
          {box}
          {unit && (
            <span className="unit" aria-hidden="true">
              {unit}
            </span>
          )}
          {beside}
        </div>
      ) : (
        box
      )}
      {below}
    </div>
  );
}
