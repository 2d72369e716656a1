import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { anyAnswers } from '../../../tests/any-answers.ts';
import { problem } from '../../submission/wire.ts';
import { type TestServer, testServer } from '../server.fixture.ts';
import { formOf, newDraftAccess, plainAnswers } from './form.fixture.ts';

// Hundreds of requests on both engines, on a machine that may be busy.
vi.setConfig({ testTimeout: 30_000 });

/** A text of the sender that must not come back, and must not be logged. */
const CANARY = 'xq7canaryxq7';

const whole: string = JSON.stringify(formOf({ ...plainAnswers, allergies: CANARY }));
const withAnswer = (json: string) => whole.replace('"allergies":', `${json},"allergies":`);
const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
const keys = (count: number) => `{${Array.from({ length: count }, (_, n) => `"${CANARY}${n}":1`).join(',')}}`;

const bodies: readonly (readonly [
  name: string,
  body: string | Buffer<ArrayBuffer>,
  status: number,
  path?: string,
])[] = [
  ['lists 100,000 deep', deep(100_000), 413],
  ['an answer nested too deep', withAnswer(`"avm":${deep(21)}`), 413],
  ['2,001 keys', keys(2_001), 413],
  ['5 MiB', JSON.stringify({ text: 'x'.repeat(5 * 1_024 * 1_024) }), 413],
  ['a text of 4,001 characters', withAnswer(`"pronouns":"${'é'.repeat(4_001)}"`), 422, 'answers.pronouns'],
  ['a NUL in a text', withAnswer('"pronouns":"a\\u0000b"'), 400, 'answers.pronouns'],
  ['half a character', withAnswer('"pronouns":"\\ud83d"'), 400, 'answers.pronouns'],
  ['half a character as a key', withAnswer('"\\udc00":"x"'), 400],
  ['__proto__', withAnswer('"__proto__":{"polluted":true}'), 400, 'answers'],
  ['constructor', withAnswer('"constructor":{"prototype":{"polluted":true}}'), 400, 'answers'],
  ['a number beyond all numbers', withAnswer('"episodeMonths":1e999'), 422, 'answers.episodeMonths'],
  ['an infinite dose', withAnswer('"trials":[{"drug":"x","doseMg":1e400}]'), 422, 'answers.trials[0].doseMg'],
  ['a text where a list belongs', withAnswer(`"conditions":"${CANARY}"`), 422, 'answers.conditions'],
  ['a list where a text belongs', withAnswer('"pronouns":["a"]'), 422, 'answers.pronouns'],
  ['an object where a choice belongs', withAnswer(`"avm":{"${CANARY}":1}`), 422, 'answers.avm'],
  ['a key that cannot be a name', withAnswer(`"${CANARY} <script>":1`), 422],
  ['a key of 3,000 characters', withAnswer(`"${'k'.repeat(3_000)}":1`), 422],
  ['501 medicines', withAnswer(`"medications":[${'"x",'.repeat(500)}"x"]`), 413, 'answers.medications'],
  ['half a form', whole.slice(0, -40), 400],
  ['two forms', whole + whole, 400],
  ['XML', '<form/>', 400],
  ['nothing', '', 422],
  ['bytes that are no text', Buffer.from([0x22, 0xff, 0xfe, 0x22]), 400],
  ['a byte order mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from('{}')]), 422],
];

const put = (
  { app }: TestServer,
  url: string,
  payload: string | Buffer,
  headers: Readonly<Record<string, string>> = {},
) =>
  app.inject({
    method: 'PUT',
    url,
    payload,
    headers: {
      'content-type': 'application/json',
      'sec-fetch-site': 'same-origin',
      authorization: `Draft ${newDraftAccess().verifier}`,
      'if-none-match': '*',
      ...headers,
    },
  });

/** Refused in our words, with nothing of what was sent. */
const isRefusedKindly = (reply: Awaited<ReturnType<typeof put>>) => {
  expect(reply.statusCode).toBeGreaterThanOrEqual(400);
  expect(reply.statusCode).toBeLessThan(500);
  expect(reply.headers['content-type']).toMatch(/^application\/problem\+json/);
  const { detail, title } = problem.parse(reply.json());
  for (const text of [detail, title])
    expect(text).not.toMatch(/zod|schema|expected|JSON\.parse|\n\s*at |undefined/);
  expect(reply.body.length).toBeLessThan(1_000);
};

const refusals = bodies.map(([name, body, status, path]) => ({ name, body, status, path }));

it.each(refusals)('a form with $name is refused, without a word of it', async ({ body, status, path }) => {
  const test = await testServer();
  const reply = await put(test, `/api/submissions/${randomUUID()}`, body);
  isRefusedKindly(reply);
  expect(reply.statusCode).toBe(status);
  if (path !== undefined) expect(reply.json().path).toBe(path);
  // The name of a key stands in the path, and nowhere else.
  expect(reply.body.replace(/"path":"[^"]*"/, '')).not.toContain(CANARY);
  expect(test.logged()).not.toContain(CANARY);
  expect(await test.deps.store.db().selectFrom('submissions').select('id').execute()).toEqual([]);
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
});

it.each([
  ['compressed', { 'content-encoding': 'gzip' }, 415],
  ['of another type', { 'content-type': 'text/plain' }, 415],
  ['of a form on another site', { 'sec-fetch-site': 'cross-site' }, 403],
])('a form that is %s is refused', async (_, headers, status) => {
  const test = await testServer();
  const reply = await put(test, `/api/submissions/${randomUUID()}`, whole, headers);
  isRefusedKindly(reply);
  expect(reply.statusCode).toBe(status);
});

it('whatever JSON is put to whatever door: a receipt or a refusal in our words, never an error of ours', async () => {
  const test = await testServer();
  const doors = [
    () => `/api/submissions/${randomUUID()}`,
    () => `/api/safety-alerts/${randomUUID()}`,
    () => `/api/drafts/${newDraftAccess().draftId}`,
  ];
  const formLike = fc.record(
    {
      formVersion: fc.oneof(fc.constant('1'), fc.jsonValue()),
      language: fc.oneof(fc.constantFrom('en', 'es'), fc.jsonValue()),
      answers: fc.oneof(anyAnswers, fc.dictionary(fc.string(), fc.jsonValue()), fc.jsonValue()),
      trail: fc.oneof(fc.constant([]), fc.array(fc.jsonValue())),
    },
    { requiredKeys: [] },
  );
  await fc.assert(
    fc.asyncProperty(fc.oneof(formLike, fc.jsonValue()), fc.constantFrom(...doors), async (body, door) => {
      // The limit of writes is not what is tried here.
      test.clock.forward(61_000);
      const reply = await put(test, door(), JSON.stringify(body), {});
      if (reply.statusCode !== 429 && reply.statusCode >= 300) isRefusedKindly(reply);
      expect(reply.statusCode).toBeLessThan(500);
    }),
    { numRuns: 100, seed: 20261122 },
  );
}, 30_000);
