import { useEffect } from 'react';

/** What the tab says. Never a name: titles stand in histories and on shared screens. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Clinic portal`;
  }, [title]);
}
