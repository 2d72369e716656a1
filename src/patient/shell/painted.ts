/** A page that is not drawn, because it is covered or the machine is busy, holds nothing up for longer. */
const AT_MOST_MS = 100;

/** When what was just changed is seen: what can wait does not hold up the page that somebody turned to. */
export const painted = (): Promise<void> =>
  new Promise((resolve) => {
    if (document.visibilityState === 'hidden') return resolve();
    setTimeout(resolve, AT_MOST_MS);
    // Before the next paint, and after it.
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)));
  });
