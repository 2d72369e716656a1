import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../chromium.ts';
import { type GalleryServer, serveGallery } from '../gallery.ts';

let browser: Browser;
let gallery: GalleryServer;

beforeAll(async () => {
  [browser, gallery] = await Promise.all([launchBrowser(), serveGallery()]);
});
afterAll(async () => {
  await browser?.close();
  await gallery?.close();
});

const widths = [390, 1280];
const languages = ['en', 'es'];
const themes = ['light', 'dark'];
const states = ['blank', 'filled', 'error'];

type Query = Readonly<Record<string, string>>;

async function open(query: Query, width = 390): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 844 }, reducedMotion: 'reduce' });
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(gallery.address(query));
  await page.locator('form, section').first().waitFor();
  // The lists of medicines come with a chunk of their own.
  await expect.poll(() => page.getByText(/^(One moment|Un momento)…$/).count()).toBe(0);
  await page.evaluate(() => document.fonts.ready);
  expect(complaints).toEqual([]);
  return page;
}

/** What axe finds, best practices included; several h1 are right in a gallery and nowhere else. */
async function findings(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    window.axe.run(document, {
      resultTypes: ['violations'],
      rules: { 'page-has-heading-one': { enabled: false } },
    }),
  );
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe.each(languages)('in %s', (lang) => {
  describe.each(themes)('%s', (theme) => {
    test.each(states)(
      'every kind of question, %s, has no axe finding and no sideways scroll',
      async (state) => {
        const page = await open({ lang, theme, state });
        for (const width of widths) {
          await page.setViewportSize({ width, height: 844 });
          expect(await findings(page), `at ${width} px`).toEqual([]);
          expect(await overflow(page), `at ${width} px`).toBe(0);
        }
        await page.close();
      },
    );
  });
});
