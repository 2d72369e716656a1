import axe from 'axe-core';
import type { Page } from 'playwright-core';
import type { Locale } from '../../src/lib/locale.ts';
import { en as aboutEn } from '../../src/patient/about/en.ts';
import { es as aboutEs } from '../../src/patient/about/es.ts';
import { words } from '../../src/patient/words/words.ts';
import { overflow } from '../gallery.ts';

/** What axe finds with every tag: best practices, the AAA contrast of the guide and the size of targets as well. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  if (await page.evaluate(() => !('axe' in window))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    window.axe.run(document, {
      resultTypes: ['violations'],
      rules: { 'color-contrast-enhanced': { enabled: true }, 'target-size': { enabled: true } },
    }),
  );
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}

/** The parts of a page in the order of the design guide, section 1. */
const parts: readonly string[] = [
  '.skip-link',
  '.skip-link ~ .skip-link',
  'header .clinic-name',
  'header a[href="/help"]',
  'header a[hreflang]',
  'header a.leave',
  'main .back',
  'main .caption',
  'main .page-form > .error-summary',
  'main h1',
  'main .why',
  'main input:not([type="hidden"])',
  'main .save-line',
  'main .page-end button[type="submit"]',
  'main .page-end > p > .quiet',
  'footer',
];
const always: readonly string[] = [
  '.skip-link',
  '.skip-link ~ .skip-link',
  'header .clinic-name',
  'header a[href="/help"]',
  'header a.leave',
  'main h1',
  'footer',
];

/** Parts that are missing, or that stand before one they should follow. */
export async function anatomyProblems(page: Page): Promise<readonly string[]> {
  const places = await page.evaluate(
    (selectors) => {
      const all = [...document.querySelectorAll('*')];
      const placeOf = (one: Element | null) => (one ? all.indexOf(one) : -1);
      return selectors.map((selector) => placeOf(document.querySelector(selector)));
    },
    [...parts],
  );
  const missing = always.filter((part) => places[parts.indexOf(part)] === -1);
  const there = places.flatMap((at, index) => (at < 0 ? [] : [{ at, part: parts[index] ?? '' }]));
  const early = there.filter(({ at }, index) => index > 0 && at < (there[index - 1]?.at ?? 0));
  const h1s = await page.locator('h1').count();
  return [
    ...missing.map((part) => `no ${part}`),
    ...early.map(({ part }) => `too early: ${part}`),
    ...(h1s === 1 ? [] : [`${h1s} h1`]),
  ];
}

/** The browser's tab says where in the form somebody is, and never what about. */
export function isNeutral(title: string, locale: Locale): boolean {
  const { form, sectionShort, help } = words[locale];
  const count = sectionShort.replace('{n}', '[1-7]').replace('{of}', '7');
  const error = form.errorTitle.replace('{title}', '');
  const names = [form.name, help.title, (locale === 'es' ? aboutEs : aboutEn).title].join('|');
  return new RegExp(`^(${error})?(${count} · )?(${names})$`).test(title);
}

/**
 * How far the page runs off in a made-up language that is written from right to left and is 40 % longer. The words are
 * put back before anything else can happen on the page.
 */
const pseudoLocaleScroll = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const root = document.documentElement;
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const before: (readonly [Text, string])[] = [];
    while (texts.nextNode()) {
      const text = texts.currentNode as Text;
      if (text.parentElement?.closest('script, style, [translate="no"]') || !text.data.trim()) continue;
      before.push([text, text.data]);
    }
    for (const [text, words] of before)
      text.data = `${words} ${words.slice(0, Math.ceil(words.length * 0.4))}`;
    root.dir = 'rtl';
    const off = root.scrollWidth - root.clientWidth;
    for (const [text, words] of before) text.data = words;
    root.removeAttribute('dir');
    return off;
  });

/** How far the page runs off at the narrowest width, from right to left, and with text twice as large. */
export async function sidewaysScroll(page: Page): Promise<readonly string[]> {
  const size = page.viewportSize() ?? { width: 390, height: 844 };
  await page.setViewportSize({ width: 320, height: 640 });
  const narrow = await overflow(page);
  const pseudo = await pseudoLocaleScroll(page);
  await page.setViewportSize(size);
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '225%'));
  const large = await overflow(page);
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
  return [
    ...(narrow > 0 ? [`${narrow} px off at 320 px`] : []),
    ...(pseudo > 0 ? [`${pseudo} px off at 320 px in a longer language from right to left`] : []),
    ...(large > 0 ? [`${large} px off with text twice as large at ${size.width} px`] : []),
  ];
}

/** Targets lower than 48 px, or tiles and fields lower than 52; a link within a sentence is as high as its line. */
export const smallTargets = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const isInSentence = (element: Element) =>
      element.matches('a:not(.button, .skip-link)') &&
      element.parentElement?.textContent?.trim() !== element.textContent?.trim();
    const targets = document.querySelectorAll(
      'a[href]:not(.skip-link), button, select, summary, .tile-face, input.input, textarea',
    );
    return [...targets]
      .filter((target) => target.checkVisibility() && !isInSentence(target))
      .map((target) => {
        // Of a way to reach somebody the whole row is the target.
        const { width, height } = (target.closest('.ways > li') ?? target).getBoundingClientRect();
        const least = target.matches('.tile-face, input.input, textarea') ? 52 : 48;
        return { is: target.outerHTML.slice(0, 100), width, height, least };
      })
      .filter(({ width, height, least }) => Math.round(height) < least || Math.round(width) < 48)
      .map(({ is, width, height }) => `${Math.round(width)}×${Math.round(height)} ${is}`);
  });

declare global {
  interface Window {
    axe: typeof axe;
  }
}
