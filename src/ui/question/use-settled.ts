import { useEffect, useState } from 'react';

/** A value once it has stood still: what is read aloud while typing would speak over the person. */
export function useSettled<T>(value: T, pause = 1000): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause);
    return () => clearTimeout(timer);
  }, [value, pause]);
  return settled;
}
