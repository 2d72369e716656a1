import { useState } from 'react';
import { Button, ButtonLink } from '../../ui/blocks/button.tsx';

type Copying = 'idle' | 'copying' | 'copied' | 'signedOut' | 'failed';

const sayings: Readonly<Record<Copying, string>> = {
  idle: '',
  copying: 'Copying…',
  copied: 'Copied. Paste it into the record.',
  signedOut: 'Not copied: your session has ended. Load the page to sign in again.',
  failed: 'Not copied. Check the connection, then try again.',
};

class SignedOut extends Error {}

const address = (id: string, format: 'pdf' | 'txt') => `/api/staff/submissions/${id}/export.${format}`;

async function textOf(id: string): Promise<Blob> {
  const response = await fetch(address(id, 'txt'), { credentials: 'same-origin', cache: 'no-store' });
  if (response.status === 401) throw new SignedOut();
  const isText = response.headers.get('content-type')?.startsWith('text/plain') ?? false;
  if (!response.ok || !isText) throw new Error('no text');
  return new Blob([await response.text()], { type: 'text/plain' });
}

/** The case for elsewhere: as a PDF, or as plain text for a record system. The server notes both in the audit. */
export function CaseExports({ id }: { readonly id: string }) {
  const [state, setState] = useState<Copying>('idle');

  const copy = async () => {
    setState('copying');
    const text = textOf(id);
    try {
      // Some browsers let a page copy only at the press itself, so the clipboard is handed the text to come.
      await navigator.clipboard.write([new ClipboardItem({ 'text/plain': text })]);
      setState('copied');
    } catch {
      // The clipboard hides why: the request itself knows.
      setState(
        await text.then(
          () => 'failed' as const,
          (error: unknown) => (error instanceof SignedOut ? 'signedOut' : 'failed'),
        ),
      );
    }
  };

  return (
    <>
      <ButtonLink look="quiet" href={address(id, 'pdf')} download="intake-summary.pdf">
        PDF
      </ButtonLink>
      <Button look="quiet" onClick={() => void copy()}>
        Copy for record
      </Button>
      <span role="status" className="muted small">
        {sayings[state]}
      </span>
    </>
  );
}
