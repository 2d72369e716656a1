import { randomUUID } from 'node:crypto';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import {
  alertDetail,
  frontDeskItem,
  frontDeskQueue,
  queue,
  type Role,
  summary,
} from '../../submission/staff-wire.ts';
import { createApp } from '../app.ts';
import { readChain } from '../audit/audit.repository.ts';
import { openStore } from '../db/connect.ts';
import type { Engine } from '../db/engine.ts';
import { engines, temporaryPlace } from '../db/store.fixture.ts';
import { signedInAdministrator, type TestServer, testServer } from '../server.fixture.ts';
import { formOf, plainAnswers, send } from '../submissions/form.fixture.ts';

// Hundreds of requests on both engines, on a machine that may be busy.
vi.setConfig({ testTimeout: 30_000 });

type Headers = Awaited<ReturnType<typeof signedInAdministrator>>;

const signedIn = async (engine: Engine = 'sqlite', ...roles: Role[]) => {
  const test = await testServer({ engine });
  const headers = await signedInAdministrator(test);
  if (roles.length > 0) await becomes(test, ...roles);
  return { test, headers };
};

const becomes = (test: TestServer, ...roles: Role[]) =>
  test.deps.store.inTransaction((tx) =>
    tx
      .updateTable('users')
      .set({ roles: roles.join(' ') })
      .execute(),
  );

const get = ({ app }: Pick<TestServer, 'app'>, headers: Headers, url: string) =>
  app.inject({ url: `/api/staff/${url}`, headers });

const look = async (test: Pick<TestServer, 'app'>, headers: Headers, view: string, more = '') =>
  queue.parse((await get(test, headers, `queue?view=${view}${more}`)).json());

const acts = async ({ deps }: TestServer, action: string) => {
  const rows = [];
  for await (const row of readChain(deps.store.db)) if (row.action === action) rows.push(row);
  return rows;
};

const inDanger = { ...plainAnswers, emergencyNow: 'yes', firstName: 'Dana', lastName: 'Oakhurst' };
const withWish = { ...plainAnswers, asq1: 'yes', asq5: 'no', firstName: 'Will', lastName: 'Palmer' };

const alertOf = (submissionId: string, more: object = {}) => ({
  submissionId,
  state: 'raised',
  agreedBy: 'consent',
  language: 'en',
  name: 'Dana Oakhurst',
  phone: '(615) 555-0177',
  whereToday: 'Rutherford County',
  mayLeaveMessage: 'yes',
  answers: { emergencyNow: 'yes' },
  ...more,
});

const tell = ({ app }: TestServer, body: object, id: string = randomUUID()) =>
  app.inject({
    method: 'PUT',
    url: `/api/safety-alerts/${id}`,
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    payload: JSON.stringify(body),
  });

