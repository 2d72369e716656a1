import { useSyncExternalStore } from 'react';

/** The secret of the one-time link, in memory alone. */
let secret: string | undefined;
const listeners = new Set<() => void>();

const change = (next: string | undefined) => {
  secret = next;
  for (const listener of listeners) listener();
};

/** Takes the secret out of the address bar, before anything else happens on the page. */
export function takeFirstLink(): void {
  if (location.pathname !== '/clinic/setup' || location.hash.length < 2) return;
  const found = location.hash.slice(1);
  history.replaceState(null, '', location.pathname);
  change(found);
}

export const forgetFirstLink = (): void => change(undefined);

/** Who pastes the link where this page is already open loads no page: only the fragment changes. */
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  addEventListener('hashchange', takeFirstLink);
  return () => {
    listeners.delete(listener);
    removeEventListener('hashchange', takeFirstLink);
  };
};

export const useFirstLink = (): string | undefined => useSyncExternalStore(subscribe, () => secret);
