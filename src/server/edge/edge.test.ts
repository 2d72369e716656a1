import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { App, RouteModule } from '../route-module.ts';
import { sameOrigin, signedInAdministrator, testServer } from '../server.fixture.ts';
import { signInRoutes } from '../sign-in/sign-in.routes.ts';
import { caps } from './caps.ts';
import { conflict } from './problem.ts';

const body = z.strictObject({
  name: z.string(),
  list: z.array(z.strictObject({ weeks: z.number() })).optional(),
});

/** A few doors of each kind, as a folder of the server would add them. */
const doors: RouteModule = (app) => {
  const open = { config: { access: 'public' } } as const;
  app.post(
    '/api/open/:id',
    { ...open, schema: { body, response: { 200: z.strictObject({ ok: z.boolean() }) } } },
    async () => ({
      ok: true,
    }),
  );
  app.put('/api/alert', { config: { access: 'public', neverLimited: true } }, async () => ({ ok: true }));
  app.put('/api/draft', { config: { access: 'public', writes: 'saving' } }, async () => ({ ok: true }));
  app.put('/api/form', { config: { access: 'public', writes: 'sending' } }, async () => ({ ok: true }));
  app.delete('/api/draft', { config: { access: 'public', writes: 'deleting' } }, async () => ({ ok: true }));
  app.put('/api/long', { config: { access: 'public', longestText: 100_000 } }, async () => ({ ok: true }));
  app.get('/api/staff/thing', { config: { access: ['clinician'] } }, async () => ({ ok: true }));
  app.get('/api/staff/desk', { config: { access: ['frontDesk'] } }, async () => ({ ok: true }));
  app.post('/api/staff/thing', { config: { access: 'staff' } }, async () => ({ ok: true }));
  app.get('/api/forgotten', async () => ({ ok: true }));
  app.get('/api/conflict', open, async () => {
    throw conflict('twice', 'It was sent before with other content.');
  });
  app.get('/api/broken', open, async () => {
    throw new Error('Key (surname)=(Rivera) already exists');
  });
  app.get('/api/disk-full', open, async () => {
    throw Object.assign(new Error('database or disk is full'), { errcode: 13 });
  });
  app.get(
    '/api/liar',
    { ...open, schema: { response: { 200: z.strictObject({ a: z.string() }) } } },
    async () => {
      const answer: { a: string } = JSON.parse('{"a":1,"password":"x"}');
      return answer;
    },
  );
};

const server = async () => {
  const made = await testServer({ modules: [doors, signInRoutes] });
  return { ...made, send: sender(made.app) };
};

const sender =
  (app: App) =>
  (payload: unknown, headers: Record<string, string> = {}, url = '/api/open/1') =>
    app.inject({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/json', ...headers },
      payload: typeof payload === 'string' || Buffer.isBuffer(payload) ? payload : JSON.stringify(payload),
    });

