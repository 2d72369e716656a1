import { useLayoutEffect } from 'react';

let pagesSeen = 0;

/** Text alone decides where the h1 is: on a page with one question it stands in the legend. */
const heading = () => document.querySelector<HTMLElement>('main h1');

/** Puts the reading place on the h1; false where the page has none yet. */
function focusHeading(): boolean {
  const h1 = heading();
  if (!h1) return false;
  h1.tabIndex = -1;
  h1.focus({ preventScroll: true });
  return true;
}

/** A page whose question comes with a chunk of its own has its h1 only then. */
function focusHeadingSoon(): (() => void) | undefined {
  if (focusHeading()) return;
  const arrival = new MutationObserver(() => {
    if (focusHeading()) arrival.disconnect();
  });
  arrival.observe(document.body, { childList: true, subtree: true });
  return () => arrival.disconnect();
}

/**
 * What happens when a page is turned: the tab's title, the reading place at the top, and the h1 in focus so that it is
 * read out. The first page of a visit keeps the browser's own behavior.
 *
 * @param title neutral: it stays in the history of the device
 */
export function usePageTurn(title: string, key = title): void {
  useLayoutEffect(() => {
    document.title = title;
  }, [title]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page is turned when its key changes, not its language
  useLayoutEffect(() => {
    pagesSeen += 1;
    if (pagesSeen === 1) return;
    window.scrollTo(0, 0);
    return focusHeadingSoon();
  }, [key]);
}
