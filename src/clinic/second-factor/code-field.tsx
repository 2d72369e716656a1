import { TextField } from '../../ui/fields/text-field.tsx';

interface Props {
  readonly id: string;
  readonly kind: 'totp' | 'recovery';
  readonly error: string | undefined;
}

/** A code can be pasted; spaces and hyphens do not matter. */
export const CodeField = ({ id, kind, error }: Props) =>
  kind === 'totp' ? (
    <TextField
      id={id}
      locale="en"
      control={{ name: 'code' }}
      label="Code from the app"
      hint="Six digits."
      width="w10"
      error={error}
      input={{ autoComplete: 'one-time-code', inputMode: 'numeric', spellCheck: false, enterKeyHint: 'done' }}
    />
  ) : (
    <TextField
      id={id}
      locale="en"
      control={{ name: 'code' }}
      label="Recovery code"
      hint="One of the codes that you kept. Each works once."
      error={error}
      input={{ autoComplete: 'off', autoCapitalize: 'characters', spellCheck: false, enterKeyHint: 'done' }}
    />
  );
