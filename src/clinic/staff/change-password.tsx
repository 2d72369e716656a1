import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import * as z from 'zod/mini';
import { Button } from '../../ui/blocks/button.tsx';
import type { FieldProblem } from '../../ui/blocks/error-summary.tsx';
import { ask, type Refusal } from '../api.ts';
import { withStepUp } from '../second-factor/step-up.ts';
import { EntryForm, type FormTrouble, typed } from '../session/entry-form.tsx';
import { PASSWORD, passwordHint, problemWithPassword } from '../session/new-password.ts';
import { PasswordField } from '../session/password-field.tsx';

const CURRENT = 'current';

const check = (entered: FormData): readonly FieldProblem[] => {
  const problems: FieldProblem[] = [];
  if (typed(entered, 'current') === '')
    problems.push({ controlId: CURRENT, text: 'Enter the password you have.' });
  const text = problemWithPassword(typed(entered, 'password'));
  if (text !== undefined) problems.push({ controlId: PASSWORD, text });
  return problems;
};

const fieldOf: Readonly<Record<string, string>> = { current: CURRENT, password: PASSWORD };

const explain = (refusal: Refusal): FormTrouble | undefined => {
  if (refusal.kind !== 'refused') return undefined;
  const controlId = fieldOf[refusal.path ?? ''];
  return controlId ? { in: 'fields', problems: [{ controlId, text: refusal.detail }] } : undefined;
};

/** Whoever is signed in takes another password; it asks for the one they have, and for the second step. */
export function ChangePassword() {
  const client = useQueryClient();
  const [stage, setStage] = useState<'closed' | 'open' | 'changed'>('closed');
  const change = async (entered: FormData) => {
    const body = { current: typed(entered, 'current'), password: typed(entered, 'password') };
    await withStepUp(() => ask(z.undefined(), '/api/staff/account/password', { method: 'POST', body }));
    setStage('changed');
    await client.invalidateQueries({ queryKey: ['sessions'] });
  };
  return (
    <section className="plain-section">
      <h2>Password</h2>
      <p role="status">
        {stage === 'changed'
          ? 'Your password is changed. Everywhere else you are signed out.'
          : 'A new password signs you out everywhere else.'}
      </p>
      {stage === 'open' ? (
        <>
          <EntryForm
            verb="Change password"
            verbing="Changing…"
            check={check}
            submit={change}
            explain={explain}
          >
            {(errorOf) => (
              <>
                <PasswordField
                  id={CURRENT}
                  name="current"
                  label="Password you have"
                  autoComplete="current-password"
                  error={errorOf(CURRENT)}
                />
                <PasswordField
                  id={PASSWORD}
                  label="New password"
                  autoComplete="new-password"
                  hint={passwordHint}
                  error={errorOf(PASSWORD)}
                />
              </>
            )}
          </EntryForm>
          <Button look="quiet" onClick={() => setStage('closed')}>
            Cancel
          </Button>
        </>
      ) : (
        <div className="button-row">
          <Button look="secondary" onClick={() => setStage('open')}>
            Change your password
          </Button>
        </div>
      )}
    </section>
  );
}
