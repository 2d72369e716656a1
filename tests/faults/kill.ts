import type { Page } from 'playwright-core';

/**
 * Ends the process that draws the tab, as the system does when memory runs out. The page is told nothing: no unload,
 * no `pagehide`, no change of visibility, and no request of it goes on. Closing a context, by contrast, lets the
 * browser end its pages in order.
 */
export async function killTab(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const gone = page.waitForEvent('crash');
  // The process that would answer is the one that ends.
  session.send('Page.crash').catch(() => {});
  await gone;
}

/** A browser that refuses every kind of storage, as private windows and strict settings do. */
export const refuseStorage = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('Access is denied for this document.', 'SecurityError');
    };
    for (const name of ['indexedDB', 'sessionStorage', 'localStorage'])
      Object.defineProperty(window, name, { get: refuse });
  });
