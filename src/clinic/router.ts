import { type MouseEvent, useSyncExternalStore } from 'react';
import { type FigurePeriod, figurePeriods } from '../submission/figures-wire.ts';
import { type View, views } from '../submission/staff-wire.ts';

/** Where a member of staff is. The view and what is open stand in the URL, so a reload or a link finds it again. */
export type Place =
  | { readonly page: 'setup' }
  | { readonly page: 'provider' }
  | {
      readonly page: 'queue';
      readonly view: View;
      readonly open: Open | undefined;
      readonly filters?: Filters;
    }
  | { readonly page: 'account' }
  | { readonly page: 'users' }
  | { readonly page: PlainPage }
  | { readonly page: 'figures'; readonly period: FigurePeriod }
  | { readonly page: 'lost' };

/** Pages of one column that need nothing but their name. */
const plainPages = ['lists', 'audit', 'notices', 'settings', 'retention'] as const;
type PlainPage = (typeof plainPages)[number];

export type QueuePlace = Extract<Place, { page: 'queue' }>;

/** Somewhere to go to. */
export type Destination = Exclude<Place, { page: 'lost' }>;

/** What of a view is shown, under the names that it has in the address; absent: all of it. */
export interface Filters {
  readonly location?: string;
  readonly treatment?: 'spravato' | 'ivKetamine';
  readonly whose?: 'mine' | 'all';
}

export interface Open {
  readonly kind: 'submission' | 'alert';
  readonly id: string;
  /** A sheet that is made of the case. */
  readonly sheet?: Sheet | undefined;
}

/** `pack`: a payer's, or `proposed`. */
export type Sheet =
  | { readonly name: 'prior-authorization'; readonly pack: string }
  | { readonly name: 'rems' };

const isView = (text: string | null): text is View => views.some((view) => view === text);

/** The view that opens first: who must be called stands before everything. */
export const FIRST_VIEW: View = 'safety';

const opened = /^\/clinic\/(submissions|alerts)\/([^/]+)(?:\/(.+))?$/;
const isId = (text: string): boolean => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** `undefined`: there is no such sheet. */
function sheetIn(path: string): Sheet | undefined {
  if (path === 'rems') return { name: 'rems' };
  const [, pack] = /^prior-authorization\/([a-z0-9-]{1,40})$/.exec(path) ?? [];
  return pack === undefined ? undefined : { name: 'prior-authorization', pack };
}

const sheetPath = (sheet: Sheet): string => (sheet.name === 'rems' ? 'rems' : `${sheet.name}/${sheet.pack}`);

/** @example placeOf(new URL('https://x/clinic/alerts/7b…?view=safety')) // alert 7b… is open beside the safety view */
export function placeOf({ pathname, searchParams }: URL): Place {
  const path = pathname.length > 1 ? pathname.replace(/\/$/, '') : pathname;
  if (path === '/clinic/setup') return { page: 'setup' };
  if (path === '/clinic/provider') return { page: 'provider' };
  if (path === '/clinic/account') return { page: 'account' };
  if (path === '/clinic/users') return { page: 'users' };
  const plain = plainPages.find((page) => path === `/clinic/${page}`);
  if (plain !== undefined) return { page: plain };
  if (path === '/clinic/figures') return { page: 'figures', period: periodIn(searchParams) };
  const wanted = searchParams.get('view');
  const view = isView(wanted) ? wanted : FIRST_VIEW;
  const filters = filtersIn(searchParams);
  if (path === '/clinic') return { page: 'queue', view, open: undefined, filters };
  const [, noun, id, rest] = opened.exec(path) ?? [];
  if (!id || !isId(id)) return { page: 'lost' };
  const kind = noun === 'alerts' ? 'alert' : 'submission';
  if (rest === undefined) return { page: 'queue', view, open: { kind, id }, filters };
  const sheet = kind === 'submission' ? sheetIn(rest) : undefined;
  if (sheet === undefined) return { page: 'lost' };
  return { page: 'queue', view, open: { kind, id, sheet }, filters };
}

const periodIn = (params: URLSearchParams): FigurePeriod =>
  figurePeriods.find((period) => period === params.get('weeks')) ?? figurePeriods[0];

function filtersIn(params: URLSearchParams): Filters {
  const [location, treatment, whose] = ['location', 'treatment', 'whose'].map((name) => params.get(name));
  return {
    ...(location && { location }),
    ...((treatment === 'spravato' || treatment === 'ivKetamine') && { treatment }),
    ...((whose === 'mine' || whose === 'all') && { whose }),
  };
}

export function urlOf(place: Destination): string {
  if (place.page === 'figures') return `/clinic/figures?weeks=${place.period}`;
  if (place.page !== 'queue') return `/clinic/${place.page}`;
  const { open, view, filters } = place;
  const path = open ? `/clinic/${open.kind}s/${open.id}` : '/clinic';
  const sheet = open?.sheet ? `/${sheetPath(open.sheet)}` : '';
  return `${path}${sheet}?${new URLSearchParams({ view, ...filters })}`;
}

const listeners = new Set<() => void>();
const tell = () => {
  for (const listener of listeners) listener();
};

export function goTo(place: Destination, how: 'push' | 'replace' = 'push'): void {
  if (how === 'push') history.pushState(null, '', urlOf(place));
  else history.replaceState(null, '', urlOf(place));
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

/** A plain click goes there without a reload; a click with a key (new tab, save) stays the browser's. */
const isPlainClick = (event: MouseEvent) =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

/** What makes an `<a>` lead to a place of the portal. */
export const linkTo = (place: Destination) => ({
  href: urlOf(place),
  onClick: (event: MouseEvent) => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    goTo(place);
  },
});
