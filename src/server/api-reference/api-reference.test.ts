import { expect, it } from 'vitest';
import type { App } from '../route-module.ts';
import { testServer } from '../server.fixture.ts';
import { fieldsOf, kindOf } from './shape.ts';

const pathsOf = async (app: App): Promise<ReadonlyMap<string, object>> => {
  const { paths } = (await app.inject('/api/openapi.json')).json();
  return new Map(
    Object.entries<Record<string, object>>(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, door]) => [`${method.toUpperCase()} ${path}`, door]),
    ),
  );
};

it('every door of the API is described, with who may come in', async () => {
  const { app } = await testServer();
  const described = await pathsOf(app);
  const doors = app.doors.filter(
    ({ method, url }) => method !== 'HEAD' && url.startsWith('/api/') && !/^\/api\/(docs|openapi)/.test(url),
  );
  expect(doors.length).toBeGreaterThan(20);
  const names = doors.map(({ method, url }) => `${method} ${url.replace(/:(\w+)/g, '{$1}')}`);
  expect(names.filter((name) => !described.has(name))).toEqual([]);
  expect(described.get('GET /api/staff/queue')).toMatchObject({
    description: 'For signed in as clinician or frontDesk.',
  });
});

it('the page for people names every door, runs no script and asks nobody else for anything', async () => {
  const { app } = await testServer();
  const page = await app.inject('/api/docs');
  expect(page.statusCode).toBe(200);
  for (const name of (await pathsOf(app)).keys()) expect(page.body).toContain(name);
  expect(page.body).not.toMatch(/<script|style="|https?:\/\//);
  expect((await app.inject('/api/docs.css')).headers['content-type']).toContain('text/css');
});

it.each([
  [{ type: 'string', minLength: 1, maxLength: 100 }, 'string (from 1 to 100 characters)'],
  [{ enum: ['yes', 'no'] }, '"yes" or "no"'],
  [{ type: 'array', items: { type: 'integer', minimum: 0, maximum: 3 } }, 'list of integer (from 0 to 3)'],
  [{ anyOf: [{ type: 'number' }, { type: 'null' }] }, 'number, or null'],
  [true, 'anything'],
])('a value is told in words: %j', (schema, words) => {
  expect(kindOf(schema)).toBe(words);
});

it('fields inside of lists and choices are told with their path', () => {
  const inner = { type: 'object', properties: { drug: { type: 'string' } }, required: ['drug'] };
  const schema = { type: 'object', properties: { trials: { type: 'array', items: inner } } };
  expect(fieldsOf(schema)).toEqual([
    { path: 'trials', kind: 'list of object', isRequired: false },
    { path: 'trials[].drug', kind: 'string', isRequired: true },
  ]);
});
