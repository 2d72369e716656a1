import { type FactorProof, type FactorsHeld, signInAnswer } from '../../submission/sign-in-wire.ts';
import { Button } from '../../ui/blocks/button.tsx';
import { ask, refusalBehind } from '../api.ts';
import { setDoor } from '../session/door.ts';
import { Entry } from '../session/entry.tsx';
import { goOn } from '../session/go-on.ts';
import { useTitle } from '../shell/title.ts';
import { ProofForm } from './proof-form.tsx';

/** Where the step itself is over, the way in begins again at the password. */
export async function orStartOver<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const refusal = refusalBehind(error);
    if (refusal.kind === 'refused' && refusal.code === 'step-over')
      setDoor({ state: 'closed', why: 'stepOver' });
    throw error;
  }
}

const show = async (body: FactorProof) =>
  goOn(await orStartOver(ask(signInAnswer, '/api/auth/second-factor', { method: 'POST', body })));

/** Between the password and the portal. */
export function SecondFactorPage({ has }: { readonly has: FactorsHeld }) {
  useTitle('Second step');
  return (
    <Entry title="Your second step">
      <p>Your password is right. Now show that it is you.</p>
      <ProofForm has={has} passkeyPath="/api/auth/second-factor/passkey" show={show} />
      <p className="entry-help">
        Lost your device and your codes? An administrator of your clinic can reset your account.
      </p>
      <Button look="quiet" onClick={() => setDoor({ state: 'closed', why: 'arrived' })}>
        Begin again
      </Button>
    </Entry>
  );
}
