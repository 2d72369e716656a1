import type { Page } from 'playwright-core';

/** A real frame: what the last act still had to say (a scroll, a focus) is heard before it. */
const frame = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const drawn = new IntersectionObserver(() => {
          drawn.disconnect();
          resolve();
        });
        drawn.observe(document.documentElement);
      }),
  );

/** Lets time pass on a page with a clock of its own. A sign of life that came after the jump would undo it. */
export async function jump(page: Page, time: number | string): Promise<void> {
  await frame(page);
  await frame(page);
  await page.clock.fastForward(time);
}