describe.each(engines)('the queue on %s', (engine) => {
  it('begins with those who may be in danger, then with those who have waited longest', async () => {
    const { test, headers } = await signedIn(engine);
    const sent = [];
    for (const answers of [plainAnswers, withWish, { ...plainAnswers, firstName: 'Late' }, inDanger]) {
      const id = randomUUID();
      sent.push(id);
      await send(test.app, formOf(answers), { id });
      test.clock.forward(60_000);
    }
    const [plain, wish, late, danger] = sent;
    const { items, counts, next } = await look(test, headers, 'new');
    expect(items.map(({ id }) => id)).toEqual([danger, wish, plain, late]);
    expect(items.map(({ level }) => level)).toEqual(['urgent', 'sameDay', 'none', 'none']);
    expect(items[0]).toMatchObject({
      kind: 'submission',
      name: 'O., Dana',
      age: 42,
      interest: 'either',
      phq9: '17',
      // A Sunday: nobody is waited for.
      chips: [{ tone: 'safety', text: 'Safety: call now, not taken yet' }],
      since: '2026-11-22T15:03:00.000Z',
    });
    expect(counts).toEqual({ safety: 2, new: 4, mine: 0, waiting: 0, ready: 0, closed: 0 });
    expect(next).toBeNull();
    expect((await look(test, headers, 'safety')).items.map(({ id }) => id)).toEqual([danger, wish]);
  });

  it('shows the alert of somebody who has not sent yet, and then only their case', async () => {
    const { test, headers } = await signedIn(engine);
    const [submissionId, alertId] = [randomUUID(), randomUUID()];
    await tell(test, alertOf(submissionId), alertId);
    const [before] = (await look(test, headers, 'safety')).items;
    expect(before).toMatchObject({
      kind: 'alert',
      id: alertId,
      level: 'urgent',
      name: 'O., Dana',
      reference: null,
      // A Sunday: nobody is waited for.
      chips: [{ tone: 'safety', text: 'Safety: call now, not taken yet' }],
    });
    test.clock.forward(300_000);
    await send(test.app, formOf({ ...plainAnswers, firstName: 'Dana' }), { id: submissionId });
    const after = (await look(test, headers, 'safety')).items;
    expect(after).toHaveLength(1);
    // The answers alone would not be urgent any more: what was raised counts until it is taken back or closed.
    expect(after[0]).toMatchObject({
      kind: 'submission',
      id: submissionId,
      level: 'urgent',
      since: '2026-11-22T15:00:00.000Z',
    });
    const opened = summary.parse((await get(test, headers, `submissions/${submissionId}`)).json());
    expect(opened.alerts).toEqual([
      { id: alertId, level: 'urgent', state: 'raised', receivedAt: '2026-11-22T15:00:00.000Z' },
    ]);
    expect(opened.level).toBe('urgent');
  });

  it('keeps an alert that was taken back in sight, after those still raised', async () => {
    const { test, headers } = await signedIn(engine);
    const [back, raised] = [randomUUID(), randomUUID()];
    await tell(test, alertOf(randomUUID()), back);
    test.clock.forward(1_000);
    await tell(test, alertOf(randomUUID()), raised);
    await tell(test, alertOf(randomUUID(), { state: 'withdrawn' }), back);
    const { items } = await look(test, headers, 'safety');
    expect(items.map(({ id, level }) => [id, level])).toEqual([
      [raised, 'urgent'],
      [back, 'none'],
    ]);
    expect(items[1]?.chips).toEqual([{ tone: 'note', text: 'Taken back by the person' }]);
  });

  it('sees at once what another process has written', async () => {
    const place = await temporaryPlace(engine);
    const [here, there] = [await openStore(place), await openStore(place)];
    const test = await testServer({ store: here });
    onTestFinished(async () => {
      await here.close();
      await there.close();
    });
    const headers = await signedInAdministrator(test);
    const other = { ...test, app: await createApp({ ...test.deps, store: there }) };
    const [alertId, id] = [randomUUID(), randomUUID()];
    const item9 = { emergencyNow: 'no', phq9: [1, 1, 1, 1, 1, 1, 1, 1, 1] };
    const levels = async () =>
      (await look(test, headers, 'safety')).items.map((item) => [item.id, item.level]);

    await tell(test, alertOf(randomUUID(), { answers: item9 }), alertId);
    expect(await levels()).toEqual([[alertId, 'sameDay']]);
    await tell(other, alertOf(randomUUID()), alertId);
    expect(await levels()).toEqual([[alertId, 'urgent']]);
    await send(other.app, formOf(withWish), { id });
    expect(await levels()).toEqual([
      [alertId, 'urgent'],
      [id, 'sameDay'],
    ]);
    await tell(other, alertOf(randomUUID(), { state: 'withdrawn' }), alertId);
    expect(await levels()).toEqual([
      [id, 'sameDay'],
      [alertId, 'none'],
    ]);
    await other.app.close();
  });

  it('comes page by page, and nobody is missed or shown twice', async () => {
    const { test, headers } = await signedIn(engine);
    const ids = [];
    for (let n = 0; n < 7; n += 1) {
      const id = randomUUID();
      ids.push(id);
      await send(test.app, formOf(n % 3 === 0 ? inDanger : plainAnswers), { id });
      if (n % 2 === 0) test.clock.forward(1_000);
    }
    const seen: string[] = [];
    for (let cursor = ''; ; ) {
      const page = await look(test, headers, 'new', `&limit=2${cursor}`);
      seen.push(...page.items.map(({ id }) => id));
      if (page.next === null) break;
      cursor = `&cursor=${page.next}`;
    }
    expect(seen).toEqual((await look(test, headers, 'new')).items.map(({ id }) => id));
    expect([...seen].sort()).toEqual([...ids].sort());
  });

  it('counts and pages closed cases, the last one first', async () => {
    const { test, headers } = await signedIn(engine);
    const ids: string[] = [];
    for (let n = 0; n < 3; n += 1) {
      const id = randomUUID();
      ids.unshift(id);
      await send(test.app, formOf(), { id });
      test.clock.forward(1_000);
    }
    await test.deps.store.inTransaction((tx) =>
      tx.updateTable('submissions').set({ status: 'closed', version: 2 }).execute(),
    );
    const first = await look(test, headers, 'closed', '&limit=2');
    const second = await look(test, headers, 'closed', `&limit=2&cursor=${first.next}`);
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids);
    expect(second.next).toBeNull();
    expect(first.counts).toMatchObject({ new: 0, closed: 3 });
  });

  it('shows what cannot be opened, and hides nothing else behind it', async () => {
    const { test, headers } = await signedIn(engine);
    const [damaged, whole] = [randomUUID(), randomUUID()];
    await send(test.app, formOf(), { id: damaged });
    await send(test.app, formOf(), { id: whole });
    await test.deps.store.inTransaction((tx) =>
      tx
        .updateTable('record_keys')
        .set({ wrapped: new Uint8Array(80) })
        .where('record_id', '=', damaged)
        .execute(),
    );
    const { items } = await look(test, headers, 'new');
    expect(items.map(({ id }) => id)).toEqual([whole]);
    expect((await look(test, headers, 'safety')).items).toMatchObject([
      { id: damaged, name: 'Cannot be opened', level: 'sameDay' },
    ]);
    const reply = await get(test, headers, `submissions/${damaged}`);
    expect([reply.statusCode, reply.json().type]).toEqual([500, 'urn:prelude:problem:record-damaged']);
  });
});

