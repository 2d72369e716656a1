import { useRef, useState } from 'react';
import { Button, type Look } from '../../ui/blocks/button.tsx';
import { refusalBehind } from '../api.ts';
import { troubleWords } from '../trouble.tsx';
import { PasskeyNotGiven } from './passkey.ts';

interface Props {
  readonly verb: string;
  readonly look?: Look;
  readonly act: () => Promise<void>;
}

/** A button that acts at once; what goes wrong is said below it. */
export function ActButton({ verb, look = 'primary', act }: Props) {
  const [trouble, setTrouble] = useState<string>();
  const isBusy = useRef(false);
  const press = async () => {
    if (isBusy.current) return;
    isBusy.current = true;
    setTrouble(undefined);
    try {
      await act();
    } catch (error) {
      setTrouble(
        error instanceof PasskeyNotGiven
          ? 'No passkey was given. Try again, or use another way.'
          : troubleWords(refusalBehind(error)),
      );
    } finally {
      isBusy.current = false;
    }
  };
  return (
    <div className="act">
      <Button look={look} onClick={press}>
        {verb}
      </Button>
      <p className="act-trouble" role="alert">
        {trouble}
      </p>
    </div>
  );
}
