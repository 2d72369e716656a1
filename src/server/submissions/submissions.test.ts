import { randomUUID } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { demoSettings } from '../../settings/demo.ts';
import { receipt as receiptSchema } from '../../submission/wire.ts';
import type { Engine } from '../db/engine.ts';
import { engines } from '../db/store.fixture.ts';
import { draftRoutes } from '../drafts/drafts.routes.ts';
import { followUpRoutes } from '../follow-ups/follow-ups.routes.ts';
import { findRecordKey } from '../keys/record-keys.repository.ts';
import { type TestServer, testServer } from '../server.fixture.ts';
import { formOf, newDraftAccess, plainAnswers, send } from './form.fixture.ts';
import { openFrozen } from './sealed-columns.ts';
import { submissionRoutes } from './submissions.routes.ts';

// Hundreds of requests on both engines, on a machine that may be busy.
vi.setConfig({ testTimeout: 30_000 });

const modules = [draftRoutes, followUpRoutes, submissionRoutes];
const server = (engine: Engine = 'sqlite') => testServer({ engine, modules });

const countOf = async (
  { deps }: TestServer,
  table: 'submissions' | 'record_keys' | 'outbox',
): Promise<number> => {
  const { rows } = await deps.store
    .db()
    .selectFrom(table)
    .select((row) => row.fn.countAll<number>().as('rows'))
    .executeTakeFirstOrThrow();
  return rows;
};

const frozenOf = async ({ deps: { store, vault } }: TestServer, id: string) => {
  const row = await store
    .db()
    .selectFrom('submissions')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const wrapped = await findRecordKey(store.db(), id);
  if (wrapped === undefined) throw new Error('no key');
  return openFrozen(vault.envelope, vault.envelope.unwrap(wrapped), row);
};

describe.each(engines)('a finished form on %s', (engine) => {
  it('gets a receipt, and lies in the store as it was sent', async () => {
    const test = await server(engine);
    const id = randomUUID();
    const reply = await send(test.app, formOf(), { id });
    expect(reply.statusCode).toBe(201);
    const receipt = receiptSchema.parse(reply.json());
    expect(receipt).toMatchObject({ submissionId: id, receivedAt: '2026-11-22T15:00:00.000Z' });
    expect(receipt.reference).toMatch(/^[0-9A-Z]{3}-[0-9A-Z]{3}$/);
    const { content, screening } = await frozenOf(test, id);
    expect(content.answers).toEqual(plainAnswers);
    expect(content).toMatchObject({ formVersion: '1', language: 'en', asOf: '2026-11-22' });
    expect(screening.evaluation.disposition).toEqual({ spravato: 'ROUTINE', ivKetamine: 'ROUTINE' });
    expect(screening.evaluation.flags.map(({ id: rule }) => rule)).toEqual(['TRD-MET', 'IND-IVK-OFFLABEL']);
  });

  it('sent 50 times at once and 50 times later is one record, one receipt, one message', async () => {
    const test = await server(engine);
    const id = randomUUID();
    const together = await Promise.all(Array.from({ length: 50 }, () => send(test.app, formOf(), { id })));
    test.clock.forward(60_000);
    const later = [];
    for (let n = 0; n < 50; n += 1) later.push(await send(test.app, formOf(), { id }));
    const replies = [...together, ...later];
    expect(new Set(replies.map(({ body }) => body)).size).toBe(1);
    expect(replies.filter(({ statusCode }) => statusCode === 201)).toHaveLength(1);
    expect(replies.filter(({ statusCode }) => statusCode === 200)).toHaveLength(99);
    expect(await countOf(test, 'submissions')).toBe(1);
    expect(await countOf(test, 'record_keys')).toBe(1);
    expect(await countOf(test, 'outbox')).toBe(1);
  });

  it('with other answers under the same id is refused, and the first one stays', async () => {
    const test = await server(engine);
    const id = randomUUID();
    const first = await send(test.app, formOf(), { id });
    const other = await send(test.app, formOf({ ...plainAnswers, aneurysm: 'yes' }), { id });
    expect(other.statusCode).toBe(409);
    expect(other.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect((await send(test.app, formOf(), { id })).json()).toEqual(first.json());
    expect((await frozenOf(test, id)).content.answers.aneurysm).toBe('no');
  });

  it('of two different forms that race for one id, one wins and the other is refused', async () => {
    const test = await server(engine);
    const id = randomUUID();
    const forms = [formOf(), formOf({ ...plainAnswers, firstName: 'Robin' })];
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, n) => send(test.app, forms[n % 2], { id })),
    );
    const kept = (await frozenOf(test, id)).content.answers.firstName;
    for (const [n, reply] of replies.entries()) {
      expect(reply.statusCode === 409).toBe((n % 2 === 0 ? 'Sam' : 'Robin') !== kept);
    }
    expect(await countOf(test, 'outbox')).toBe(1);
  });

  it('closes the draft it came from, whose secret then shows the status', async () => {
    const test = await server(engine);
    const { draftId, verifier } = newDraftAccess();
    const headers = { authorization: `Draft ${verifier}`, 'content-type': 'application/json' };
    await test.app.inject({
      method: 'PUT',
      url: `/api/drafts/${draftId}`,
      headers: { ...headers, 'if-none-match': '*' },
      payload: JSON.stringify({ ciphertext: 'AAAA' }),
    });
    expect((await send(test.app, formOf(plainAnswers, { draftId }), { verifier })).statusCode).toBe(201);
    const draft = await test.app.inject({ url: `/api/drafts/${draftId}`, headers });
    expect([draft.statusCode, draft.json().type]).toEqual([410, 'urn:prelude:problem:draft-sent']);
    const status = await test.app.inject({ url: `/api/drafts/${draftId}/follow-ups`, headers });
    expect(status.json()).toMatchObject({ status: 'received', items: [] });
    const late = await test.app.inject({
      method: 'PUT',
      url: `/api/drafts/${draftId}`,
      headers: { ...headers, 'if-match': '"1"' },
      payload: JSON.stringify({ ciphertext: 'AAAB' }),
    });
    expect(late.statusCode).toBe(410);
    expect(await test.deps.store.db().selectFrom('drafts').selectAll().execute()).toEqual([]);
  });

  it('that names somebody else’s draft is kept, and that draft too', async () => {
    const test = await server(engine);
    const victim = newDraftAccess();
    const headers = { authorization: `Draft ${victim.verifier}`, 'content-type': 'application/json' };
    await test.app.inject({
      method: 'PUT',
      url: `/api/drafts/${victim.draftId}`,
      headers: { ...headers, 'if-none-match': '*' },
      payload: JSON.stringify({ ciphertext: 'AAAA' }),
    });
    const thief = newDraftAccess();
    const body = formOf(plainAnswers, { draftId: victim.draftId });
    expect((await send(test.app, body, { verifier: thief.verifier })).statusCode).toBe(201);
    expect((await send(test.app, body)).statusCode).toBe(201);
    const draft = await test.app.inject({ url: `/api/drafts/${victim.draftId}`, headers });
    expect(draft.statusCode).toBe(200);
    const rows = await test.deps.store
      .db()
      .selectFrom('submissions')
      .select(['draft_id', 'verifier_hash'])
      .execute();
    expect(rows).toEqual([
      { draft_id: null, verifier_hash: null },
      { draft_id: null, verifier_hash: null },
    ]);
  });
});

