import { useSyncExternalStore } from 'react';
import { type View, views } from '../submission/staff-wire.ts';

/** Where a member of staff is. The view and what is open stand in the URL, so a reload or a link finds it again. */
export type Place =
  | { readonly page: 'setup' }
  | { readonly page: 'queue'; readonly view: View; readonly open: Open | undefined };

export interface Open {
  readonly kind: 'submission' | 'alert';
  readonly id: string;
}

const isView = (text: string | null): text is View => views.some((view) => view === text);

/** @example placeOf(new URL('https://x/clinic/alerts/7?view=safety')) // alert 7 is open beside the safety view */
export function placeOf(url: URL): Place {
  if (url.pathname === '/clinic/setup') return { page: 'setup' };
  const wanted = url.searchParams.get('view');
  const [, noun, id] = /^\/clinic\/(submissions|alerts)\/([0-9a-f-]{36})$/.exec(url.pathname) ?? [];
  return {
    page: 'queue',
    view: isView(wanted) ? wanted : 'safety',
    open: id ? { kind: noun === 'alerts' ? 'alert' : 'submission', id } : undefined,
  };
}

export function urlOf(place: Place): string {
  if (place.page === 'setup') return '/clinic/setup';
  const path = place.open ? `/clinic/${place.open.kind}s/${place.open.id}` : '/clinic';
  return `${path}?view=${place.view}`;
}

const listeners = new Set<() => void>();
const tell = () => {
  for (const listener of listeners) listener();
};

export function goTo(place: Place): void {
  history.pushState(null, '', urlOf(place));
  tell();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    removeEventListener('popstate', listener);
  };
};

export const usePlace = (): Place => {
  const href = useSyncExternalStore(subscribe, () => location.href);
  return placeOf(new URL(href));
};
