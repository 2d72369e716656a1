import { useState } from 'react';
import { Button } from '../../ui/blocks/button.tsx';
import { ExportMenu } from '../exports/export-menu.tsx';

type Copying = 'idle' | 'copying' | 'copied' | 'signedOut' | 'failed';

const sayings: Readonly<Record<Copying, string>> = {
  idle: '',
  copying: 'Copying…',
  copied: 'Copied. Paste it into the record.',
  signedOut: 'Not copied: your session has ended. Load the page to sign in again.',
  failed: 'Not copied. Check the connection, then try again.',
};

class SignedOut extends Error {}

async function textOf(id: string): Promise<Blob> {
  const response = await fetch(`/api/staff/submissions/${id}/export.txt`, {
    credentials: 'same-origin',
    cache: 'no-store',
  });
  if (response.status === 401) throw new SignedOut();
  const isText = response.headers.get('content-type')?.startsWith('text/plain') ?? false;
  if (!response.ok || !isText) throw new Error('no text');
  return new Blob([await response.text()], { type: 'text/plain' });
}

/** The case for elsewhere: a menu of files and sheets, and plain text on the clipboard for a record system. */
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
      <ExportMenu
        id={id}
        copy={
          <Button look="quiet" onClick={() => void copy()}>
            Copy for record
          </Button>
        }
      />
      <span role="status" className="muted small">
        {sayings[state]}
      </span>
    </>
  );
}
