import { useRef, useState } from 'react';
import { refusalBehind } from '../api.ts';
import { withStepUp } from '../second-factor/step-up.ts';
import { shutOut } from '../session/door.ts';
import { troubleWords } from '../trouble.tsx';

interface Acting {
  /** Does it, with the second factor where that is asked for; one at a time. */
  readonly act: (work: () => Promise<void>) => Promise<void>;
  /** Why the last one was not done; undefined: it was. */
  readonly trouble: string | undefined;
}

/** What a button of an account page does, and what to say where it could not be done. */
export function useActing(): Acting {
  const [trouble, setTrouble] = useState<string>();
  const isBusy = useRef(false);
  const act = async (work: () => Promise<void>) => {
    if (isBusy.current) return;
    isBusy.current = true;
    setTrouble(undefined);
    try {
      await withStepUp(work);
    } catch (error) {
      const refusal = refusalBehind(error);
      if (refusal.kind === 'signedOut') shutOut(refusal.because);
      setTrouble(troubleWords(refusal));
    } finally {
      isBusy.current = false;
    }
  };
  return { act, trouble };
}
