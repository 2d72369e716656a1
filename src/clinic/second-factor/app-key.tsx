import type { OfferedKey } from '../../submission/sign-in-wire.ts';
import type { FieldProblem } from '../../ui/blocks/error-summary.tsx';
import { QrCode } from '../../ui/blocks/qr-code.tsx';
import type { Refusal } from '../api.ts';
import { EntryForm, type FormTrouble, typed } from '../session/entry-form.tsx';
import { CodeField } from './code-field.tsx';

const CODE = 'app-code';

interface Props {
  readonly offered: OfferedKey;
  readonly confirm: (code: string) => Promise<void>;
}

const check = (entered: FormData): readonly FieldProblem[] =>
  typed(entered, 'code').trim() === ''
    ? [{ controlId: CODE, text: 'Enter the code that the app shows.' }]
    : [];

const explain = (refusal: Refusal): FormTrouble | undefined =>
  refusal.kind === 'refused' && refusal.path === 'code'
    ? { in: 'fields', problems: [{ controlId: CODE, text: `${refusal.title}. ${refusal.detail}` }] }
    : undefined;

/** The key for the app as a picture and as text, and a code as proof that it has arrived. */
export function AppKey({ offered, confirm }: Props) {
  return (
    <>
      <p>Scan this with your authenticator app. It then shows a new code every 30 seconds.</p>
      <QrCode text={offered.uri} label="QR code of the key for your authenticator app" />
      <div>
        <p>Cannot scan it? Type this key into the app:</p>
        <p className="totp-key" translate="no">
          {offered.key.replace(/.{4}(?!$)/g, '$& ')}
        </p>
      </div>
      <EntryForm
        verb="Confirm"
        verbing="Checking…"
        check={check}
        submit={(entered) => confirm(typed(entered, 'code'))}
        explain={explain}
      >
        {(errorOf) => <CodeField id={CODE} kind="totp" error={errorOf(CODE)} />}
      </EntryForm>
    </>
  );
}
