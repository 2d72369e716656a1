import type { Locale } from '../../lib/locale.ts';
import { uiWords } from '../words/words.ts';
import { Button } from './button.tsx';

/** `idle` is the promise; the others say truthfully what became of it. */
export type SaveState = 'idle' | 'saving' | 'saved' | 'waiting' | 'failed' | 'heldBack';

interface Props {
  readonly locale: Locale;
  readonly state: SaveState;
  readonly onTryAgain?: () => void;
}

/** Only what ended is read aloud, once for each change: "Saving…" would speak over the person. */
export function SaveLine({ locale, state, onTryAgain }: Props) {
  const { save, tryAgain } = uiWords[locale];
  const ended = state !== 'idle' && state !== 'saving';
  const canTry = state === 'failed' || state === 'heldBack';
  const look = canTry || state === 'waiting' ? ' trouble' : state === 'saved' ? ' saved' : '';
  return (
    <div className={`save-line${look}`}>
      {!ended && <span>{save[state]}</span>}
      <span role="status">{ended && save[state]}</span>
      {canTry && onTryAgain && (
        <Button look="quiet" onClick={onTryAgain}>
          {tryAgain}
        </Button>
      )}
    </div>
  );
}