describe('a request is refused', () => {
  it.each<[string, unknown, Record<string, string>, number, string]>([
    ['that is compressed', gzipSync('{}'), { 'content-encoding': 'gzip' }, 415, 'compressed'],
    ['that is a form', 'name=x', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'json-only'],
    ['that is text', '{}', { 'content-type': 'text/plain' }, 415, 'json-only'],
    ['with a field nobody knows', { name: 'x', admin: true }, {}, 422, 'unknown-key'],
    ['with a missing field', {}, {}, 422, 'not-accepted'],
    ['with nothing in it', '', {}, 422, 'not-accepted'],
    ['that is broken JSON', '{"name":', {}, 400, 'not-json'],
    ['with a prototype name', '{"__proto__":{"a":1}}', {}, 400, 'forbidden-name'],
    ['of more than 256 KiB', JSON.stringify({ name: 'x'.repeat(caps.bodyBytes) }), {}, 413, 'body-too-large'],
  ])('%s', async (_, payload, headers, status, code) => {
    const { send } = await server();
    const reply = await send(payload, headers);
    expect(reply.statusCode).toBe(status);
    expect(reply.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(reply.json()).toMatchObject({ type: `urn:prelude:problem:${code}`, status });
  });

  it('with the path of the field, the way of its lists included', async () => {
    const { send } = await server();
    expect((await send({ name: 'x', list: [{ weeks: 1 }, { weeks: 'soon' }] })).json().path).toBe(
      'list[1].weeks',
    );
    expect((await send({ name: 'x', list: [{ weeks: 1, extra: 1 }] })).json().path).toBe('list[0].extra');
  });

  it('with an address beyond 2 KiB', async () => {
    const { app } = await server();
    expect((await app.inject(`/api/conflict?x=${'y'.repeat(2_100)}`)).statusCode).toBe(414);
  });

  it.each(['/api/%', '/%E0%A4%A', '/api/open/%ff'])('at %s, which is no address', async (url) => {
    const { app } = await server();
    const reply = await app.inject({ url });
    expect([400, 404]).toContain(reply.statusCode);
    expect(reply.json()).toHaveProperty('requestId');
  });
});

describe('a reply', () => {
  it('to an error of ours tells what happened and what to do', async () => {
    const { app } = await server();
    const reply = await app.inject('/api/conflict');
    expect(reply.statusCode).toBe(409);
    expect(Object.keys(reply.json()).sort()).toEqual(['detail', 'requestId', 'status', 'title', 'type']);
  });

  it('to an error nobody foresaw holds no word of it, and neither does the log', async () => {
    const { app, logged } = await server();
    const reply = await app.inject('/api/broken');
    expect(reply.statusCode).toBe(500);
    expect(reply.body + logged()).not.toMatch(/Rivera|surname|already exists/);
    expect(logged()).toContain('edge.test.ts');
  });

  it('while the disk is full asks to try again', async () => {
    const { app } = await server();
    const reply = await app.inject('/api/disk-full');
    expect(reply.statusCode).toBe(503);
    expect(reply.headers['retry-after']).toBe('60');
  });

  it('that is not of its schema never leaves', async () => {
    const { app } = await server();
    const reply = await app.inject('/api/liar');
    expect(reply.statusCode).toBe(500);
    expect(reply.body).not.toContain('password');
  });

  it('forbids framing, inline scripts, sniffing, referrers and caching', async () => {
    const { app } = await server();
    const { headers } = await app.inject('/healthz');
    const policy = String(headers['content-security-policy']);
    for (const rule of [
      "default-src 'none'",
      "script-src 'self'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types prelude-worker',
      "base-uri 'none'",
    ]) {
      expect(policy).toContain(rule);
    }
    expect(policy).not.toMatch(/unsafe|nonce|\*/);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    });
    expect(headers['permissions-policy']).toContain('camera=()');
    expect(headers['strict-transport-security']).toContain('max-age=31536000');
  });

  it('to a wrong address is a page with the crisis numbers for people, a problem for programs', async () => {
    const { app } = await server();
    const page = await app.inject({ url: '/nowhere', headers: { accept: 'text/html' } });
    expect(page.statusCode).toBe(404);
    expect(page.body).toMatch(/tel:988/);
    expect(page.body).toMatch(/tel:911/);
    expect(page.body).not.toMatch(/<script|<style|style=/);
    const problem = await app.inject({ url: '/api/nowhere', headers: { accept: 'text/html' } });
    expect(problem.json()).toMatchObject({ status: 404 });
  });
});

