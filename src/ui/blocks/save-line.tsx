import type { Locale } from '../../lib/locale.ts';
import { uiWords } from '../words/words.ts';
import { Button } from './button.tsx';

/** `idle` is the promise; the others say truthfully what became of it. */
export type SaveState = 'idle' | 'saving' | 'saved' | 'waiting' | 'failed';

interface Props {
  readonly locale: Locale;
  readonly state: SaveState;
  readonly onTryAgain?: () => void;
}

/** Only what ended is read aloud, once for each change: "Saving…" would speak over the person. */
export function SaveLine({ locale, state, onTryAgain }: Props) {
  const { save, tryAgain } = uiWords[locale];
  const ended = state !== 'idle' && state !== 'saving';
  const trouble = state === 'waiting' || state === 'failed';
  return (
    <div className={trouble ? 'save-line trouble' : 'save-line'}>
      {!ended && <span>{save[state]}</span>}
      <span role="status">{ended && save[state]}</span>
      {state === 'failed' && onTryAgain && (
        <Button look="quiet" onClick={onTryAgain}>
          {tryAgain}
        </Button>
      )}
    </div>
  );
}
