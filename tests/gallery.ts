import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { createServer, type ViteDevServer } from 'vite';

/** The gallery of controls, served from the sources. The caller closes it. */
export interface GalleryServer {
  readonly address: (query: Query) => string;
  readonly close: () => Promise<void>;
}

const portOf = (server: ViteDevServer): number => {
  const address = server.httpServer?.address();
  if (!address || typeof address === 'string') throw new Error('the gallery has no port');
  return address.port;
};

export async function serveGallery(): Promise<GalleryServer> {
  const server = await createServer({
    logLevel: 'error',
    cacheDir: '.cache/vite-gallery',
    server: { port: 0, host: '127.0.0.1', hmr: false, watch: null },
    optimizeDeps: { entries: ['gallery.html'] },
  });
  await server.listen();
  return {
    address: (query) =>
      `http://127.0.0.1:${portOf(server)}/gallery.html?${new URLSearchParams(query).toString()}`,
    close: () => server.close(),
  };
}

type Query = Readonly<Record<string, string>>;

/** The gallery in a page of its own, drawn to the end and without a word on the console. */
export async function openGallery(
  browser: Browser,
  gallery: GalleryServer,
  query: Query,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const page = await browser.newPage({
    viewport: { width: 390, height: 844 },
    reducedMotion: 'reduce',
    ...options,
  });
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(gallery.address(query));
  await page.locator('form, section').first().waitFor();
  // The lists of medicines come with a chunk of their own.
  await page
    .getByText(/^(One moment|Un momento)…$/)
    .first()
    .waitFor({ state: 'detached' });
  await page.evaluate(() => document.fonts.ready);
  if (complaints.length > 0) throw new Error(complaints.join('\n'));
  return page;
}

/** How far the page can be scrolled sideways, in pixels. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
