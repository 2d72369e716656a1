/**
 * The page brings its style within itself. What loads later files would fetch it once more unless it finds a link to
 * it: one that is disabled fetches nothing.
 */
export function tellOfOwnStyle(page: Document): void {
  const files = page.querySelector<HTMLElement>('style[data-of]')?.dataset.of?.split(' ') ?? [];
  for (const href of files) {
    const link = page.createElement('link');
    link.rel = 'stylesheet';
    link.setAttribute('disabled', '');
    link.setAttribute('href', href);
    page.head.append(link);
  }
}