describe('another site', () => {
  it.each<[string, Record<string, string>, number]>([
    ['a page of ours', { 'sec-fetch-site': 'same-origin' }, 200],
    ['another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a neighbour under the same domain', { 'sec-fetch-site': 'same-site' }, 403],
    ['an address typed by hand, which cannot write', { 'sec-fetch-site': 'none' }, 403],
    ['an old browser on our page', { origin: 'http://localhost:8080' }, 200],
    ['an old browser on another page', { origin: 'https://evil.example' }, 403],
    ['an old browser on a page without origin', { origin: 'null' }, 403],
    ['a program without a sign-in', {}, 200],
    ['a program with a sign-in', { cookie: '__Host-prelude=x' }, 403],
    [
      'another site that names our origin',
      { 'sec-fetch-site': 'cross-site', origin: 'http://localhost:8080' },
      403,
    ],
  ])('a write from %s', async (_, headers, status) => {
    const { send } = await server();
    expect((await send({ name: 'x' }, headers)).statusCode).toBe(status);
  });

  it('may not read either, but a bookmark may', async () => {
    const { app } = await server();
    const site = (from: string) => app.inject({ url: '/api/conflict', headers: { 'sec-fetch-site': from } });
    expect((await site('cross-site')).statusCode).toBe(403);
    expect((await site('none')).statusCode).toBe(409);
  });
});

describe('a door', () => {
  it('that does not say who may come in is closed, for staff too', async () => {
    const made = await server();
    const browser = await signedInAdministrator(made);
    expect((await made.app.inject('/api/forgotten')).statusCode).toBe(404);
    expect((await made.app.inject({ url: '/api/forgotten', headers: browser })).statusCode).toBe(404);
  });

  it('for clinicians is closed to strangers, and to those who hold another role', async () => {
    const made = await server();
    const ask = (url: string, headers: Record<string, string>) => made.app.inject({ url, headers });
    expect((await ask('/api/staff/thing', {})).statusCode).toBe(401);
    expect((await ask('/api/staff/thing', { cookie: `__Host-prelude=${'A'.repeat(43)}` })).statusCode).toBe(
      401,
    );
    const browser = await signedInAdministrator(made);
    expect((await ask('/api/staff/thing', browser)).statusCode).toBe(200);
    expect((await ask('/api/staff/desk', browser)).statusCode).toBe(403);
  });

  it('asks for the sign-in before it reads a byte of the body', async () => {
    const { send } = await server();
    expect((await send('not json at all', sameOrigin, '/api/staff/thing')).statusCode).toBe(401);
  });
});

describe('limits', () => {
  const write = (app: App, from: string, url = '/api/open/1') =>
    app.inject({
      method: url === '/api/alert' ? 'PUT' : 'POST',
      url,
      payload: { name: 'x' },
      remoteAddress: from,
    });

  it('stop the 121st write of an address in a minute, and say when to come back', async () => {
    const { app } = await server();
    for (let n = 0; n < 120; n += 1) expect((await write(app, '203.0.113.1')).statusCode).toBe(200);
    const reply = await write(app, '203.0.113.1');
    expect(reply.statusCode).toBe(429);
    expect(Number(reply.headers['retry-after'])).toBeGreaterThan(0);
    expect((await write(app, '203.0.113.2')).statusCode).toBe(200);
  });

  it('never drop a safety alert', async () => {
    const { app } = await server();
    for (let n = 0; n < 130; n += 1) await write(app, '203.0.113.1');
    expect((await write(app, '203.0.113.1', '/api/alert')).statusCode).toBe(200);
  });

  it('let a person send or delete their form, however often others behind the address save', async () => {
    const { app } = await server();
    const ask = async (method: 'PUT' | 'DELETE', url: string, from = '203.0.113.1') =>
      (await app.inject({ method, url, payload: {}, remoteAddress: from })).statusCode;
    for (let n = 0; n < 240; n += 1) expect(await ask('PUT', '/api/draft')).toBe(200);
    expect(await ask('PUT', '/api/draft')).toBe(429);
    expect(await ask('PUT', '/api/form')).toBe(200);
    expect(await ask('DELETE', '/api/draft')).toBe(200);
    expect((await write(app, '203.0.113.1')).statusCode).toBe(200);
    for (let n = 0; n < 960; n += 1) await ask('PUT', '/api/draft', `198.51.100.${n % 200}`);
    expect(await ask('PUT', '/api/draft', '192.0.2.7')).toBe(429);
    expect(await ask('PUT', '/api/form', '192.0.2.7')).toBe(200);
  });

  it('stop public writes from everywhere at 600 a minute, and leave the staff alone', async () => {
    const made = await server();
    const browser = await signedInAdministrator(made);
    for (let n = 0; n < 610; n += 1) await write(made.app, `198.51.100.${n % 200}`);
    expect((await write(made.app, '192.0.2.7')).statusCode).toBe(429);
    const staff = await made.app.inject({
      method: 'POST',
      url: '/api/staff/thing',
      headers: browser,
      payload: {},
    });
    expect(staff.statusCode).toBe(200);
  });

  it('count the address a named proxy tells, and no other', async () => {
    const through = async (trustedProxies: readonly string[]) => {
      const { app } = await testServer({ modules: [doors], trustedProxies });
      let refused = 0;
      for (let n = 0; n < 125; n += 1) {
        const reply = await app.inject({
          method: 'POST',
          url: '/api/open/1',
          payload: { name: 'x' },
          remoteAddress: '10.0.0.5',
          headers: { 'x-forwarded-for': `203.0.113.${n}` },
        });
        if (reply.statusCode === 429) refused += 1;
      }
      return refused;
    };
    expect(await through(['10.0.0.0/8'])).toBe(0);
    expect(await through([])).toBe(5);
    expect(await through(['10.9.9.9'])).toBe(5);
  });
});

