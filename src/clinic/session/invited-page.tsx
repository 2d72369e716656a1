import { signInAnswer } from '../../submission/sign-in-wire.ts';
import type { FieldProblem } from '../../ui/blocks/error-summary.tsx';
import { ask } from '../api.ts';
import { FIRST_VIEW, goTo } from '../router.ts';
import { Entry } from './entry.tsx';
import { EntryForm, typed } from './entry-form.tsx';
import { forgetFirstLink } from './first-link.ts';
import { goOn } from './go-on.ts';
import { explainWith } from './link-over.tsx';
import { PASSWORD, passwordHint, problemWithPassword } from './new-password.ts';
import { PasswordField } from './password-field.tsx';

const explain = explainWith(
  'This link cannot be used any more: it was used, or is older than a day. Ask whoever manages the accounts for a new one, or sign in.',
);

const check = (entered: FormData): readonly FieldProblem[] => {
  const text = problemWithPassword(typed(entered, 'password'));
  return text === undefined ? [] : [{ controlId: PASSWORD, text }];
};

const choose = (token: string) => async (entered: FormData) => {
  const answer = await ask(signInAnswer, '/api/auth/invitation', {
    method: 'POST',
    body: { token, password: typed(entered, 'password') },
  });
  goOn(answer);
  goTo({ page: 'queue', view: FIRST_VIEW, open: undefined }, 'replace');
  forgetFirstLink();
};

/** The first step into an account that somebody else made, or the way back into one whose password was reset. */
export function InvitedPage({ token }: { readonly token: string }) {
  return (
    <Entry title="Choose your password">
      <p>
        An account is ready for you. From now on you sign in with the e-mail or user name that you were told
        and this password. The link works once.
      </p>
      <EntryForm
        verb="Save and sign in"
        verbing="Saving…"
        check={check}
        submit={choose(token)}
        explain={explain}
      >
        {(errorOf) => (
          <PasswordField
            id={PASSWORD}
            autoComplete="new-password"
            hint={passwordHint}
            error={errorOf(PASSWORD)}
          />
        )}
      </EntryForm>
    </Entry>
  );
}
