import { randomBytes } from 'node:crypto';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createApp } from '../app.ts';
import { openStore } from '../db/connect.ts';
import type { Engine } from '../db/engine.ts';
import { engines, temporaryPlace } from '../db/store.fixture.ts';
import { createHousekeeping } from '../housekeeping.ts';
import { type TestServer, testServer } from '../server.fixture.ts';
import { newDraftAccess } from '../submissions/form.fixture.ts';
import { draftRoutes } from './drafts.routes.ts';

// Hundreds of requests on both engines, on a machine that may be busy.
vi.setConfig({ testTimeout: 30_000 });

const DAY = 24 * 60 * 60_000;
const server = (engine: Engine = 'sqlite') => testServer({ engine, modules: [draftRoutes] });

const bytes = (size = 300) => randomBytes(size).toString('base64url');

interface Access {
  readonly draftId: string;
  readonly verifier: string;
}

const ask = (
  { app }: TestServer,
  method: 'GET' | 'PUT' | 'DELETE',
  { draftId, verifier }: Access,
  {
    from = '203.0.113.5',
    headers = {},
    ciphertext,
  }: {
    readonly from?: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly ciphertext?: string;
  } = {},
) =>
  app.inject({
    method,
    url: `/api/drafts/${draftId}`,
    remoteAddress: from,
    headers: {
      authorization: `Draft ${verifier}`,
      ...(ciphertext === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(ciphertext === undefined ? {} : { payload: JSON.stringify({ ciphertext }) }),
  });

const create = (test: TestServer, access: Access, ciphertext = bytes()) =>
  ask(test, 'PUT', access, { ciphertext, headers: { 'if-none-match': '*' } });

const save = (test: TestServer, access: Access, version: number, ciphertext = bytes()) =>
  ask(test, 'PUT', access, { ciphertext, headers: { 'if-match': `"${version}"` } });

/** What a refusal shows, but for its request id. */
const shown = ({ statusCode, body, headers }: Awaited<ReturnType<typeof ask>>) => ({
  statusCode,
  body: body.replace(/"requestId":"[^"]+"/, ''),
  type: headers['content-type'],
  etag: headers.etag,
});

describe.each(engines)('a draft on %s', (engine) => {
  it('comes back as it was saved, version by version', async () => {
    const test = await server(engine);
    const access = newDraftAccess();
    const [first, second] = [bytes(), bytes(4_000)];
    const created = await create(test, access, first);
    expect([created.statusCode, created.json(), created.headers.etag]).toEqual([
      200,
      { version: 1, expiresAt: '2026-12-06T15:00:00.000Z' },
      '"1"',
    ]);
    test.clock.forward(DAY);
    expect((await save(test, access, 1, second)).json()).toEqual({
      version: 2,
      expiresAt: '2026-12-07T15:00:00.000Z',
    });
    expect((await ask(test, 'GET', access)).json()).toEqual({
      version: 2,
      ciphertext: second,
      savedAt: '2026-11-23T15:00:00.000Z',
    });
  });

  it('is not overwritten by somebody who has not seen its newest version', async () => {
    const test = await server(engine);
    const access = newDraftAccess();
    await create(test, access);
    const newest = bytes();
    await save(test, access, 1, newest);
    const stale = await save(test, access, 1);
    expect([stale.statusCode, stale.json().type]).toEqual([412, 'urn:prelude:problem:changed-meanwhile']);
    expect((await create(test, access)).statusCode).toBe(412);
    expect((await ask(test, 'GET', access)).json()).toMatchObject({ version: 2, ciphertext: newest });
  });

  it('of ten tabs that save over one version, one is kept', async () => {
    const test = await server(engine);
    const access = newDraftAccess();
    await create(test, access);
    const replies = await Promise.all(Array.from({ length: 10 }, () => save(test, access, 1)));
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, ...Array(9).fill(412)]);
  });

  it('whose save was heard but not answered may be saved the same way again', async () => {
    const test = await server(engine);
    const access = newDraftAccess();
    const [first, second] = [bytes(), bytes()];
    for (const _ of [1, 2]) expect((await create(test, access, first)).json()).toMatchObject({ version: 1 });
    for (const _ of [1, 2])
      expect((await save(test, access, 1, second)).json()).toMatchObject({ version: 2 });
  });

  it('needs to be told which version was seen', async () => {
    const test = await server(engine);
    const access = newDraftAccess();
    for (const headers of [{}, { 'if-match': '*' }, { 'if-match': '1' }, { 'if-match': '"0"' }]) {
      const reply = await ask(test, 'PUT', access, { ciphertext: bytes(), headers });
      expect([reply.statusCode, reply.json().type]).toEqual([428, 'urn:prelude:problem:version-required']);
    }
    expect(await test.deps.store.db().selectFrom('drafts').selectAll().execute()).toEqual([]);
  });

  it('unknown, expired, deleted and somebody else’s are one and the same', async () => {
    const test = await server(engine);
    const [mine, old, gone] = [newDraftAccess(), newDraftAccess(), newDraftAccess()];
    await create(test, old);
    await create(test, gone);
    await ask(test, 'DELETE', gone);
    test.clock.forward(14 * DAY);
    await create(test, mine);
    const verifier = newDraftAccess().verifier;
    const cases = [
      newDraftAccess(),
      old,
      gone,
      { ...mine, verifier },
      { ...gone, verifier },
      { ...old, verifier },
    ];
    for (const method of ['GET', 'PUT'] as const) {
      const more = method === 'PUT' ? { ciphertext: bytes(), headers: { 'if-match': '"1"' } } : {};
      const replies = [];
      for (const access of cases) replies.push(shown(await ask(test, method, access, more)));
      expect(replies).toEqual(Array(cases.length).fill(replies[0]));
      expect(replies[0]?.statusCode).toBe(404);
    }
    expect((await ask(test, 'GET', mine)).statusCode).toBe(200);
  });

  it('is made by saving alone', async () => {
    const test = await server(engine);
    const access = newDraftAccess();
    await ask(test, 'GET', access);
    await ask(test, 'DELETE', access);
    for (const table of ['drafts', 'draft_tombstones', 'audit'] as const) {
      expect(await test.deps.store.db().selectFrom(table).selectAll().execute()).toEqual([]);
    }
  });

  it('is deleted for good by whoever holds its secret, and by nobody else', async () => {
    const test = await server(engine);
    const access = newDraftAccess();
    await create(test, access);
    expect((await ask(test, 'DELETE', { ...access, verifier: newDraftAccess().verifier })).statusCode).toBe(
      404,
    );
    expect((await ask(test, 'GET', access)).statusCode).toBe(200);
    expect((await ask(test, 'DELETE', access)).statusCode).toBe(204);
    expect((await ask(test, 'GET', access)).statusCode).toBe(404);
    expect((await create(test, access)).statusCode).toBe(404);
    expect((await save(test, access, 1)).statusCode).toBe(404);
    expect(await test.deps.store.db().selectFrom('drafts').selectAll().execute()).toEqual([]);
  });

  it('expires 14 days after the last save, and may begin anew with the same secret', async () => {
    const test = await server(engine);
    const access = newDraftAccess();
    await create(test, access);
    test.clock.forward(14 * DAY - 1);
    expect((await save(test, access, 1)).statusCode).toBe(200);
    test.clock.forward(14 * DAY - 1);
    expect((await ask(test, 'GET', access)).statusCode).toBe(200);
    test.clock.forward(1);
    expect((await ask(test, 'GET', access)).statusCode).toBe(404);
    expect((await save(test, access, 2)).statusCode).toBe(404);
    expect((await create(test, access)).json()).toMatchObject({ version: 1 });
  });

  it('that expired is unreadable in the store once the hour is up', async () => {
    const test = await server(engine);
    const { store } = test.deps;
    const access = newDraftAccess();
    const fresh = newDraftAccess();
    await create(test, access);
    test.clock.forward(14 * DAY);
    await create(test, fresh);
    const housekeeping = createHousekeeping(test.deps);
    await housekeeping.tidy();
    await housekeeping.tidy();
    const left = await store.db().selectFrom('drafts').select('id').execute();
    expect(left).toEqual([{ id: fresh.draftId }]);
    const ends = await store.db().selectFrom('draft_tombstones').select(['draft_id', 'reason']).execute();
    expect(ends).toEqual([{ draft_id: access.draftId, reason: 'expired' }]);
    expect((await create(test, access)).json()).toMatchObject({ version: 1 });
  });
});

