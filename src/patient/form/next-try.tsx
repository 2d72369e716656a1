import { useEffect, useState } from 'react';
import { plural } from '../../ui/words/words.ts';
import { useSurroundings, useWords } from '../shell/context.ts';

const SECOND_MS = 1_000;
/** From here on it is told in minutes. */
const LONG_S = 90;

/** Seconds left of a wait that began when this was first drawn. */
function useSecondsLeft(waitMs: number): number {
  const [until] = useState(() => performance.now() + waitMs);
  const left = () => Math.max(1, Math.ceil((until - performance.now()) / SECOND_MS));
  const [seconds, setSeconds] = useState(left);
  useEffect(() => {
    const timer = setInterval(() => setSeconds(left()), SECOND_MS);
    return () => clearInterval(timer);
  });
  return seconds;
}

/** When we try again by ourselves. It is not read aloud each second: it stands apart from what is. */
export function NextTry({ waitMs }: { readonly waitMs: number }) {
  const { locale } = useSurroundings();
  const { nextTry } = useWords().sending;
  const seconds = useSecondsLeft(waitMs);
  return (
    <p className="muted">
      {seconds > LONG_S
        ? plural(locale, nextTry.minutes, Math.ceil(seconds / 60))
        : plural(locale, nextTry.seconds, seconds)}
    </p>
  );
}