it('a form sent before midnight and repeated after it gets the first receipt', async () => {
  const test = await server();
  const id = randomUUID();
  const toMidnight = Date.parse('2026-11-23T05:59:59.900Z') - test.clock.now().getTime();
  test.clock.forward(toMidnight);
  // 18 tomorrow, by the clinic's calendar: 120 years old today, 121 years old tomorrow is refused anew.
  const oldest = { ...plainAnswers, birthDate: '1905-11-23' };
  const first = await send(test.app, formOf(oldest), { id });
  expect(first.statusCode).toBe(201);
  test.clock.forward(200);
  const again = await send(test.app, formOf(oldest), { id });
  expect([again.statusCode, again.json()]).toEqual([200, first.json()]);
  expect((await send(test.app, formOf(oldest))).statusCode).toBe(422);
});

it('whose keys come in another order is the same form', async () => {
  const test = await server();
  const id = randomUUID();
  const first = await send(test.app, formOf(), { id });
  const { answers, ...rest } = formOf();
  const reversed = { answers: Object.fromEntries(Object.entries(answers).reverse()), ...rest };
  expect((await send(test.app, reversed, { id })).json()).toEqual(first.json());
});

describe('a form is refused with the path of what is wrong:', () => {
  it.each<[string, unknown, number, string | undefined]>([
    ['a version of the form that was never released', formOf({}, { formVersion: '999' }), 422, 'formVersion'],
    ['a key that no question has', formOf({ ...plainAnswers, zodiac: 'leo' }), 422, 'answers.zodiac'],
    ['a value that is not offered', formOf({ ...plainAnswers, aneurysm: 'maybe' }), 422, 'answers.aneurysm'],
    ['a blank written as null', formOf({ ...plainAnswers, avm: null }), 422, 'answers.avm'],
    ['a number beyond its range', formOf({ ...plainAnswers, sbp: 301 }), 422, 'answers.sbp'],
    ['half a millimetre of mercury', formOf({ ...plainAnswers, dbp: 80.5 }), 422, 'answers.dbp'],
    [
      'a trial without its drug',
      formOf({ ...plainAnswers, trials: [{ weeks: 4 }] }),
      422,
      'answers.trials[0].drug',
    ],
    [
      'an item beyond its scale',
      formOf({ ...plainAnswers, phq9: [0, 0, 0, 0, 0, 0, 0, 0, 4] }),
      422,
      'answers.phq9[8]',
    ],
    ['an instrument cut short', formOf({ ...plainAnswers, phq9: [1, 1] }), 422, 'answers.phq9'],
    [
      'a day that does not exist',
      formOf({ ...plainAnswers, birthDate: '1984-02-30' }),
      422,
      'answers.birthDate',
    ],
    ['a birth date to come', formOf({ ...plainAnswers, birthDate: '2026-11-23' }), 422, 'answers.birthDate'],
    [
      'an off-path answer that is not offered',
      formOf({ ...plainAnswers, miWhen: 'once' }),
      422,
      'answers.miWhen',
    ],
    ['no name', formOf({ ...plainAnswers, lastName: undefined }), 422, 'answers.lastName'],
    ['neither phone nor e-mail', formOf({ ...plainAnswers, phone: undefined }), 422, 'answers.phone'],
    ['no signature', formOf({ ...plainAnswers, consents: undefined }), 422, 'answers.consents'],
    ['somebody of 17', formOf({ ...plainAnswers, birthDate: '2008-11-23' }), 422, 'answers.birthDate'],
    ['a field of the body that is not known', formOf(plainAnswers, { score: 3 }), 422, 'score'],
    ['a language we do not speak', formOf(plainAnswers, { language: 'fr' }), 422, 'language'],
    [
      'a trail about nothing',
      formOf(plainAnswers, { trail: [{ key: 'x', at: '2026-11-22T14:00:00Z', from: null }] }),
      422,
      'trail[0].key',
    ],
    [
      'a trail with no answer',
      formOf(plainAnswers, { trail: [{ key: 'avm', at: '2026-11-22T14:00:00Z', from: 'x' }] }),
      422,
      'trail[0].from',
    ],
    ['a list', [], 422, ''],
    ['a word', 'form', 422, ''],
    ['nothing', null, 422, ''],
  ])('%s', async (_, body, status, path) => {
    const test = await server();
    const reply = await send(test.app, body);
    expect(reply.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect([reply.statusCode, reply.json().path]).toEqual([status, path]);
    expect(await countOf(test, 'submissions')).toBe(0);
    expect(await countOf(test, 'outbox')).toBe(0);
  });

  it('an id that is no UUID', async () => {
    const { app } = await server();
    const reply = await send(app, formOf(), { id: 'first' });
    expect([reply.statusCode, reply.json().path]).toEqual([422, 'id']);
  });

  it('a location that the clinic does not have', async () => {
    const test = await testServer({
      modules,
      settings: {
        ...demoSettings,
        locations: [
          { id: 'east', name: 'East' },
          { id: 'west', name: 'West' },
        ],
      },
    });
    const wrong = await send(test.app, formOf({ ...plainAnswers, location: 'north' }));
    expect(wrong.json()).toMatchObject({ status: 422, path: 'answers.location' });
    const right = await send(test.app, formOf({ ...plainAnswers, location: 'west' }));
    expect(right.statusCode).toBe(201);
    const [row] = await test.deps.store.db().selectFrom('submissions').select('location').execute();
    expect(row).toEqual({ location: 'west' });
  });
});

it('somebody of 17 has their draft deleted, and nothing of them is kept', async () => {
  const test = await server();
  const { draftId, verifier } = newDraftAccess();
  const headers = { authorization: `Draft ${verifier}`, 'content-type': 'application/json' };
  await test.app.inject({
    method: 'PUT',
    url: `/api/drafts/${draftId}`,
    headers: { ...headers, 'if-none-match': '*' },
    payload: JSON.stringify({ ciphertext: 'AAAA' }),
  });
  const reply = await send(test.app, formOf({ ...plainAnswers, birthDate: '2008-11-23' }, { draftId }), {
    verifier,
  });
  expect(reply.json()).toMatchObject({ status: 422, type: 'urn:prelude:problem:under-18' });
  expect((await test.app.inject({ url: `/api/drafts/${draftId}`, headers })).statusCode).toBe(404);
  expect(await test.deps.store.db().selectFrom('drafts').selectAll().execute()).toEqual([]);
});

it('somebody whose 18th birthday is today by the clinic’s calendar is taken', async () => {
  const test = await server();
  expect((await send(test.app, formOf({ ...plainAnswers, birthDate: '2008-11-22' }))).statusCode).toBe(201);
});

it('an answer to a question that was not asked is not kept', async () => {
  const test = await server();
  const id = randomUUID();
  await send(test.app, formOf({ ...plainAnswers, miWhen: 'within6w', pregnant: 'yes' }), { id });
  const { answers } = (await frozenOf(test, id)).content;
  expect(answers).toEqual(plainAnswers);
});

it('what the audit holds of a form is ids and words of our own', async () => {
  const test = await server();
  await send(test.app);
  const rows = await test.deps.store.db().selectFrom('audit').selectAll().orderBy('seq').execute();
  expect(rows.map(({ action, actor_kind, outcome }) => [action, actor_kind, outcome])).toEqual([
    ['submission.receive', 'patient', 'done'],
  ]);
});