it('the store holds neither the verifier nor anything made from it but its hash', async () => {
  const test = await server();
  const access = newDraftAccess();
  await create(test, access);
  const [row] = await test.deps.store.db().selectFrom('drafts').selectAll().execute();
  expect(JSON.stringify(row)).not.toContain(access.verifier);
  expect(row?.verifier_hash).toMatch(/^[A-Za-z0-9_-]{43}$/);
});

describe('a wrong code', () => {
  it('may be tried ten times for one draft from one address; others are not kept out by that', async () => {
    const test = await server();
    const access = newDraftAccess();
    await create(test, access);
    const wrong = () => ask(test, 'GET', { ...access, verifier: newDraftAccess().verifier });
    for (let n = 0; n < 10; n += 1) expect((await wrong()).statusCode).toBe(404);
    const refused = await wrong();
    expect([refused.statusCode, refused.headers['retry-after']]).toEqual([429, '900']);
    expect((await ask(test, 'GET', access)).statusCode).toBe(429);
    expect((await ask(test, 'GET', access, { from: '198.51.100.4' })).statusCode).toBe(200);
    test.clock.forward(15 * 60_000);
    expect((await ask(test, 'GET', access)).statusCode).toBe(200);
  });

  it('may be tried a hundred times in all from one address', async () => {
    const test = await server();
    for (let n = 0; n < 100; n += 1) expect((await ask(test, 'GET', newDraftAccess())).statusCode).toBe(404);
    expect((await ask(test, 'GET', newDraftAccess())).statusCode).toBe(429);
  });

  it.each(engines)(
    'may be tried no more often at two processes on one %s store, nor after a restart',
    async (engine) => {
      const place = await temporaryPlace(engine);
      const process = async (first?: TestServer): Promise<TestServer> => {
        const store = await openStore(place);
        onTestFinished(() => store.close());
        if (first === undefined) return testServer({ store, modules: [draftRoutes] });
        const app = await createApp({ ...first.deps, store }, [draftRoutes]);
        onTestFinished(() => app.close());
        return { ...first, app };
      };
      const one = await process();
      const two = await process(one);
      const access = newDraftAccess();
      await create(one, access);
      const wrong = async (test: TestServer) =>
        (await ask(test, 'GET', { ...access, verifier: newDraftAccess().verifier })).statusCode;
      for (let n = 0; n < 5; n += 1) {
        expect(await wrong(one)).toBe(404);
        expect(await wrong(two)).toBe(404);
      }
      for (const test of [one, two, await process(one)]) {
        expect(await wrong(test)).toBe(429);
        expect((await ask(test, 'GET', access, { from: '198.51.100.4' })).statusCode).toBe(200);
      }
      one.clock.forward(15 * 60_000);
      expect((await ask(two, 'GET', access)).statusCode).toBe(200);
    },
  );

  it.each(engines)(
    'is compared no more than ten times when fifty come at the same moment to two processes on %s',
    async (engine) => {
      const place = await temporaryPlace(engine);
      const storeOf = async () => {
        const store = await openStore(place);
        onTestFinished(() => store.close());
        return store;
      };
      const one = await testServer({ store: await storeOf(), modules: [draftRoutes] });
      const app = await createApp({ ...one.deps, store: await storeOf() }, [draftRoutes]);
      onTestFinished(() => app.close());
      const access = newDraftAccess();
      await create(one, access);
      const both = [one, { ...one, app }];
      const askAll = (verifierOf: () => string) =>
        Promise.all(
          Array.from({ length: 25 }, () =>
            both.map((test) => ask(test, 'GET', { ...access, verifier: verifierOf() })),
          ).flat(),
        );
      const owners = await askAll(() => access.verifier);
      expect(owners.map(({ statusCode }) => statusCode)).toEqual(Array(50).fill(200));
      const guesses = await askAll(() => newDraftAccess().verifier);
      expect(guesses.map(({ statusCode }) => statusCode).sort()).toEqual([
        ...Array(10).fill(404),
        ...Array(40).fill(429),
      ]);
    },
  );

  it('is still counted by the process while the store cannot be written', async () => {
    const test = await server();
    const wrong = async () => (await ask(test, 'GET', newDraftAccess())).statusCode;
    test.deps.store.health.notice(Object.assign(new Error('planted'), { errcode: 10 }));
    for (let n = 0; n < 100; n += 1) expect(await wrong()).toBe(404);
    expect(await wrong()).toBe(429);
    expect(await test.deps.store.db().selectFrom('request_counts').selectAll().execute()).toEqual([]);
  });
});