describe('a case', () => {
  it('is read as it was sent, and the reading is recorded', async () => {
    const { test, headers } = await signedIn();
    const id = randomUUID();
    await send(test.app, formOf({ ...plainAnswers, aneurysm: 'unsure' }), { id });
    const reply = await get(test, headers, `submissions/${id}`);
    const opened = summary.parse(reply.json());
    expect(reply.headers['cache-control']).toBe('no-store');
    expect(opened.heading).toMatchObject({ name: 'Sam Quillfeather', age: 42, phone: '(615) 555-0142' });
    expect(opened.flags[0]).toMatchObject({
      id: 'CV-ANEURYSM',
      status: 'unknown',
      patientSaid: [{ key: 'aneurysm', text: 'I’m not sure', state: 'unsure' }],
    });
    const [read] = await acts(test, 'submission.read');
    expect(read).toMatchObject({
      actor_kind: 'staff',
      object_type: 'submission',
      object_id: id,
      outcome: 'done',
    });
  });

  it('that does not exist is not found, and that somebody looked is recorded', async () => {
    const { test, headers } = await signedIn();
    for (const path of [`submissions/${randomUUID()}`, `alerts/${randomUUID()}`]) {
      expect((await get(test, headers, path)).statusCode).toBe(404);
    }
    const alert = randomUUID();
    await tell(test, alertOf(randomUUID()), alert);
    expect((await get(test, headers, `submissions/${alert}`)).statusCode).toBe(404);
    const reads = [...(await acts(test, 'submission.read')), ...(await acts(test, 'safety-alert.read'))];
    expect(reads.map(({ outcome, reason }) => [outcome, reason])).toEqual(
      Array(3).fill(['refused', 'not-found']),
    );
  });

  it('whose reading cannot be recorded is not read', async () => {
    const { test, headers } = await signedIn();
    const id = randomUUID();
    await send(test.app, formOf(), { id });
    const failing = await createApp({
      ...test.deps,
      audit: { append: () => Promise.reject(new Error('the disk of the audit is full')) },
    });
    for (const path of [`submissions/${id}`, `alerts/${id}`, 'queue?view=new']) {
      const reply = await get({ app: failing }, headers, path);
      expect(reply.statusCode).toBe(500);
      expect(reply.body).not.toContain('Quillfeather');
    }
    await failing.close();
  });
});

it('an alert is read with its rules and the person’s own words', async () => {
  const { test, headers } = await signedIn();
  const id = randomUUID();
  await tell(test, alertOf(randomUUID()), id);
  const detail = alertDetail.parse((await get(test, headers, `alerts/${id}`)).json());
  expect(detail).toMatchObject({
    level: 'urgent',
    state: 'raised',
    name: 'Dana Oakhurst',
    whereToday: 'Rutherford County',
    rules: [{ id: 'SU-EMERGENCY' }],
    patientSaid: [{ key: 'emergencyNow', text: 'Yes' }],
  });
  expect(await acts(test, 'safety-alert.read')).toHaveLength(1);
});

