import { useQuery } from '@tanstack/react-query';
import { signInAnswer, signInWays } from '../../submission/sign-in-wire.ts';
import type { FieldProblem } from '../../ui/blocks/error-summary.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { ask, type Refusal } from '../api.ts';
import { ActButton } from '../second-factor/act-button.tsx';
import { useTitle } from '../shell/title.ts';
import type { WhyClosed } from './door.ts';
import { Entry } from './entry.tsx';
import { EntryForm, type FormTrouble, typed } from './entry-form.tsx';
import { goOn } from './go-on.ts';
import { lastSignInName, rememberSignInName } from './memory.ts';
import { PasswordField } from './password-field.tsx';
import { goToProvider } from './provider.ts';

const reasons: Readonly<Record<WhyClosed, string | undefined>> = {
  arrived: undefined,
  left: 'You are signed out.',
  locked:
    'Nobody touched the portal for a while, so it was locked. Enter your password to go on where you were.',
  ended: 'Your session has ended. Sign in to go on where you were.',
  stepOver: 'That took too long, or there were too many tries. Sign in again.',
};

const NAME = 'sign-in-name';
const PASSWORD = 'password';

const check = (entered: FormData): readonly FieldProblem[] => [
  ...(typed(entered, 'signInName').trim() === ''
    ? [{ controlId: NAME, text: 'Enter your user name or e-mail.' }]
    : []),
  ...(typed(entered, 'password') === '' ? [{ controlId: PASSWORD, text: 'Enter your password.' }] : []),
];

const explain = (refusal: Refusal): FormTrouble | undefined =>
  refusal.kind === 'refused' && refusal.code === 'wrong-name-or-password'
    ? { in: 'fields', problems: [{ controlId: PASSWORD, text: `${refusal.title}. ${refusal.detail}` }] }
    : undefined;

async function signIn(entered: FormData): Promise<void> {
  const signInName = typed(entered, 'signInName').trim();
  const answer = await ask(signInAnswer, '/api/auth/sign-in', {
    method: 'POST',
    body: { signInName, password: typed(entered, 'password') },
  });
  rememberSignInName(signInName);
  goOn(answer);
}

/** The door, wherever somebody stands: the address does not change, so signing in leads back to the same place. */
export function SignInPage({ why }: { readonly why: WhyClosed }) {
  useTitle(why === 'locked' ? 'Locked' : 'Sign in');
  const ways = useQuery({
    queryKey: ['clinic', 'ways'],
    queryFn: ({ signal }) => ask(signInWays, '/api/auth/ways', { byItself: true, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Entry title={why === 'locked' ? 'The portal is locked' : 'Sign in'}>
      {reasons[why] && <p className="entry-why">{reasons[why]}</p>}
      <EntryForm verb="Sign in" verbing="Signing in…" check={check} submit={signIn} explain={explain}>
        {(errorOf) => (
          <>
            <TextField
              id={NAME}
              locale="en"
              control={{ name: 'signInName' }}
              label="User name or e-mail"
              error={errorOf(NAME)}
              input={{
                autoComplete: 'username',
                autoCapitalize: 'none',
                spellCheck: false,
                defaultValue: lastSignInName(),
              }}
            />
            <PasswordField id={PASSWORD} autoComplete="current-password" error={errorOf(PASSWORD)} />
          </>
        )}
      </EntryForm>
      {ways.data?.provider && (
        <ActButton verb="Sign in with your clinic’s account" look="secondary" act={goToProvider} />
      )}
      <p className="entry-help">No way in? An administrator of your clinic can help.</p>
    </Entry>
  );
}
