import { useLayoutEffect } from 'react';

/** What the tab says, as soon as the page is there. Never a name: titles stand in histories and on shared screens. */
export function useTitle(title: string): void {
  useLayoutEffect(() => {
    document.title = `${title} · Clinic portal`;
  }, [title]);
}
