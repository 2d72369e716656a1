import type { SessionEvent } from '../../machines/session.types.ts';

/** Between two signs of life, so that scrolling does not keep the machine busy. */
const SIGN_EVERY_MS = 5_000;

const signs = ['pointerdown', 'keydown', 'scroll', 'input'] as const;

/** Tells the session what the browser knows: somebody is there, the network came or went, a phone woke up. */
export function watchPresence(tell: (event: SessionEvent) => void): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  let seenAt = Date.now();
  let toldAt = 0;

  const sign = () => {
    seenAt = Date.now();
    if (seenAt - toldAt < SIGN_EVERY_MS) return;
    toldAt = seenAt;
    tell({ type: 'ACTIVE' });
  };
  const woke = () => {
    if (document.visibilityState === 'visible') tell({ type: 'WOKE', awayMs: Date.now() - seenAt });
  };

  for (const name of signs) window.addEventListener(name, sign, { signal, passive: true, capture: true });
  document.addEventListener('visibilitychange', woke, { signal });
  window.addEventListener('pageshow', woke, { signal });
  window.addEventListener('online', () => tell({ type: 'ONLINE' }), { signal });
  window.addEventListener('offline', () => tell({ type: 'OFFLINE' }), { signal });
  return () => stop.abort();
}
