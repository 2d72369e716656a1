import { useSyncExternalStore } from 'react';

/** The addresses of the patient's app. None ever names a page of the form or holds an answer. */
export const paths = {
  start: '/',
  form: '/form',
  help: '/help',
  about: '/about',
  resume: '/resume',
  status: '/status',
  followUp: '/follow-up',
} as const;
export type RouteName = keyof typeof paths;

export const routeOf = (path: string): RouteName | 'lost' => {
  const plain = path.replace(/(.)\/$/, '$1');
  const names = Object.keys(paths) as RouteName[];
  return names.find((name) => paths[name] === plain) ?? 'lost';
};

/** What the browser keeps beside an address: which page of the form it was. Never an answer. */
export interface Entry {
  readonly place?: string;
  /** The page was opened from check answers, and leads back there. */
  readonly toCheck?: boolean;
  /** How many of our pages lie before this one, so that "go back" can tell whether there is one. */
  readonly depth: number;
}

const isEntry = (value: unknown): value is Entry =>
  typeof value === 'object' && value !== null && 'depth' in value && typeof value.depth === 'number';

const nowhere: Entry = { depth: 0 };
export const currentEntry = (): Entry => (isEntry(history.state) ? history.state : nowhere);

const listeners = new Set<() => void>();
const tell = () => {
  for (const listener of listeners) listener();
};

export function goTo(route: RouteName, place?: string, more: Pick<Entry, 'toCheck'> = {}): void {
  const entry: Entry = { depth: currentEntry().depth + 1, ...(place !== undefined && { place }), ...more };
  history.pushState(entry, '', paths[route]);
  tell();
}

/** Takes the place of the current page, so that Back does not lead to it. */
export function replaceWith(route: RouteName, place?: string): void {
  const entry: Entry = { depth: currentEntry().depth, ...(place !== undefined && { place }) };
  history.replaceState(entry, '', paths[route]);
  tell();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  window.addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', listener);
  };
};

const snapshot = () => `${location.pathname}\n${currentEntry().place ?? ''}\n${currentEntry().depth}`;

export interface Here {
  readonly route: RouteName | 'lost';
  readonly place: string | undefined;
  readonly depth: number;
}

/** Where the browser stands; `first` is what the server drew. */
export function useHere(first: string): Here {
  const now = useSyncExternalStore(subscribe, snapshot, () => `${first}\n\n0`);
  const [path = '/', place = '', depth = '0'] = now.split('\n');
  return { route: routeOf(path), place: place || undefined, depth: Number(depth) };
}
