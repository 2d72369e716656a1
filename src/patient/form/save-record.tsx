import { useState } from 'react';
import { Button } from '../../ui/blocks/button.tsx';
import { askRecord, type Heard } from '../api/client.ts';
import { draftKeys } from '../draft/keys.ts';
import { useSurroundings, useWords } from '../shell/context.ts';
import type { Words } from '../words/words.ts';
import { useHereAndNow } from './intake.ts';

type Saving = 'idle' | 'saving' | 'saved' | 'unheard' | 'over' | 'wait';

/** Names nobody: it stays in the list of downloads. */
const fileNames = { en: 'record.pdf', es: 'constancia.pdf' } as const;

const sayings: Readonly<Record<Exclude<Saving, 'idle'>, keyof Words['record']>> = {
  saving: 'savingPdf',
  saved: 'savedPdf',
  unheard: 'pdfUnheard',
  over: 'pdfOver',
  wait: 'pdfWait',
};

const outcomeOf = (heard: Heard<Blob>): Saving => {
  if (heard.kind === 'ok') return 'saved';
  if (heard.kind === 'busy' && heard.status === 429) return 'wait';
  return heard.kind === 'refused' && heard.status === 404 ? 'over' : 'unheard';
};

/** Hands a file to the browser to keep. Its address lives only as long as the browser needs to read it. */
function keep(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), REVOKE_AFTER_MS);
}

const REVOKE_AFTER_MS = 10_000;

/** The server's tagged PDF of what was sent. It is made when it is asked for, with the secret of the form. */
export function SaveRecord() {
  const { record } = useWords();
  const { locale } = useSurroundings();
  const { sitting, snapshot } = useHereAndNow();
  const [state, setState] = useState<Saving>('idle');
  const { receipt } = snapshot.context;
  const secret = sitting.keeper.secret();
  if (!receipt || !secret) return null;

  const save = async () => {
    if (state === 'saving') return;
    setState('saving');
    const { verifier } = await draftKeys(secret);
    const heard = await askRecord(verifier, receipt.submissionId);
    if (heard.kind === 'ok') keep(heard.value, fileNames[locale]);
    setState(outcomeOf(heard));
  };

  const isProblem = state === 'unheard' || state === 'over' || state === 'wait';
  return (
    <div className="save-record">
      <Button look="secondary" wide onClick={() => void save()}>
        {record.savePdf}
      </Button>
      <p role="status" className={isProblem ? 'notice warning' : 'muted'}>
        {state !== 'idle' && record[sayings[state]]}
      </p>
    </div>
  );
}