describe('the log', () => {
  it('holds method, route, status, time and request id, and nothing of what was sent', async () => {
    const { app, logged } = await server();
    await app.inject({
      method: 'POST',
      url: '/api/open/CANARY-PATH?q=CANARY-QUERY',
      headers: {
        'user-agent': 'CANARY-AGENT',
        referer: 'https://x/CANARY-REFERER',
        authorization: 'Draft CANARY-KEY',
      },
      payload: { name: 'CANARY-BODY' },
      remoteAddress: '203.0.113.77',
    });
    await app.inject('/CANARY-NOWHERE?CANARY');
    expect(logged()).not.toMatch(/CANARY|203\.0\.113/);
    const [line = ''] = logged().split('\n');
    expect(Object.keys(JSON.parse(line)).sort()).toEqual([
      'level',
      'method',
      'ms',
      'msg',
      'requestId',
      'route',
      'status',
      'time',
    ]);
    expect(JSON.parse(line)).toMatchObject({ method: 'POST', route: '/api/open/:id', status: 200 });
  });
});

describe('a report of the content policy', () => {
  const report = (app: App, payload: string) =>
    app.inject({
      method: 'POST',
      url: '/api/csp-reports',
      headers: { 'content-type': 'application/csp-report' },
      payload,
    });

  it('is logged by the rule that blocked, without the address of the page', async () => {
    const { app, logged } = await server();
    const csp = { 'csp-report': { 'effective-directive': 'script-src', 'document-uri': 'https://x/CANARY' } };
    expect((await report(app, JSON.stringify(csp))).statusCode).toBe(204);
    expect(logged()).toContain('"directive":"script-src"');
    expect(logged()).not.toContain('CANARY');
  });

  it.each(['{', '[]', '{"csp-report":{"effective-directive":"CANARY <script>"}}'])(
    'of another shape is dropped: %s',
    async (text) => {
      const { app, logged } = await server();
      expect((await report(app, text)).statusCode).toBe(204);
      expect(logged()).not.toContain('CANARY');
    },
  );
  it('that is a text of its own, sent as plain JSON, does not come into the log', async () => {
    const { app, logged } = await server();
    const json = { url: '/api/csp-reports', headers: { 'content-type': 'application/json' } };
    for (const payload of ['"CANARY"', '"canary-words"'])
      expect((await app.inject({ ...json, method: 'POST', payload })).statusCode).toBe(204);
    expect(logged()).not.toMatch(/canary/i);
  });
});
