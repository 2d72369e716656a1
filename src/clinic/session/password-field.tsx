import { useState } from 'react';
import { Button } from '../../ui/blocks/button.tsx';
import { FieldError, Hint } from '../../ui/fields/parts.tsx';

interface Props {
  readonly id: string;
  readonly name?: string;
  readonly label?: string;
  readonly autoComplete: 'current-password' | 'new-password';
  readonly hint?: string;
  readonly error: string | undefined;
}

/** A password can be pasted, kept by a password manager, and looked at before it is sent. */
export function PasswordField({
  id,
  name = 'password',
  label = 'Password',
  autoComplete,
  hint,
  error,
}: Props) {
  const [isShown, setShown] = useState(false);
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={error ? 'field has-error' : 'field'}>
      <label htmlFor={id}>{label}</label>
      {hint && <Hint id={`${id}-hint`}>{hint}</Hint>}
      {error && (
        <FieldError id={`${id}-error`} locale="en">
          {error}
        </FieldError>
      )}
      <div className="password">
        <input
          className="input"
          id={id}
          name={name}
          type={isShown ? 'text' : 'password'}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          aria-invalid={error ? true : undefined}
          {...(described && { 'aria-describedby': described })}
        />
        <Button look="quiet" aria-controls={id} onClick={() => setShown(!isShown)}>
          {isShown ? 'Hide' : 'Show'}
          <span className="visually-hidden"> {label.toLowerCase()}</span>
        </Button>
      </div>
      <span className="visually-hidden" role="status">
        {isShown ? 'Your password is shown' : ''}
      </span>
    </div>
  );
}
