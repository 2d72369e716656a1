import { codePoints } from '../../lib/code-points.ts';
import { signInAnswer } from '../../submission/staff-wire.ts';
import { ButtonLink } from '../../ui/blocks/button.tsx';
import type { FieldProblem } from '../../ui/blocks/error-summary.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { ask, type Refusal } from '../api.ts';
import { FIRST_VIEW, goTo } from '../router.ts';
import { useTitle } from '../shell/title.ts';
import { Entry } from './entry.tsx';
import { EntryForm, type FormTrouble, typed } from './entry-form.tsx';
import { forgetFirstLink, useFirstLink } from './first-link.ts';
import { goOn } from './go-on.ts';
import { rememberSignInName } from './memory.ts';
import { PasswordField } from './password-field.tsx';

const NAME = 'name';
const SIGN_IN_NAME = 'sign-in-name';
const PASSWORD = 'password';

const SHORTEST_PASSWORD = 12;
const LONGEST_PASSWORD = 128;
const LONGEST_NAME = 100;

const passwordHint =
  `${SHORTEST_PASSWORD} to ${LONGEST_PASSWORD} characters of any kind. Three or four words that do not belong together ` +
  'are easy to keep in mind. Words that are easy to guess, such as the name of the clinic, are not enough.';

function problemWithPassword(password: string): string | undefined {
  const length = codePoints(password.normalize('NFC'));
  if (length === 0) return 'Choose a password.';
  if (length < SHORTEST_PASSWORD) return `Use at least ${SHORTEST_PASSWORD} characters. This has ${length}.`;
  if (length > LONGEST_PASSWORD) return `Use at most ${LONGEST_PASSWORD} characters. This has ${length}.`;
  return undefined;
}

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

const toSignIn = (
  <p>
    <a href="/clinic">Go to the sign-in page</a>
  </p>
);

function explain(refusal: Refusal): FormTrouble | undefined {
  if (refusal.kind !== 'refused') return undefined;
  if (refusal.path === 'password')
    return { in: 'fields', problems: [{ controlId: PASSWORD, text: refusal.detail }] };
  const isLinkOver = refusal.code === 'link-over' || refusal.path === 'token';
  return isLinkOver ? { in: 'way', words: linkOver, instead: toSignIn } : undefined;
}

const linkOver =
  'This link cannot be used any more: it was used, or is older than a day. Start the server again to get a new one, or sign in.';

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
        This page opens with the one-time link that the server prints at its first start. Open the whole link
        again, also after loading this page anew.
      </p>
      <ButtonLink href="/clinic">Go to the sign-in page</ButtonLink>
    </Entry>
  );
}

/** The first account of the clinic. It is an administrator and a clinician. */
export function SetupPage() {
  useTitle('Set up');
  const token = useFirstLink();
  if (token === undefined) return <WithoutLink />;
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
