import { useEffect, useRef, useState } from 'react';
import { watchPresence } from './presence.ts';

const WARN_MS = 2 * 60_000;
const LOOK_EVERY_MS = 5_000;

/**
 * Whether nobody has been here for so long that what is on the page is hidden in two minutes; any sign of life starts
 * the time anew. For pages outside of the form, whose own session does this.
 */
export function useIdle(minutes: number, onHide: () => void): boolean {
  const [isWarning, setWarning] = useState(false);
  const latest = useRef(onHide);
  latest.current = onHide;
  useEffect(() => {
    const limit = minutes * 60_000;
    let seenAt = Date.now();
    // A phone that slept has no timers: how long it was is read from the clock.
    const look = () => {
      const away = Date.now() - seenAt;
      if (away >= limit) latest.current();
      else setWarning(away >= limit - WARN_MS);
    };
    const stop = watchPresence(({ type }) => {
      if (type === 'WOKE') look();
      if (type !== 'ACTIVE') return;
      seenAt = Date.now();
      setWarning(false);
    });
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => {
      stop();
      clearInterval(timer);
    };
  }, [minutes]);
  return isWarning;
}
