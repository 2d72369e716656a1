/**
 * The service worker: the shell, the help page and the step code work without a connection. It never keeps an answer
 * of the server, and never touches the portal. The build puts the two constants in (`scripts/service-worker.ts`).
 */
declare const VERSION: string;
declare const FILES: readonly string[];

/** The little of a service worker's world that is used; its own library cannot stand beside the page's. */
interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Lasting {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface World {
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void;
}
declare const self: World;

export {};

const SHELL = `prelude-shell-${VERSION}`;
const PAGES = ['/', '/form', '/help', '/about', '/resume', '/status', '/follow-up', '/blank'];
const LANGUAGES = ['en', 'es'];

const pageKey = (path: string, language: string) => `${path}?lang=${language}`;
const everyPage = PAGES.flatMap((path) => LANGUAGES.map((language) => pageKey(path, language)));

/** A page that cannot be had now does not cost the others. */
const keep = async (cache: Cache, url: string): Promise<void> => {
  const answer = await fetch(url, { credentials: 'omit' });
  if (answer.ok) await cache.put(url, answer);
};

self.addEventListener('install', (event) => {
  const fill = async () => {
    const cache = await caches.open(SHELL);
    await Promise.allSettled([...FILES, ...everyPage].map((url) => keep(cache, url)));
    await self.skipWaiting();
  };
  event.waitUntil(fill());
});

self.addEventListener('activate', (event) => {
  const tidy = async () => {
    const old = (await caches.keys()).filter((name) => name.startsWith('prelude-') && name !== SHELL);
    await Promise.all(old.map((name) => caches.delete(name)));
    await self.clients.claim();
  };
  event.waitUntil(tidy());
});

/** Hashed files never change: what is kept is right. */
const asset = async (request: Request): Promise<Response> =>
  (await caches.match(request.url)) ?? fetch(request);

/** Pages come from the server as long as it answers; they hold the clinic's day. */
const page = async (request: Request, path: string, asked: string | null): Promise<Response> => {
  try {
    return await fetch(request);
  } catch {
    const language = asked ?? (navigator.language.startsWith('es') ? 'es' : 'en');
    const kept = (await caches.match(pageKey(path, language))) ?? (await caches.match(pageKey(path, 'en')));
    return kept ?? Response.redirect(pageKey('/help', language));
  }
};

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (url.pathname.startsWith('/assets/')) event.respondWith(asset(request));
  else if (request.mode === 'navigate' && !url.pathname.startsWith('/clinic'))
    event.respondWith(page(request, url.pathname, url.searchParams.get('lang')));
});
