import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { demoSettings } from '../../settings/demo.ts';
import { testServer } from '../server.fixture.ts';
import { findBuiltPages } from './built-pages.ts';
import { localeFor } from './locale.ts';
import { temporaryBuild } from './pages.fixture.ts';

const house = async () => testServer({ pages: await temporaryBuild() });
const get = async (url: string, headers: Record<string, string> = {}) =>
  (await house()).app.inject({ url, headers });

describe('a page of the patient', () => {
  it.each(['/', '/form', '/help', '/about', '/resume', '/status'])(
    '%s is drawn for this clinic and day',
    async (url) => {
      const reply = await get(url);
      expect(reply.statusCode).toBe(200);
      expect(reply.body).toContain(`<title>patient</title> ${url} en ${demoSettings.name} 2026-11-22`);
      expect(reply.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(reply.headers['cache-control']).toBe('no-store');
    },
  );

  it('brings its style within itself, which the policy allows by its hash and no other', async () => {
    const { headers } = await get('/');
    const hash = createHash('sha256').update('p{color:red}').digest('base64');
    expect(headers['content-security-policy']).toContain(`style-src 'self' 'sha256-${hash}';`);
  });

  it('names the script that takes the first press ahead of itself', async () => {
    const { headers } = await get('/');
    expect(headers.link).toBe('</assets/first-press-Bx3kQ9.js>; rel=modulepreload');
  });

  it('is the same with a slash at its end', async () => {
    expect((await get('/help/')).body).toContain('/help en');
  });

  it('comes compressed to a browser that can read it', async () => {
    const reply = await get('/', { 'accept-encoding': 'gzip, br' });
    expect(reply.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(reply.rawPayload).toString()).toContain('<title>patient</title>');
  });

  it('is drawn anew when the day of the clinic changes', async () => {
    const { app, clock } = await house();
    const today = async () => (await app.inject('/')).body.slice(-10);
    expect(await today()).toBe('2026-11-22');
    // Midnight in Chicago, nine hours later: six in the morning by UTC.
    clock.forward(15 * 3_600_000 - 1);
    expect(await today()).toBe('2026-11-22');
    clock.forward(1);
    expect(await today()).toBe('2026-11-23');
  });

  it('is in Spanish for a browser that wants it', async () => {
    expect((await get('/', { 'accept-language': 'es-MX,es;q=0.9,en;q=0.8' })).body).toContain(' es ');
    expect((await get('/?lang=es', { 'accept-language': 'en' })).body).toContain(' es ');
  });
});

it.each<[string, string | undefined, string | undefined, ('en' | 'es')[], string]>([
  ['nothing is known', undefined, undefined, ['en', 'es'], 'en'],
  ['the browser wants Spanish', undefined, 'es', ['en', 'es'], 'es'],
  ['it wants English more', undefined, 'es;q=0.5,en', ['en', 'es'], 'en'],
  ['it wants French, then Spanish', undefined, 'fr,es;q=0.7', ['en', 'es'], 'es'],
  ['it does not want Spanish at all', undefined, 'es;q=0', ['en', 'es'], 'en'],
  ['the clinic does not speak it', 'es', 'es', ['en'], 'en'],
  ['the address asks for it', 'es', 'en', ['en', 'es'], 'es'],
  ['the address asks for something else', 'xx', undefined, ['en', 'es'], 'en'],
  ['the header is nonsense', undefined, ';;q=,,==;q=x', ['en', 'es'], 'en'],
])('when %s the page is drawn in the right language', (_, lang, acceptLanguage, spoken, locale) => {
  expect(localeFor({ lang, acceptLanguage }, spoken)).toBe(locale);
});

it.each(['/clinic', '/clinic/setup', '/clinic/cases/1'])('%s is the portal', async (url) => {
  const reply = await get(url);
  expect(reply.body).toBe('<title>portal</title>');
  expect(reply.headers['cache-control']).toBe('no-store');
});

it('the portal comes as its compressed copy', async () => {
  const reply = await get('/clinic', { 'accept-encoding': 'br' });
  expect(reply.headers['content-encoding']).toBe('br');
  expect(reply.headers['content-type']).toContain('text/html');
});

describe('a file with a hash in its name', () => {
  it('may be kept for a year', async () => {
    const reply = await get('/assets/app-Bx3kQ9.js');
    expect(reply.statusCode).toBe(200);
    expect(reply.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(reply.headers['content-type']).toContain('javascript');
  });

  it('that is not there is not kept', async () => {
    const reply = await get('/assets/gone-000000.js');
    expect(reply.statusCode).toBe(404);
    expect(reply.headers['cache-control']).toBe('no-store');
  });
});

it('an icon beside the pages is served', async () => {
  expect((await get('/favicon.svg')).statusCode).toBe(200);
});

it('somebody lost gets the page for them, which is not told where they were', async () => {
  const reply = await get('/nowhere/CANARY', { accept: 'text/html' });
  expect(reply.statusCode).toBe(404);
  expect(reply.body).toContain('/lost en');
  expect(reply.body).not.toContain('CANARY');
});

it.each([
  '/.vite/manifest.json',
  '/server/prerender.js',
  '/index.html',
  '/package.json',
  '/index.html.br',
  '/assets/../index.html.br',
  '/assets/%2e%2e/.vite/manifest.json',
  '/assets/..%2f..%2fetc/passwd',
  '/assets/.hidden',
  '/assets/',
  '/form/phq9',
])('%s leads nowhere', async (url) => {
  expect((await get(url)).statusCode).toBe(404);
});

it('a build that is not whole counts as none', async () => {
  const { dir } = await temporaryBuild();
  rmSync(join(dir, 'server', 'prerender.js'));
  expect(await findBuiltPages(dir)).toBeUndefined();
});
