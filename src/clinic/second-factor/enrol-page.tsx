import { useState } from 'react';
import { enrolled, type NewFactor, type OfferedKey, offeredKey } from '../../submission/sign-in-wire.ts';
import { Button } from '../../ui/blocks/button.tsx';
import { ask } from '../api.ts';
import { setDoor } from '../session/door.ts';
import { Entry } from '../session/entry.tsx';
import { welcome } from '../session/memory.ts';
import { useTitle } from '../shell/title.ts';
import { ActButton } from './act-button.tsx';
import { AppKey } from './app-key.tsx';
import { canUsePasskeys, makePasskey } from './passkey.ts';
import { orStartOver } from './second-factor-page.tsx';

async function keep(body: NewFactor): Promise<void> {
  const { session, recoveryCodes } = await orStartOver(
    ask(enrolled, '/api/auth/enrol', { method: 'POST', body }),
  );
  welcome(session.userId);
  setDoor({ state: 'recoveryCodes', codes: recoveryCodes, session });
}

/** Every account has a second factor before it opens anything. */
export function EnrolPage() {
  useTitle('Second step');
  const [offered, setOffered] = useState<OfferedKey>();
  if (offered)
    return (
      <Entry key="app" title="Set up your authenticator app">
        <AppKey offered={offered} confirm={(code) => keep({ kind: 'totp', code })} />
        <Button look="quiet" onClick={() => setOffered(undefined)}>
          Choose another way
        </Button>
      </Entry>
    );
  const offer = async () =>
    setOffered(await orStartOver(ask(offeredKey, '/api/auth/enrol/totp', { method: 'POST' })));
  const addPasskey = async () => keep(await orStartOver(makePasskey('/api/auth/enrol/passkey', 'Passkey')));
  return (
    <Entry key="ways" title="Add a second step">
      <p>
        A password can be guessed or stolen. Each time you sign in, you also show something that only you
        have. Choose what suits you; you can add more later.
      </p>
      <ul className="ways">
        {canUsePasskeys() && (
          <li>
            <h2>Passkey</h2>
            <p>Your fingerprint, face or PIN on this device, or a security key. Safest and quickest.</p>
            <ActButton verb="Use a passkey" act={addPasskey} />
          </li>
        )}
        <li>
          <h2>Authenticator app</h2>
          <p>Any app on your phone that shows six-digit codes. Password managers can do it, too.</p>
          <ActButton verb="Use an authenticator app" look="secondary" act={offer} />
        </li>
      </ul>
    </Entry>
  );
}
