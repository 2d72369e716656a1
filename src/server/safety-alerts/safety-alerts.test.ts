import { randomUUID } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import type { Engine } from '../db/engine.ts';
import { engines } from '../db/store.fixture.ts';
import { findRecordKey } from '../keys/record-keys.repository.ts';
import { type TestServer, testServer } from '../server.fixture.ts';
import { formOf, plainAnswers, send } from '../submissions/form.fixture.ts';
import { submissionRoutes } from '../submissions/submissions.routes.ts';
import { addressKey } from './address-key.ts';
import { openAlert } from './alert-content.ts';
import { safetyAlertRoutes } from './safety-alerts.routes.ts';

// Hundreds of requests on both engines, on a machine that may be busy.
vi.setConfig({ testTimeout: 30_000 });

const server = (engine: Engine = 'sqlite') =>
  testServer({ engine, modules: [safetyAlertRoutes, submissionRoutes] });

const dangerNow = {
  submissionId: '8f14e45f-ceea-467f-ab68-c2ac1ffd9a10',
  state: 'raised',
  agreedBy: 'asked',
  language: 'en',
  name: 'Sam Quillfeather',
  phone: '(615) 555-0142',
  whereToday: 'Davidson County',
  mayLeaveMessage: 'no',
  answers: { emergencyNow: 'yes' },
} as const;

const sameDay = {
  ...dangerNow,
  agreedBy: 'consent',
  answers: { emergencyNow: 'no', phq9: [1, 1, 1, 1, 1, 1, 1, 1, 1] },
} as const;

const tell = (
  { app }: TestServer,
  body: unknown = dangerNow,
  id: string = randomUUID(),
  from = '203.0.113.9',
) =>
  app.inject({
    method: 'PUT',
    url: `/api/safety-alerts/${id}`,
    remoteAddress: from,
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    payload: JSON.stringify(body),
  });

const messages = async ({ deps }: TestServer) =>
  (await deps.store.db().selectFrom('outbox').select('kind').orderBy('created_at').execute()).map(
    ({ kind }) => kind,
  );

const alertOf = async ({ deps: { store, vault } }: TestServer, id: string) => {
  const row = await store
    .db()
    .selectFrom('safety_alerts')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const wrapped = await findRecordKey(store.db(), id);
  if (wrapped === undefined) throw new Error('no key');
  return { row, content: openAlert(vault.envelope, vault.envelope.unwrap(wrapped), row) };
};

describe.each(engines)('a person in danger on %s', (engine) => {
  it('is told on at once, and once, however often it is sent', async () => {
    const test = await server(engine);
    const id = randomUUID();
    const replies = await Promise.all(Array.from({ length: 20 }, () => tell(test, dangerNow, id)));
    test.clock.forward(60_000);
    replies.push(await tell(test, dangerNow, id));
    expect(new Set(replies.map(({ body }) => body)).size).toBe(1);
    expect(replies[0]?.json()).toEqual({
      alertId: id,
      state: 'raised',
      receivedAt: '2026-11-22T15:00:00.000Z',
    });
    expect(await messages(test)).toEqual(['safety-alert-raised']);
    const { row, content } = await alertOf(test, id);
    expect(row).toMatchObject({ status: 'raised', version: 1, submission_id: dangerNow.submissionId });
    expect(content).toMatchObject({
      level: 'urgent',
      name: 'Sam Quillfeather',
      phone: '(615) 555-0142',
      whereToday: 'Davidson County',
      mayLeaveMessage: 'no',
      agreedBy: 'asked',
      rules: [{ id: 'SU-EMERGENCY' }],
      said: [{ key: 'emergencyNow', text: 'Yes' }],
    });
  });

  it('may take it back and raise it again; the clinic is told of each', async () => {
    const test = await server(engine);
    const id = randomUUID();
    await tell(test, { ...dangerNow, revision: 1 }, id);
    test.clock.forward(1_000);
    const back = { ...dangerNow, state: 'withdrawn', revision: 2, answers: { emergencyNow: 'no' } };
    expect((await tell(test, back, id)).json()).toMatchObject({
      state: 'withdrawn',
      receivedAt: '2026-11-22T15:00:01.000Z',
    });
    const { content } = await alertOf(test, id);
    expect(content).toMatchObject({ level: 'urgent', raisedAt: '2026-11-22T15:00:00.000Z' });
    test.clock.forward(1_000);
    await tell(test, { ...dangerNow, revision: 3 }, id);
    expect((await alertOf(test, id)).row).toMatchObject({ status: 'raised', version: 3 });
    expect((await tell(test, back, id)).json()).toMatchObject({ state: 'raised' });
    expect((await alertOf(test, id)).row).toMatchObject({ status: 'raised', version: 3 });
    expect(await messages(test)).toEqual([
      'safety-alert-raised',
      'safety-alert-withdrawn',
      'safety-alert-raised',
    ]);
  });

  it('whose answers get worse is told on then', async () => {
    const test = await server(engine);
    const id = randomUUID();
    await tell(test, sameDay, id);
    expect(await messages(test)).toEqual([]);
    const now = { ...sameDay.answers, asq1: 'yes', asq2: 'no', asq3: 'yes', asq4: 'no', asq5: 'yes' };
    await tell(test, { ...sameDay, answers: now }, id);
    expect((await alertOf(test, id)).content.level).toBe('urgent');
    expect(await messages(test)).toEqual(['safety-alert-raised']);
  });
});

