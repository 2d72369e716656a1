import { useState } from 'react';
import type { FactorProof, FactorsHeld } from '../../submission/sign-in-wire.ts';
import { Button } from '../../ui/blocks/button.tsx';
import type { FieldProblem } from '../../ui/blocks/error-summary.tsx';
import type { Refusal } from '../api.ts';
import { EntryForm, type FormTrouble, typed } from '../session/entry-form.tsx';
import { ActButton } from './act-button.tsx';
import { CodeField } from './code-field.tsx';
import { canUsePasskeys, showPasskey } from './passkey.ts';

const CODE = 'factor-code';

interface Props {
  readonly has: FactorsHeld;
  /** Where the server says what a passkey signs. */
  readonly passkeyPath: string;
  readonly show: (proof: FactorProof) => Promise<void>;
}

const check = (entered: FormData): readonly FieldProblem[] =>
  typed(entered, 'code').trim() === '' ? [{ controlId: CODE, text: 'Enter the code.' }] : [];

const explain = (refusal: Refusal): FormTrouble | undefined =>
  refusal.kind === 'refused' && refusal.path === 'code'
    ? { in: 'fields', problems: [{ controlId: CODE, text: `${refusal.title}. ${refusal.detail}` }] }
    : undefined;

/** Shows the second factor in one of the ways that the account has. */
export function ProofForm({ has, passkeyPath, show }: Props) {
  const first = has.totp ? 'totp' : has.passkey ? undefined : 'recovery';
  const [kind, setKind] = useState<'totp' | 'recovery' | undefined>(first);
  return (
    <>
      {has.passkey && canUsePasskeys() && (
        <ActButton verb="Use your passkey" act={async () => show(await showPasskey(passkeyPath))} />
      )}
      {kind && (
        <EntryForm
          key={kind}
          verb="Continue"
          verbing="Checking…"
          look={has.passkey && kind === 'totp' ? 'secondary' : 'primary'}
          check={check}
          submit={(entered) => show({ kind, code: typed(entered, 'code') })}
          explain={explain}
        >
          {(errorOf) => <CodeField id={CODE} kind={kind} error={errorOf(CODE)} />}
        </EntryForm>
      )}
      {kind === 'recovery' && first !== 'recovery' && (
        <Button look="quiet" onClick={() => setKind(first)}>
          Do without a recovery code
        </Button>
      )}
      {kind !== 'recovery' && has.recoveryCodes && (
        <Button look="quiet" onClick={() => setKind('recovery')}>
          Use a recovery code
        </Button>
      )}
    </>
  );
}
