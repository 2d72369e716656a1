import { useEffect, useState } from 'react';
import { signInAnswer } from '../../submission/sign-in-wire.ts';
import { ButtonLink } from '../../ui/blocks/button.tsx';
import { ask, refusalBehind } from '../api.ts';
import { FIRST_VIEW, goTo } from '../router.ts';
import { useTitle } from '../shell/title.ts';
import { troubleWords } from '../trouble.tsx';
import { Entry } from './entry.tsx';
import { goOn } from './go-on.ts';
import { spendProviderReturn } from './provider.ts';

const BROKEN_OFF = 'The way back from your clinic’s account broke off. Begin again at the sign-in page.';

/** Where the browser comes back to from the clinic's identity provider. */
export function ProviderPage() {
  useTitle('Sign in');
  const [trouble, setTrouble] = useState<string>();
  useEffect(() => {
    const query = spendProviderReturn();
    if (query === undefined) {
      setTrouble((before) => before ?? BROKEN_OFF);
      return;
    }
    ask(signInAnswer, '/api/auth/provider/return', { method: 'POST', body: { query } }).then(
      (answer) => {
        goOn(answer);
        goTo({ page: 'queue', view: FIRST_VIEW, open: undefined }, 'replace');
      },
      (error: unknown) => setTrouble(troubleWords(refusalBehind(error))),
    );
  }, []);
  if (trouble === undefined)
    return (
      <p className="arriving" role="status">
        Signing in…
      </p>
    );
  return (
    <Entry title="You are not signed in">
      <p role="alert">{trouble}</p>
      <ButtonLink href="/clinic">Go to the sign-in page</ButtonLink>
    </Entry>
  );
}
