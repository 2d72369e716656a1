const SETTLED_MS = 2_000;
const ownMoves = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const;

/** Scrolls to a place and stays there while the parts above it still come in, until the person moves themselves. */
export function stayAt(half: HTMLElement | null, to: { readonly page: number; readonly half: number }): void {
  const go = () => {
    scrollTo({ top: to.page });
    half?.scrollTo({ top: to.half });
  };
  go();
  const content = half?.firstElementChild;
  if (!content) return;
  const growing = new ResizeObserver(go);
  const end = () => {
    growing.disconnect();
    clearTimeout(timer);
    for (const move of ownMoves) removeEventListener(move, end, true);
  };
  const timer = setTimeout(end, SETTLED_MS);
  for (const child of half.children) growing.observe(child);
  for (const move of ownMoves) addEventListener(move, end, true);
}