it('an alert is raised again although the clock of the device was set back', async () => {
  const test = await server();
  const id = randomUUID();
  await tell(test, { ...dangerNow, revision: 9_000_000 }, id);
  await tell(test, { ...dangerNow, state: 'withdrawn', revision: 9_000_001 }, id);
  expect((await tell(test, { ...dangerNow, revision: 4 }, id)).json()).toMatchObject({ state: 'raised' });
  expect((await alertOf(test, id)).row.status).toBe('raised');
});

it('a milder alert that was late does not take the place of the present one', async () => {
  const test = await server();
  const id = randomUUID();
  await tell(test, { ...dangerNow, revision: 2 }, id);
  await tell(test, { ...sameDay, revision: 1 }, id);
  expect((await alertOf(test, id)).content.level).toBe('urgent');
});

it('a positive answer that is not urgent goes to the queue without a message', async () => {
  const test = await server();
  const id = randomUUID();
  expect((await tell(test, sameDay, id)).statusCode).toBe(200);
  expect((await alertOf(test, id)).content.level).toBe('sameDay');
  expect(await messages(test)).toEqual([]);
});

it('somebody under 18 who is in danger is told on, although they cannot send', async () => {
  const test = await server();
  const id = randomUUID();
  const answers = { emergencyNow: 'yes', birthDate: '2010-05-05' };
  expect((await tell(test, { ...dangerNow, answers }, id)).statusCode).toBe(200);
  const refused = await send(test.app, formOf({ ...plainAnswers, birthDate: '2010-05-05' }), {
    id: dangerNow.submissionId,
  });
  expect(refused.statusCode).toBe(422);
  expect((await alertOf(test, id)).row.status).toBe('raised');
});

it('of many from one address every one is kept, and only the first five are told on', async () => {
  const test = await server();
  const ids = Array.from({ length: 12 }, () => randomUUID());
  for (const id of ids) expect((await tell(test, dangerNow, id)).statusCode).toBe(200);
  expect(await messages(test)).toHaveLength(5);
  const marked = [];
  for (const id of ids) marked.push((await alertOf(test, id)).content.manyFromThisAddress);
  expect(marked).toEqual([...Array(5).fill(false), ...Array(7).fill(true)]);
  const elsewhere = randomUUID();
  await tell(test, dangerNow, elsewhere, '198.51.100.3');
  expect((await alertOf(test, elsewhere)).content.manyFromThisAddress).toBe(false);
  expect(await messages(test)).toHaveLength(6);
});

it('no limit of requests drops an alert', async () => {
  const test = await server();
  const replies = [];
  for (let n = 0; n < 200; n += 1) replies.push((await tell(test)).statusCode);
  expect(new Set(replies)).toEqual(new Set([200]));
});

it('one that is taken back and raised over and over is told on a few times, and always kept', async () => {
  const test = await server();
  const id = randomUUID();
  for (let revision = 1; revision <= 30; revision += 1) {
    await tell(test, { ...dangerNow, revision, state: revision % 2 === 1 ? 'raised' : 'withdrawn' }, id);
  }
  expect(await messages(test)).toHaveLength(6);
  expect((await alertOf(test, id)).row).toMatchObject({ status: 'withdrawn', version: 30 });
});

it('a case that is sent after its alert does not tell the clinic of the danger again', async () => {
  const test = await server();
  await tell(test, dangerNow);
  await send(test.app, formOf({ ...plainAnswers, emergencyNow: 'yes' }), { id: dangerNow.submissionId });
  expect(await messages(test)).toEqual(['safety-alert-raised', 'submission-received']);
});

it('a case in danger without an alert tells the clinic when it is sent', async () => {
  const test = await server();
  await send(test.app, formOf({ ...plainAnswers, emergencyNow: 'yes' }));
  expect(await messages(test)).toEqual(['safety-alert-raised']);
});

describe('an alert is refused with the path of what is wrong:', () => {
  it.each([
    ['an answer that an alert does not carry', { ...dangerNow, answers: { avm: 'yes' } }, 'answers.avm'],
    [
      'a value that is not offered',
      { ...dangerNow, answers: { emergencyNow: 'help' } },
      'answers.emergencyNow',
    ],
    ['no case', { ...dangerNow, submissionId: undefined }, 'submissionId'],
    ['a level of the sender’s own', { ...dangerNow, level: 'urgent' }, 'level'],
    ['another state', { ...dangerNow, state: 'closed' }, 'state'],
  ])('%s', async (_, body, path) => {
    const test = await server();
    const reply = await tell(test, body);
    expect([reply.statusCode, reply.json().path]).toEqual([422, path]);
  });
});

it.each([
  ['203.0.113.9', '203.0.113.9'],
  ['::ffff:203.0.113.9', '203.0.113.9'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:0DB8:1:2::1', '2001:db8:1:2'],
  ['2001:db8::5', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
])('the address %s counts as %s', (address, key) => {
  expect(addressKey(address)).toBe(key);
});

it('a form or an alert under an id that another record has is refused, and neither is changed', async () => {
  const test = await server();
  const taken = randomUUID();
  expect((await send(test.app, formOf(plainAnswers), { id: taken })).statusCode).toBe(201);
  expect((await tell(test, dangerNow, taken)).json().type).toBe('urn:prelude:problem:id-taken');
  const alert = randomUUID();
  expect((await tell(test, dangerNow, alert)).statusCode).toBe(200);
  const refused = await send(test.app, formOf(plainAnswers), { id: alert });
  expect(refused.json()).toMatchObject({ status: 409, type: 'urn:prelude:problem:id-taken' });
  const cases = await test.deps.store.db().selectFrom('submissions').select('id').execute();
  expect(cases).toEqual([{ id: taken }]);
});