describe('a list that shows nothing new', () => {
  it('is recorded once, and again when there is news, for another view, and after a quarter of an hour', async () => {
    const { test, headers } = await signedIn();
    const reads = async () => (await acts(test, 'queue.read')).length;
    await send(test.app, formOf());
    for (let n = 0; n < 5; n += 1) await look(test, headers, 'new');
    expect(await reads()).toBe(1);
    await send(test.app, formOf());
    await look(test, headers, 'new');
    expect(await reads()).toBe(2);
    await look(test, headers, 'safety');
    expect(await reads()).toBe(3);
    await look(test, headers, 'safety');
    test.clock.forward(9 * 60_000);
    await look(test, headers, 'safety');
    expect(await reads()).toBe(3);
    test.clock.forward(6 * 60_000);
    await look(test, headers, 'safety');
    expect(await reads()).toBe(4);
  });
});

describe('the front desk', () => {
  /** Everything a clinician may see and the front desk may not: words of flags, answers, scores, treatments. */
  const clinical =
    /PHQ|ASQ|danger|suicid|aneurysm|spravato|ketamine|sertraline|venlafaxine|depression|17|review|Label|SU-|flag|score|42/i;

  it('sees whom to call, how and where, and nothing of why', async () => {
    const { test, headers } = await signedIn('sqlite', 'frontDesk');
    const [id, alertId] = [randomUUID(), randomUUID()];
    await send(test.app, formOf(inDanger), { id });
    test.clock.forward(1_000);
    await tell(test, alertOf(randomUUID()), alertId);
    const replies = [
      await get(test, headers, 'queue?view=safety'),
      await get(test, headers, 'queue?view=new'),
      await get(test, headers, `submissions/${id}`),
      await get(test, headers, `alerts/${alertId}`),
    ];
    for (const { statusCode, body } of replies) {
      expect(statusCode).toBe(200);
      const readable = body.replace(/"(id|since|reference|phone)":"[^"]*"/g, '');
      expect(readable).not.toMatch(clinical);
    }
    const [safety, all, one, alert] = replies;
    expect(frontDeskQueue.parse(safety?.json()).items.map((item) => item.callNow)).toEqual([
      {
        soon: 'now',
        name: 'Dana Oakhurst',
        phone: '(615) 555-0142',
        place: 'Davidson County',
        mayLeaveMessage: 'no',
      },
      {
        soon: 'now',
        name: 'Dana Oakhurst',
        phone: '(615) 555-0177',
        place: 'Rutherford County',
        mayLeaveMessage: 'yes',
      },
    ]);
    expect(frontDeskQueue.parse(all?.json()).items).toEqual([frontDeskItem.parse(one?.json())]);
    expect(frontDeskItem.parse(alert?.json())).toMatchObject({
      kind: 'alert',
      status: 'notSent',
      reference: null,
    });
  });

  it('sees no place of somebody who need not be called', async () => {
    const { test, headers } = await signedIn('sqlite', 'frontDesk');
    const id = randomUUID();
    await send(test.app, formOf(), { id });
    const reply = await get(test, headers, `submissions/${id}`);
    expect(reply.json()).toMatchObject({ callNow: null, status: 'new' });
    expect(reply.body).not.toContain('Davidson');
    expect(await acts(test, 'submission.read')).toMatchObject([
      { fields: 'contact', actor_roles: 'frontDesk' },
    ]);
  });
});

describe('who may come in', () => {
  const doors = ['queue?view=safety', `submissions/${randomUUID()}`, `alerts/${randomUUID()}`];

  it.each(doors)('%s: nobody without a sign-in', async (door) => {
    const { app } = await testServer();
    const reply = await app.inject({ url: `/api/staff/${door}` });
    expect(reply.statusCode).toBe(401);
  });

  it.each(doors)('%s: no administrator who is not also a clinician', async (door) => {
    const { test, headers } = await signedIn('sqlite', 'administrator');
    const reply = await get(test, headers, door);
    expect([reply.statusCode, reply.json().type]).toEqual([403, 'urn:prelude:problem:not-allowed']);
  });
});

describe('the queue is refused', () => {
  it.each([
    ['a view there is not', 'queue?view=everything', 'view'],
    ['no view', 'queue', 'view'],
    ['more than fits', 'queue?view=new&limit=501', 'limit'],
    ['a cursor of another making', 'queue?view=new&cursor=1;drop', 'cursor'],
    ['a filter nobody knows', 'queue?view=new&sort=name', 'sort'],
  ])('%s', async (_, url, path) => {
    const { test, headers } = await signedIn();
    const reply = await get(test, headers, url);
    expect(reply.statusCode).toBeGreaterThanOrEqual(400);
    expect(reply.statusCode).toBeLessThan(500);
    expect(reply.json().path).toBe(path);
  });
});
