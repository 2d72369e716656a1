import { useState } from 'react';
import type { SittingSnapshot } from '../session/sitting.ts';

/** Whether something was saved since this page was turned to. */
export function useSavedHere({ context: { saved } }: SittingSnapshot): boolean {
  const [before] = useState(saved);
  return saved > before;
}
