import { codePoints } from '../../lib/code-points.ts';
import { signInAnswer } from '../../submission/sign-in-wire.ts';
import { INVITED } from '../../submission/staff-wire.ts';
import { ButtonLink } from '../../ui/blocks/button.tsx';
import type { FieldProblem } from '../../ui/blocks/error-summary.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { ask } from '../api.ts';
import { FIRST_VIEW, goTo } from '../router.ts';
import { useTitle } from '../shell/title.ts';
import { Entry } from './entry.tsx';
import { EntryForm, typed } from './entry-form.tsx';
import { forgetFirstLink, useFirstLink } from './first-link.ts';
import { goOn } from './go-on.ts';
import { InvitedPage } from './invited-page.tsx';
import { explainWith } from './link-over.tsx';
import { rememberSignInName } from './memory.ts';
import { PASSWORD, passwordHint, problemWithPassword } from './new-password.ts';
import { PasswordField } from './password-field.tsx';

const NAME = 'name';
const SIGN_IN_NAME = 'sign-in-name';
const LONGEST_NAME = 100;

function problemWithName(name: string, missing: string): string | undefined {
  if (name === '') return missing;
  return codePoints(name) > LONGEST_NAME ? `Use at most ${LONGEST_NAME} characters.` : undefined;
}

const check = (entered: FormData): readonly FieldProblem[] =>
  [
    { controlId: NAME, text: problemWithName(typed(entered, 'name').trim(), 'Enter your name.') },
    {
      controlId: SIGN_IN_NAME,
      text: problemWithName(typed(entered, 'signInName').trim(), 'Enter your e-mail or a user name.'),
    },
    { controlId: PASSWORD, text: problemWithPassword(typed(entered, 'password')) },
  ].flatMap(({ controlId, text }) => (text === undefined ? [] : [{ controlId, text }]));

const explain = explainWith(
  'This link cannot be used any more: it was used, or is older than a day. Start the server again to get a new one, or sign in.',
);

const setUp = (token: string) => async (entered: FormData) => {
  const signInName = typed(entered, 'signInName').trim();
  const answer = await ask(signInAnswer, '/api/auth/setup', {
    method: 'POST',
    body: { token, name: typed(entered, 'name').trim(), signInName, password: typed(entered, 'password') },
  });
  rememberSignInName(signInName);
  goOn(answer);
  goTo({ page: 'queue', view: FIRST_VIEW, open: undefined }, 'replace');
  forgetFirstLink();
};

function WithoutLink() {
  return (
    <Entry title="Set up the clinic portal">
      <p>
        This page opens with a one-time link: the one that the server prints at its first start, or yours from
        whoever manages the accounts. Open the whole link again, also after loading this page anew.
      </p>
      <ButtonLink href="/clinic">Go to the sign-in page</ButtonLink>
    </Entry>
  );
}

/** What a one-time link opens: the first account of the clinic, or the password of somebody who was invited. */
export function SetupPage() {
  useTitle('Set up');
  const secret = useFirstLink();
  if (secret === undefined) return <WithoutLink />;
  return secret.startsWith(INVITED) ? (
    <InvitedPage token={secret.slice(INVITED.length)} />
  ) : (
    <FirstAccount token={secret} />
  );
}

/** It is an administrator and a clinician. */
function FirstAccount({ token }: { readonly token: string }) {
  return (
    <Entry title="Set up the clinic portal">
      <p>
        You make the first account. It manages users and settings, and reads what patients send. The link
        works once.
      </p>
      <EntryForm
        verb="Create account"
        verbing="Creating account…"
        check={check}
        submit={setUp(token)}
        explain={explain}
      >
        {(errorOf) => (
          <>
            <TextField
              id={NAME}
              locale="en"
              control={{ name: 'name' }}
              label="Your name"
              hint="As colleagues see it beside your notes."
              error={errorOf(NAME)}
              input={{ autoComplete: 'name' }}
            />
            <TextField
              id={SIGN_IN_NAME}
              locale="en"
              control={{ name: 'signInName' }}
              label="E-mail or user name"
              hint="You sign in with it."
              error={errorOf(SIGN_IN_NAME)}
              input={{ autoComplete: 'username', autoCapitalize: 'none', spellCheck: false }}
            />
            <PasswordField
              id={PASSWORD}
              autoComplete="new-password"
              hint={passwordHint}
              error={errorOf(PASSWORD)}
            />
          </>
        )}
      </EntryForm>
    </Entry>
  );
}
