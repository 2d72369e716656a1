import { useState } from 'react';
import { useNow, useSittingHere } from './intake.ts';

/** Whether something was saved since this page was turned to. */
export function useSavedHere(): boolean {
  const { actor } = useSittingHere();
  const [before] = useState(() => actor.getSnapshot().context.saved);
  return useNow(({ context }) => context.saved > before);
}