describe('a draft is refused', () => {
  it.each([
    ['without a verifier', {}],
    ['with another kind of key', { authorization: `Bearer ${newDraftAccess().verifier}` }],
    ['with a verifier of the wrong length', { authorization: 'Draft abc' }],
  ])('%s', async (_, headers) => {
    const test = await server();
    const { draftId } = newDraftAccess();
    const reply = await test.app.inject({ url: `/api/drafts/${draftId}`, headers });
    expect([reply.statusCode, reply.json().type]).toEqual([401, 'urn:prelude:problem:verifier-required']);
  });

  it.each([
    ['with an id of another form', 'short', 'AAAA', 422, 'id'],
    ['in clear', undefined, '{"name":"Sam"}', 422, 'ciphertext'],
    ['empty', undefined, '', 422, 'ciphertext'],
    ['beyond 240,000 characters', undefined, 'A'.repeat(240_001), 422, 'ciphertext'],
  ])('%s', async (_, id, ciphertext, status, path) => {
    const test = await server();
    const access = { ...newDraftAccess(), ...(id === undefined ? {} : { draftId: id }) };
    const reply = await create(test, access, ciphertext);
    expect([reply.statusCode, reply.json().path]).toEqual([status, path]);
  });

  it('but not at exactly 240,000', async () => {
    const test = await server();
    expect((await create(test, newDraftAccess(), 'A'.repeat(240_000))).statusCode).toBe(200);
  });
});
