import { expect, it } from 'vitest';
import { routeModules } from '../src/server/app.ts';
import type { Door } from '../src/server/edge/access.ts';
import { temporaryBuild } from '../src/server/pages/pages.fixture.ts';
import type { App, RouteModule } from '../src/server/route-module.ts';
import { sameOrigin, testServer } from '../src/server/server.fixture.ts';

/** All that anybody may reach without signing in. A new line here is a decision. */
const PUBLIC = new Set([
  'GET /',
  'GET /about',
  'GET /blank',
  'GET /help',
  'GET /form',
  'GET /resume',
  'GET /status',
  'GET /clinic',
  'GET /clinic/*',
  'GET /assets/*',
  'GET /favicon.svg',
  'GET /healthz',
  'GET /readyz',
  'GET /api/openapi.json',
  'GET /api/docs',
  'GET /api/docs.css',
  'POST /api/auth/setup',
  'POST /api/auth/invitation',
  'POST /api/auth/sign-in',
  'POST /api/auth/sign-out',
  'GET /api/auth/ways',
  'POST /api/auth/provider',
  'POST /api/auth/provider/return',
  'POST /api/auth/second-factor',
  'POST /api/auth/second-factor/passkey',
  'POST /api/auth/enrol',
  'POST /api/auth/enrol/totp',
  'POST /api/auth/enrol/passkey',
  'POST /api/csp-reports',
  'GET /api/clinic',
  'GET /api/questionnaire',
  'GET /api/drafts/:id',
  'PUT /api/drafts/:id',
  'DELETE /api/drafts/:id',
  'PUT /api/submissions/:id',
  'POST /api/submissions/:id/record.pdf',
  'PUT /api/safety-alerts/:id',
  'GET /follow-up',
  'GET /api/drafts/:id/follow-ups',
  'POST /api/follow-ups/open',
  'PUT /api/submissions/:id/replies/:replyId',
]);

const house = async (...planted: RouteModule[]) =>
  testServer({ pages: await temporaryBuild(), modules: [...routeModules, ...planted] });

const nameOf = ({ method, url }: Door): string => `${method} ${url}`;

/** A `HEAD` comes with each `GET` and answers without a body. */
const doorsOf = (app: App): readonly Door[] => app.doors.filter(({ method }) => method !== 'HEAD');

const knock = async (app: App, { method, url }: Door): Promise<number> => {
  const address = url.replace(/:\w+/g, 'b3b1d9a2-0000-4000-8000-000000000002').replace('*', 'x');
  const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;
  const known = methods.find((one) => one === method);
  if (known === undefined) throw new Error(`Nobody has thought of ${method} yet.`);
  return (await app.inject({ method: known, url: address, headers: sameOrigin })).statusCode;
};

/** The doors that let a stranger in although they are not on the list. */
const openByAccident = async (app: App): Promise<string[]> => {
  const open: string[] = [];
  for (const door of doorsOf(app)) {
    if (PUBLIC.has(nameOf(door))) continue;
    if ((await knock(app, door)) !== 401) open.push(nameOf(door));
  }
  return open;
};

it('every door refuses a stranger, save those of the list', async () => {
  const { app } = await house();
  expect(doorsOf(app).length).toBeGreaterThan(10);
  expect(await openByAccident(app)).toEqual([]);
});

it('the list names no door that is gone or closed', async () => {
  const { app } = await house();
  const open = doorsOf(app).filter(({ access }) => access === 'public');
  expect(open.map(nameOf).sort()).toEqual([...PUBLIC].sort());
});

it('a door that was opened by accident is found', async () => {
  const planted: RouteModule = (app) => {
    app.get('/api/staff/everything', { config: { access: 'public' } }, async () => ({ answers: 'all' }));
  };
  const { app } = await house(planted);
  expect(await openByAccident(app)).toEqual(['GET /api/staff/everything']);
});

it('a door that forgot to say who may come in lets nobody in', async () => {
  const forgotten: RouteModule = (app) => {
    app.get('/api/staff/forgotten', async () => ({ answers: 'all' }));
  };
  const { app } = await house(forgotten);
  expect(
    await knock(app, { method: 'GET', url: '/api/staff/forgotten', access: undefined, stepUp: false }),
  ).toBe(404);
});
