import { useState } from 'react';
import { Button } from '../../ui/blocks/button.tsx';

/** Ten codes, to be kept apart from the device: on paper, or in a password manager. */
export function RecoveryCodes({ codes }: { readonly codes: readonly string[] }) {
  const [outcome, setOutcome] = useState('');
  const copy = () =>
    void navigator.clipboard.writeText(codes.join('\n')).then(
      () => setOutcome('The codes are copied.'),
      () => setOutcome('Your browser did not let us copy. Select the codes and copy them by hand.'),
    );
  return (
    <>
      <ol className="recovery-codes" translate="no">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className="button-row no-print">
        <Button look="secondary" onClick={() => window.print()}>
          Print
        </Button>
        <Button look="secondary" onClick={copy}>
          Copy
        </Button>
      </div>
      <p className="copied" role="status">
        {outcome}
      </p>
    </>
  );
}
