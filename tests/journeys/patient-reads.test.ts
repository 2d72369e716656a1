import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Locale } from '../../src/lib/locale.ts';
import { en as aboutEn } from '../../src/patient/about/en.ts';
import { inOnePiece, telLink } from '../../src/patient/shell/one-piece.ts';
import { en, type Words } from '../../src/patient/words/en.ts';
import { es } from '../../src/patient/words/es.ts';
import { notLoaded } from '../../src/patient/words/not-loaded.ts';
import { tell } from '../../src/patient/words/tell.ts';
import { demoSettings } from '../../src/settings/demo.ts';
import { axeFindings, sidewaysScroll, smallTargets } from '../accessibility/patient-looks.ts';
import { launchBrowser } from '../chromium.ts';
import { type House, openHouse } from './house.ts';
import { headingIs, openPhone } from './patient.ts';

let house: House;
let browser: Browser;

beforeAll(async () => {
  [house, browser] = await Promise.all([openHouse(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

const languages: readonly (readonly [Locale, Words])[] = [
  ['en', en],
  ['es', es],
];

describe.each(languages)('without JavaScript, in %s', (lang, w) => {
  test('P01 P35 the start page says what it is for, what to have ready, who reads it, and whom to call', async () => {
    const { page } = await openPhone(browser, { javaScriptEnabled: false });
    await page.goto(`${house.url}/?lang=${lang}`);
    const text = async () => (await page.locator('body').innerText()).replace(/\s+/g, ' ');
    const { name, phone, minutes } = demoSettings;
    for (const part of [
      tell(w.start.lead, { n: minutes }),
      w.start.notDecision,
      w.start.hardTitle,
      w.start.hard,
      ...w.start.readyList,
      tell(w.start.whoReadsText, { clinic: name }),
      tell(w.start.needsScript, { phone }),
      w.demonstration,
      w.crisis.call988,
      w.crisis.text988,
      w.crisis.call911,
      w.footer.notWatched,
      phone,
    ])
      await expect.poll(text).toContain(part.replace(/\s+/g, ' '));
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe(lang);
    await expect.poll(() => page.content()).not.toMatch(/\sstyle="/);
  });

  test('P10 help is there, with numbers that dial', async () => {
    const { page } = await openPhone(browser, { javaScriptEnabled: false });
    await page.goto(`${house.url}/?lang=${lang}`);
    await page.getByRole('link', { name: w.header.helpNow }).click();
    await page.waitForURL('**/help');
    await page.goto(`${house.url}/help?lang=${lang}`);
    await headingIs(page, w.help.h1);
    await expect.poll(() => page.locator('a[href="tel:988"]').count()).toBe(1);
    await expect.poll(() => page.locator('a[href="tel:911"]').count()).toBe(1);
    await expect.poll(() => page.locator('a[href="tel:8552747471"]').count()).toBe(1);
  });

  test('P18 the second link that a keyboard meets leads away', async () => {
    const { page } = await openPhone(browser, { javaScriptEnabled: false });
    await page.goto(`${house.url}/?lang=${lang}`);
    const link = page.locator('a.skip-link').nth(1);
    await expect.poll(() => link.getAttribute('href')).toMatch(/^\/blank/);
    await page.goto(`${house.url}${await link.getAttribute('href')}`);
    await expect.poll(() => page.title()).toMatch(/^(New tab|Nueva pestaña)$/);
  });

  test('the form says that it needs JavaScript, and whom to call instead', async () => {
    const { page } = await openPhone(browser, { javaScriptEnabled: false });
    await page.goto(`${house.url}/form?lang=${lang}`);
    await expect.poll(() => page.locator('body').innerText()).toContain(inOnePiece(demoSettings.phone));
    await expect.poll(() => page.getByRole('link', { name: w.header.helpNow }).count()).toBe(1);
  });
});

/** Eight seconds are kept by a style alone. */
const waitIsOver = (page: Page) =>
  page.evaluate(() => {
    for (const animation of document.getAnimations()) animation.finish();
  });

describe.each(languages)('where the script is lost on the way, in %s', (lang, w) => {
  test('P01 P10 a page that only the app can fill says so after a while, whom to call and where help is', async () => {
    const { page, context } = await openPhone(browser);
    await context.route('**/assets/*.js', (route) => route.abort());
    for (const path of ['/form', '/resume', '/status', '/follow-up']) {
      await page.goto(`${house.url}${path}?lang=${lang}`);
      const text = page.getByText(notLoaded[lang].text);
      // In the page from the beginning, and kept back: most often the app is only slow.
      await expect.poll(() => page.locator('.not-loaded h1').count()).toBe(1);
      expect(await text.isVisible()).toBe(false);
      await waitIsOver(page);
      await expect.poll(() => text.isVisible()).toBe(true);
      const ways = await page
        .locator(`section[lang="${lang}"] a`)
        .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
      expect(ways).toEqual(['', telLink(demoSettings.phone), `/help?lang=${lang}`, 'tel:988']);
      expect(await axeFindings(page)).toEqual([]);
      expect([...(await sidewaysScroll(page)), ...(await smallTargets(page))]).toEqual([]);
    }
    await context.unroute('**/assets/*.js');
    await page.getByRole('link', { name: notLoaded[lang].again }).click();
    await page.locator('#app h1').waitFor();
    await expect.poll(() => page.locator('.not-loaded').count()).toBe(0);
    await context.close();
  });

  test('P10 P11 whoever has begun and answered is told of help while the form does not come', async () => {
    const { page, context } = await openPhone(browser);
    const [first = ''] = (await (await page.request.get(house.url)).text()).match(/[^"]+\.js(?=")/) ?? [];
    await context.route('**/assets/*.js', (route) =>
      route.request().url().endsWith(first) ? route.continue() : route.abort(),
    );
    await page.goto(`${house.url}/?lang=${lang}`);
    await page.getByRole('button', { name: w.start.begin }).click();
    await page.locator('main .tile-face').first().click();
    const help = page.locator('.long-wait');
    await page.getByRole('button', { name: w.continue, exact: true }).click();
    await expect.poll(() => page.getByText(w.loading).count()).toBe(1);
    expect(await help.isVisible()).toBe(false);
    await waitIsOver(page);
    await expect.poll(() => help.innerText()).toContain(w.support.body);
    expect(await help.locator('a').getAttribute('href')).toBe(telLink(demoSettings.phone));
    expect(await axeFindings(page)).toEqual([]);
    await context.close();
  });
});

test('P29 until its Spanish is confirmed a clinic gives help, phone and interpreter in Spanish, and no form', async () => {
  const clinic = JSON.parse(readFileSync('clinic.example.json', 'utf8'));
  delete clinic.spanishInstrumentsConfirmed;
  const unconfirmed = await openHouse(clinic);
  try {
    for (const javaScriptEnabled of [true, false]) {
      const { page, context } = await openPhone(browser, { javaScriptEnabled, locale: 'es-MX' });
      for (const path of ['/', '/form']) {
        await page.goto(`${unconfirmed.url}${path}?lang=es`);
        if (path === '/form' && !javaScriptEnabled) continue;
        await headingIs(page, es.start.h1);
        const text = async () => (await page.locator('main').innerText()).replace(/\s+/g, ' ');
        await expect.poll(text).toContain(tell(es.start.spanishSoon, { phone: clinic.phone }));
        await expect.poll(text).toContain(es.crisis.call988);
        await expect.poll(() => page.getByRole('button', { name: es.start.begin }).count()).toBe(0);
      }
      await context.close();
    }
  } finally {
    await unconfirmed.close();
  }
});

test('P10 somebody lost finds help on the page as well', async () => {
  const { page, complaints } = await openPhone(browser);
  const answer = await page.goto(`${house.url}/nowhere`);
  expect(answer?.status()).toBe(404);
  await headingIs(page, en.lost.h1);
  await expect.poll(() => page.getByRole('link', { name: en.header.helpNow }).count()).toBe(1);
  expect(complaints).toEqual([]);
});

test('P10 P20 help, the step code and the blank page work without a connection', async () => {
  const { page, context } = await openPhone(browser);
  await page.goto(house.url);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  await page.waitForFunction(async () => {
    const [name] = await caches.keys();
    return name !== undefined && (await caches.match('/blank?lang=es')) !== undefined;
  });
  await context.setOffline(true);
  await page.goto(`${house.url}/help`);
  await headingIs(page, en.help.h1);
  await page.goto(`${house.url}/blank`);
  await expect.poll(() => page.title()).toBe('New tab');
  await page.goto(house.url);
  await headingIs(page, en.start.h1);
  await page.getByRole('button', { name: en.start.begin }).click();
  await headingIs(page, 'Are you in danger right now?');
});

test('the education page sets both treatments side by side, says what is off-label, and names its sources', async () => {
  const { page, complaints } = await openPhone(browser);
  await page.goto(`${house.url}/about`);
  await headingIs(page, aboutEn.h1);
  for (const part of [aboutEn.noPromise, aboutEn.compare.limits, ...aboutEn.sources.list])
    await expect.poll(() => page.locator('main').innerText()).toContain(part);
  await expect
    .poll(() => page.getByRole('columnheader').allInnerTexts())
    .toEqual(['IV ketamine', 'SPRAVATO']);
  expect(complaints).toEqual([]);
});

test('P28 a person may choose light or dark for this tab', async () => {
  const { page } = await openPhone(browser);
  await page.goto(house.url);
  await page.getByRole('combobox', { name: en.header.theme }).selectOption('dark');
  await expect
    .poll(() => page.evaluate(() => getComputedStyle(document.body).backgroundColor))
    .toBe('rgb(17, 24, 27)');
  await page.reload();
  await page.waitForFunction(() => document.documentElement.dataset.theme === 'dark');
});
