import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../chromium.ts';
import { type GalleryServer, openGallery, overflow, serveGallery } from '../gallery.ts';

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

describe.each(languages)('in %s', (lang) => {
  describe.each(themes)('%s', (theme) => {
    test.each(states)(
      'every kind of question, %s, has no axe finding and no sideways scroll',
      async (state) => {
        const page = await openGallery(browser, gallery, { lang, theme, state });
        for (const width of widths) {
          await page.setViewportSize({ width, height: 844 });
          await expect.poll(() => findings(page), { message: `at ${width} px` }).toEqual([]);
          await expect.poll(() => overflow(page), { message: `at ${width} px` }).toBe(0);
        }
        await page.close();
      },
    );
  });
});
