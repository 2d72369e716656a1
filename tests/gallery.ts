import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { build, preview } from 'vite';
import { crisisNumbers } from '../scripts/crisis-numbers.ts';
import { preactForReact } from '../vite.config.ts';

/** The gallery of controls, built as the apps are. The caller closes it. */
export interface GalleryServer {
  readonly address: (query: Query) => string;
  readonly close: () => Promise<void>;
}

/** Built once: every test opens it anew, and from the sources that would be a hundred files each time. */
export async function serveGallery(): Promise<GalleryServer> {
  const outDir = mkdtempSync(join(tmpdir(), 'prelude-gallery-'));
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: preactForReact },
    plugins: [crisisNumbers()],
    build: { outDir, target: 'es2022', assetsInlineLimit: 0, rolldownOptions: { input: 'gallery.html' } },
  });
  const server = await preview({
    configFile: false,
    logLevel: 'error',
    build: { outDir },
    preview: { port: 0, host: '127.0.0.1' },
  });
  const root = server.resolvedUrls?.local[0];
  if (!root) throw new Error('the gallery has no address');
  return {
    address: (query) => `${root}gallery.html?${new URLSearchParams(query).toString()}`,
    close: async () => {
      await server.close();
      rmSync(outDir, { recursive: true });
    },
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
