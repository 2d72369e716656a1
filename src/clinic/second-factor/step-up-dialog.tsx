import { useQuery } from '@tanstack/react-query';
import { account } from '../../submission/sign-in-wire.ts';
import { session } from '../../submission/staff-wire.ts';
import { Button } from '../../ui/blocks/button.tsx';
import { Dialog } from '../../ui/blocks/dialog.tsx';
import { ask } from '../api.ts';
import { Trouble } from '../trouble.tsx';
import { ProofForm } from './proof-form.tsx';
import { useStepUp } from './step-up.ts';

/** Asks for the factor in one of the ways that the account has. */
function Ways({ onShown }: { readonly onShown: () => void }) {
  const found = useQuery({
    queryKey: ['account'],
    queryFn: ({ signal }) => ask(account, '/api/staff/account', { signal }),
  });
  if (found.isError)
    return <Trouble title="Your account could not be loaded" error={found.error} retry={found.refetch} />;
  if (!found.data)
    return (
      <p className="loading" role="status">
        Loading…
      </p>
    );
  const { factors, recoveryCodesLeft } = found.data;
  const kinds = factors.map(({ kind }) => kind);
  if (kinds.length === 0)
    return <p>Your account has no second factor of its own. Sign out and in again, then repeat this.</p>;
  return (
    <ProofForm
      has={{
        totp: kinds.includes('totp'),
        passkey: kinds.includes('passkey'),
        recoveryCodes: recoveryCodesLeft > 0,
      }}
      passkeyPath="/api/auth/step-up/passkey"
      show={async (body) => {
        await ask(session, '/api/auth/step-up', { method: 'POST', body });
        onShown();
      }}
    />
  );
}

/** Once in the portal; it opens by `withStepUp`. */
export function StepUpDialog() {
  const asked = useStepUp();
  return (
    <Dialog open={asked !== undefined} title="Show again that it is you" onClose={() => asked?.settle(false)}>
      <div className="step-up">
        <p>
          This is worth protecting, so it needs your second step once more. It then holds for five minutes.
        </p>
        <Ways onShown={() => asked?.settle(true)} />
        <Button look="quiet" onClick={() => asked?.settle(false)}>
          Cancel
        </Button>
      </div>
    </Dialog>
  );
}
