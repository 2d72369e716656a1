import { randomUUID } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import type { CaseWork } from '../../submission/case-work-wire.ts';
import { decisionKinds, decisions, safetyOutcomes } from '../../submission/decisions.ts';
import { frontDeskQueue, queue } from '../../submission/staff-wire.ts';
import { createApp } from '../app.ts';
import { readChain } from '../audit/audit.repository.ts';
import { engines } from '../db/store.fixture.ts';
import type { TestServer } from '../server.fixture.ts';
import { formOf, newDraftAccess, plainAnswers, send } from '../submissions/form.fixture.ts';
import { answerOf, ask, type Colleague, refusalOf, staffed, workOf } from './case-work.fixture.ts';

// Many requests on both engines, on a machine that may be busy.
vi.setConfig({ testTimeout: 40_000 });

const inDanger = { ...plainAnswers, emergencyNow: 'yes' };

const receive = async (test: TestServer, answers: object = plainAnswers) => {
  const id = randomUUID();
  const reply = await send(test.app, formOf(answers), { id });
  if (reply.statusCode !== 201) throw new Error(reply.body);
  return id;
};

const raise = async (test: TestServer, more: object = {}, id: string = randomUUID()) => {
  await test.app.inject({
    method: 'PUT',
    url: `/api/safety-alerts/${id}`,
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    payload: JSON.stringify({
      submissionId: randomUUID(),
      state: 'raised',
      agreedBy: 'asked',
      language: 'en',
      name: 'Dana Oakhurst',
      phone: '(615) 555-0177',
      answers: { emergencyNow: 'yes' },
      ...more,
    }),
  });
  return id;
};

const bookIt = { kind: 'bookConsultation', reason: 'noConcern', note: 'Ready for Tuesday.' } as const;
const notNow = { kind: 'notNow', reason: 'unstable', note: null } as const;
const spoke = {
  outcome: 'spokeSafe',
  spokeWith: 'patient',
  at: '2026-11-22T15:00:00.000Z',
  note: 'Safe tonight, her sister is with her.',
} as const;
const call = (outcome: string, note: string | null = null) => ({
  id: randomUUID(),
  outcome,
  spokeWith: null,
  at: '2026-11-22T15:00:00.000Z',
  note,
});

const kinds = ({ timeline }: CaseWork) =>
  timeline.map(({ kind }) => kind).filter((kind) => kind !== 'viewed');
const actsOf = async ({ deps }: TestServer) => {
  const acts = [];
  for await (const row of readChain(deps.store.db)) acts.push(`${row.action} ${row.outcome}`);
  return acts;
};
const counts = async (test: TestServer, who: Colleague, more = '') =>
  queue.parse((await ask(test, who, 'GET', `queue?view=safety${more}`)).json());

describe.each(engines)('a case on %s', (engine) => {
  it('C17 is claimed, written about, called about, decided; all of it stands in its timeline and in the audit', async () => {
    const { test, ana, ben } = await staffed(engine);
    const id = await receive(test);
    let work = await workOf(test, ana, id);
    expect(work).toMatchObject({ status: 'new', version: 1, assignee: null, safety: { state: 'none' } });
    const put = async (url: string, body: object) => {
      test.clock.forward(1_000);
      work = answerOf(await ask(test, ana, 'PUT', `submissions/${id}/${url}`, body, work.version));
    };
    await put('assignee', { userId: ana.userId });
    expect(work).toMatchObject({ status: 'claimed', assignee: { name: 'Ana Reyes' } });
    test.clock.forward(1_000);
    const note = { id: randomUUID(), text: 'Asked the pharmacy.' };
    for (let n = 0; n < 2; n += 1) answerOf(await ask(test, ana, 'POST', `submissions/${id}/notes`, note));
    test.clock.forward(1_000);
    await ask(test, ben, 'POST', `submissions/${id}/calls`, call('leftMessage'));
    await put('decision', bookIt);
    await put('booking', { at: '2026-12-01T15:00:00.000Z' });
    expect(work).toMatchObject({
      status: 'closed',
      decision: { kind: 'bookConsultation', undoUntil: expect.any(String) },
    });
    expect(kinds(work)).toEqual(['booked', 'decided', 'call', 'note', 'assigned', 'received']);
    expect(await actsOf(test)).toEqual(
      expect.arrayContaining([
        'case.assign done',
        'case.note done',
        'case.call done',
        'case.decide done',
        'case.book done',
      ]),
    );
    await put('reopening', { note: 'The patient called again.' });
    expect(work).toMatchObject({ status: 'claimed', decision: null });
  });

  it('C17 says who looked at it, once for each sitting', async () => {
    const { test, ana, ben } = await staffed(engine);
    const id = await receive(test);
    for (const who of [ana, ana, ben]) await ask(test, who, 'GET', `submissions/${id}`);
    const { timeline } = await workOf(test, ana, id);
    expect(timeline.filter(({ kind }) => kind === 'viewed').map(({ by }) => by?.name)).toEqual([
      'Ben Osei',
      'Ana Reyes',
    ]);
  });

  it('C11 a decision is undone within ten seconds, decided anew, and then only amended', async () => {
    const { test, ana } = await staffed(engine);
    const id = await receive(test);
    const decide = async (body: object, version: number) =>
      answerOf(await ask(test, ana, 'PUT', `submissions/${id}/decision`, body, version));
    let work = await decide(notNow, 1);
    expect(work).toMatchObject({ status: 'closed', assignee: { name: 'Ana Reyes' } });
    expect((await counts(test, ana)).counts).toMatchObject({ new: 0, closed: 1 });
    test.clock.forward(9_900);
    work = answerOf(await ask(test, ana, 'DELETE', `submissions/${id}/decision`, undefined, work.version));
    expect(work).toMatchObject({ status: 'new', assignee: null, decision: null });
    test.clock.forward(1_000);
    work = await decide(bookIt, work.version);
    test.clock.forward(12_001);
    const late = await ask(test, ana, 'DELETE', `submissions/${id}/decision`, undefined, work.version);
    expect(refusalOf(late)).toBe('409 undo-is-over');
    work = await decide({ ...notNow, note: 'Blood pressure first.' }, work.version);
    expect(work).toMatchObject({ status: 'closed', decision: { kind: 'notNow', undoUntil: null } });
    expect(kinds(work)).toEqual(['amended', 'decided', 'undone', 'decided', 'received']);
    expect((await counts(test, ana)).counts).toMatchObject({ ready: 0, closed: 1 });
  });

  it('C11 of two colleagues who write at the same moment one wins, and the other is told that it changed', async () => {
    const { test, ana, ben } = await staffed(engine);
    const other = { app: await createApp(test.deps) };
    const race = async (
      method: 'PUT' | 'DELETE',
      url: string,
      bodies: readonly (object | undefined)[],
      version: number,
    ) => {
      const replies = await Promise.all(
        [ana, ben].map((who, n) => ask(n === 0 ? test : other, who, method, url, bodies[n], version)),
      );
      return replies.map(({ statusCode }) => statusCode).sort();
    };
    const id = await receive(test, inDanger);
    const version = async () => (await workOf(test, ana, id)).version;
    const one = `submissions/${id}`;
    expect(await race('PUT', `safety-items/${id}`, [spoke, { ...spoke, outcome: 'handedOver' }], 1)).toEqual([
      200, 412,
    ]);
    const seen = [{ acknowledged: true }, { acknowledged: true }];
    expect(await race('PUT', `${one}/flags/SU-EMERGENCY`, seen, await version())).toEqual([200, 412]);
    const claims = [{ userId: ana.userId }, { userId: ben.userId }];
    expect(await race('PUT', `${one}/assignee`, claims, await version())).toEqual([200, 412]);
    await ask(test, ana, 'PUT', `${one}/assignee`, { userId: ana.userId }, await version());
    const work = await workOf(test, ana, id);
    const first = await Promise.all([
      ask(test, ana, 'PUT', `${one}/decision`, bookIt, work.version),
      ask(other, ana, 'PUT', `${one}/decision`, notNow, work.version),
    ]);
    expect(first.map(({ statusCode }) => statusCode).sort()).toEqual([200, 412]);
    const now = await version();
    const undone = await Promise.all(
      [test, other].map((app) => ask(app, ana, 'DELETE', `${one}/decision`, undefined, now)),
    );
    expect(undone.map(({ statusCode }) => statusCode).sort()).toEqual([200, 412]);
    const alert = await raise(test);
    expect(await race('PUT', `alerts/${alert}/assignee`, claims, 1)).toEqual([200, 412]);
    expect(await race('PUT', `safety-items/${alert}`, [spoke, spoke], 2)).toEqual([200, 412]);
    await other.app.close();
  });

  it('C03 its safety item is closed with an outcome, who and when, and presses no more until the person raises an alert', async () => {
    const { test, ana } = await staffed(engine);
    const id = await receive(test, inDanger);
    const closing = await ask(test, ana, 'PUT', `submissions/${id}/decision`, notNow, 1);
    expect(refusalOf(closing)).toBe('409 safety-open');
    await ask(test, ana, 'POST', `submissions/${id}/calls`, call('noAnswer'));
    expect((await workOf(test, ana, id)).safety).toMatchObject({ state: 'open', level: 'urgent' });
    expect((await counts(test, ana)).counts.safety).toBe(1);
    const work = answerOf(await ask(test, ana, 'PUT', `safety-items/${id}`, spoke, 1));
    expect(work.safety).toMatchObject({
      state: 'closed',
      level: 'urgent',
      outcome: 'spokeSafe',
      by: { name: 'Ana Reyes' },
    });
    expect((await counts(test, ana)).counts).toMatchObject({ safety: 0, new: 1 });
    expect(refusalOf(await ask(test, ana, 'PUT', `safety-items/${id}`, spoke, 2))).toBe('409 not-now');
    test.clock.forward(1_000);
    await raise(test, { submissionId: id });
    expect((await workOf(test, ana, id)).safety).toMatchObject({ state: 'open', level: 'urgent' });
    const again = answerOf(
      await ask(test, ana, 'PUT', `safety-items/${id}`, { ...spoke, outcome: 'spokePlan' }, 2),
    );
    expect(again.safety).toMatchObject({ state: 'closed', outcome: 'spokePlan' });
    expect((await counts(test, ana)).counts.safety).toBe(0);
  });

  it('C03 the alert of somebody who has not sent the form is taken, closed, and open again when raised anew', async () => {
    const { test, ana } = await staffed(engine);
    const submissionId = randomUUID();
    const id = await raise(test, { submissionId });
    const taken = answerOf(await ask(test, ana, 'PUT', `alerts/${id}/assignee`, { userId: ana.userId }, 1));
    expect(taken).toMatchObject({ kind: 'alert', assignee: { name: 'Ana Reyes' }, version: 2 });
    expect((await counts(test, ana)).counts).toMatchObject({ safety: 1, mine: 1 });
    const closed = answerOf(await ask(test, ana, 'PUT', `safety-items/${id}`, spoke, 2));
    expect(closed).toMatchObject({ status: 'closed', safety: { state: 'closed', level: 'urgent' } });
    expect((await counts(test, ana)).counts.safety).toBe(0);
    await raise(test, { submissionId, revision: 2 }, id);
    expect(await workOf(test, ana, id, 'alert')).toMatchObject({
      status: 'raised',
      assignee: null,
      safety: { state: 'open' },
    });
  });

  it('C12 that a colleague holds is not decided by another before it is taken over', async () => {
    const { test, ana, ben } = await staffed(engine);
    const id = await receive(test);
    answerOf(await ask(test, ana, 'PUT', `submissions/${id}/assignee`, { userId: ana.userId }, 1));
    expect(refusalOf(await ask(test, ben, 'PUT', `submissions/${id}/decision`, bookIt, 2))).toBe(
      '409 held-by-another',
    );
    expect(refusalOf(await ask(test, ben, 'PUT', `submissions/${id}/assignee`, { userId: null }, 2))).toBe(
      '409 held-by-another',
    );
    answerOf(await ask(test, ben, 'PUT', `submissions/${id}/assignee`, { userId: ben.userId }, 2));
    expect(answerOf(await ask(test, ben, 'PUT', `submissions/${id}/decision`, bookIt, 3)).status).toBe(
      'ready',
    );
  });

  it('C19 an unsent note is its author’s alone, sealed, and gone once the note is there', async () => {
    const { test, ana, ben } = await staffed(engine);
    const id = await receive(test);
    const unsent = { panel: 'note', text: 'She sounded tired; ask about' };
    for (let n = 0; n < 2; n += 1)
      expect((await ask(test, ana, 'POST', `submissions/${id}/unsent`, unsent)).statusCode).toBe(204);
    expect((await workOf(test, ana, id)).unsent).toMatchObject(unsent);
    expect((await workOf(test, ben, id)).unsent).toBeNull();
    const [row] = await test.deps.store.db().selectFrom('unsent_notes').selectAll().execute();
    expect(Buffer.from(row?.content ?? []).toString('latin1')).not.toContain('tired');
    expect((await actsOf(test)).filter((act) => act === 'case.unsent done')).toHaveLength(1);
    await ask(test, ana, 'POST', `submissions/${id}/notes`, { id: randomUUID(), text: 'Whole.' });
    expect((await workOf(test, ana, id)).unsent).toBeNull();
  });
});

it('C16 nothing of the work lies readable in the store', async () => {
  const { test, ana } = await staffed();
  const id = await receive(test, inDanger);
  await ask(test, ana, 'PUT', `safety-items/${id}`, spoke, 1);
  await ask(test, ana, 'PUT', `submissions/${id}/decision`, bookIt, 2);
  const rows = [
    ...(await test.deps.store.db().selectFrom('case_events').selectAll().execute()),
    ...(await test.deps.store.db().selectFrom('submissions').select(['work', 'status']).execute()),
    ...(await test.deps.store.db().selectFrom('audit').selectAll().execute()),
  ];
  const readable = JSON.stringify(rows, (_, value) =>
    value instanceof Uint8Array || value?.type === 'Buffer'
      ? Buffer.from(value.data ?? value).toString('latin1')
      : value,
  );
  expect(readable).not.toMatch(/sister|Tuesday|spokeSafe|bookConsultation|noConcern/);
});

it.each(decisionKinds)('C11 the decision %s leads where it says', async (kind) => {
  const { test, ana } = await staffed();
  const id = await receive(test);
  const { leadsTo, reasons } = decisions[kind];
  const [reason = ''] = Object.keys(reasons);
  const decided = await ask(test, ana, 'PUT', `submissions/${id}/decision`, { kind, reason, note: null }, 1);
  expect(answerOf(decided).status).toBe(leadsTo);
});

it('C03 an answer to a follow-up that speaks of danger opens a closed safety item again; another one does not', async () => {
  const { test, ana } = await staffed();
  const [id, access] = [randomUUID(), newDraftAccess()];
  const sent = formOf({ ...plainAnswers, asq1: 'yes', asq5: 'no' }, { draftId: access.draftId });
  await send(test.app, sent, { id, verifier: access.verifier });
  answerOf(await ask(test, ana, 'PUT', `safety-items/${id}`, spoke, 1));
  const replied = async (keys: string[], answers: object) => {
    const followUpId = randomUUID();
    await ask(test, ana, 'POST', `submissions/${id}/follow-ups`, { id: followUpId, texts: [], keys });
    const reply = await test.app.inject({
      method: 'PUT',
      url: `/api/submissions/${id}/replies/${randomUUID()}`,
      headers: {
        'content-type': 'application/json',
        'sec-fetch-site': 'same-origin',
        authorization: `Draft ${access.verifier}`,
      },
      payload: JSON.stringify({ followUpId, language: 'en', texts: [], answers }),
    });
    expect(reply.statusCode).toBe(201);
    return (await workOf(test, ana, id)).safety;
  };
  expect(await replied(['lung'], { lung: 'yes' })).toMatchObject({ state: 'closed' });
  expect(await replied(['asq5'], { asq5: 'yes' })).toMatchObject({ state: 'open', level: 'urgent' });
  expect(kinds(await workOf(test, ana, id))).toContain('replied');
});

describe('what is refused', () => {
  it.each([
    [
      'C11 a decision without a reason',
      'PUT',
      'submissions/ID/decision',
      { ...bookIt, reason: '' },
      1,
      '422 not-accepted',
    ],
    [
      'C11 a reason of another decision',
      'PUT',
      'submissions/ID/decision',
      { ...bookIt, reason: 'sentTwice' },
      1,
      '422 unknown-reason',
    ],
    [
      'C11 another reason, unsaid',
      'PUT',
      'submissions/ID/decision',
      { ...bookIt, reason: 'other', note: null },
      1,
      '422 note-needed',
    ],
    [
      'C11 a decision without a version',
      'PUT',
      'submissions/ID/decision',
      bookIt,
      undefined,
      '428 version-required',
    ],
    [
      'C11 an undo without a version',
      'DELETE',
      'submissions/ID/decision',
      undefined,
      undefined,
      '428 version-required',
    ],
    [
      'C11 a claim without a version',
      'PUT',
      'submissions/ID/assignee',
      { userId: null },
      undefined,
      '428 version-required',
    ],
    ['C11 a stale version', 'PUT', 'submissions/ID/decision', bookIt, 7, '412 changed-meanwhile'],
    ['C03 no outcome', 'PUT', 'safety-items/ID', { ...spoke, outcome: undefined }, 1, '422 not-accepted'],
    [
      'C03 no answer, as an outcome',
      'PUT',
      'safety-items/ID',
      { ...spoke, outcome: 'noAnswer' },
      1,
      '422 not-accepted',
    ],
    [
      'C03 an outcome without who',
      'PUT',
      'safety-items/ID',
      { ...spoke, spokeWith: null },
      1,
      '422 not-accepted',
    ],
    ['C03 an outcome without when', 'PUT', 'safety-items/ID', { ...spoke, at: null }, 1, '422 not-accepted'],
    [
      'C03 a call of tomorrow',
      'PUT',
      'safety-items/ID',
      { ...spoke, at: '2026-11-23T15:00:00.000Z' },
      1,
      '422 in-the-future',
    ],
    [
      'C03 a safety item without a version',
      'PUT',
      'safety-items/ID',
      spoke,
      undefined,
      '428 version-required',
    ],
    [
      'C16 an empty note',
      'POST',
      'submissions/ID/notes',
      { id: randomUUID(), text: '  ' },
      undefined,
      '422 not-accepted',
    ],
    [
      'C16 somebody who has no account',
      'PUT',
      'submissions/ID/assignee',
      { userId: randomUUID() },
      1,
      '422 no-such-colleague',
    ],
    ['C12 booking what is not ready', 'PUT', 'submissions/ID/booking', { at: null }, 1, '409 not-now'],
    ['C12 reopening what is open', 'PUT', 'submissions/ID/reopening', { note: null }, 1, '409 not-now'],
    [
      'a flag that the case does not have',
      'PUT',
      'submissions/ID/flags/CV-AVM',
      { acknowledged: true },
      1,
      '404 not-found',
    ],
    ['a case that there is not', 'PUT', `submissions/${randomUUID()}/decision`, bookIt, 1, '404 not-found'],
    ['a field nobody knows', 'PUT', 'submissions/ID/decision', { ...bookIt, by: 'me' }, 1, '422 unknown-key'],
  ] as const)('%s', async (_, method, url, body, version, refusal) => {
    const { test, ana } = await staffed();
    const id = await receive(test);
    expect(refusalOf(await ask(test, ana, method, url.replace('ID', id), body, version))).toBe(refusal);
  });

  it('C03 every outcome there is closes an item', async () => {
    for (const outcome of safetyOutcomes) {
      const { test, ana } = await staffed();
      const id = await raise(test);
      expect(
        answerOf(await ask(test, ana, 'PUT', `safety-items/${id}`, { ...spoke, outcome }, 1)).status,
      ).toBe('closed');
    }
  });

  it('what cannot be recorded is not done', async () => {
    const { test, ana } = await staffed();
    const id = await receive(test);
    const failing = {
      app: await createApp({ ...test.deps, audit: { append: () => Promise.reject(new Error('full')) } }),
    };
    const reply = await ask(failing, ana, 'PUT', `submissions/${id}/decision`, bookIt, 1);
    expect(reply.statusCode).toBe(500);
    expect(await workOf(test, ana, id)).toMatchObject({ version: 1, status: 'new', decision: null });
    await failing.app.close();
  });
});

describe('C19 the front desk', () => {
  it('logs that a call was made and sees the log, and nothing else of the work', async () => {
    const { test, ana, desk } = await staffed();
    const id = await receive(test, inDanger);
    const logged = await ask(test, desk, 'POST', `submissions/${id}/calls`, call('noAnswer'));
    expect(logged.json()).toEqual({
      calls: [{ at: '2026-11-22T15:00:00.000Z', by: 'Dee Park', outcome: 'noAnswer' }],
    });
    await ask(test, ana, 'POST', `submissions/${id}/calls`, call('spoke', 'She is calmer.'));
    const seen = await ask(test, desk, 'GET', `submissions/${id}/calls`);
    expect(seen.body).not.toMatch(/calmer|urgent|danger/);
    expect(seen.json().calls).toHaveLength(2);
    expect(
      refusalOf(await ask(test, desk, 'POST', `submissions/${id}/calls`, call('spoke', 'She said'))),
    ).toBe('422 no-note-here');
  });

  it.each([
    ['GET', 'submissions/ID/work', undefined],
    ['GET', 'colleagues', undefined],
    ['POST', 'submissions/ID/notes', { id: randomUUID(), text: 'x' }],
    ['POST', 'submissions/ID/unsent', { panel: 'note', text: 'x' }],
    ['PUT', 'submissions/ID/assignee', { userId: null }],
    ['PUT', 'submissions/ID/decision', bookIt],
    ['DELETE', 'submissions/ID/decision', undefined],
    ['PUT', 'submissions/ID/booking', { at: null }],
    ['PUT', 'submissions/ID/reopening', { note: null }],
    ['PUT', 'submissions/ID/flags/SU-EMERGENCY', { acknowledged: true }],
    ['PUT', 'safety-items/ID', spoke],
    ['GET', 'alerts/ID/work', undefined],
    ['PUT', 'alerts/ID/assignee', { userId: null }],
  ] as const)('may not %s %s', async (method, url, body) => {
    const { test, desk } = await staffed();
    const id = await receive(test, inDanger);
    expect(refusalOf(await ask(test, desk, method, url.replace('ID', id), body, 1))).toBe('403 not-allowed');
  });
});

describe('C01 views and filters', () => {
  it('C02 count what is in them, hide nobody who must be called, and lose no case that a colleague holds', async () => {
    const { test, ana, ben, desk } = await staffed();
    const danger = await receive(test, inDanger);
    test.clock.forward(1_000);
    const iv = await receive(test, { ...plainAnswers, interest: 'ivKetamine' });
    test.clock.forward(1_000);
    const spravato = await receive(test, { ...plainAnswers, interest: 'spravato' });
    await ask(test, ben, 'PUT', `submissions/${iv}/assignee`, { userId: ben.userId }, 1);
    await ask(
      test,
      ana,
      'PUT',
      `submissions/${spravato}/decision`,
      { kind: 'needRecords', reason: 'clearance', note: null },
      1,
    );
    const look = async (query: string) => queue.parse((await ask(test, ana, 'GET', `queue?${query}`)).json());
    expect((await look('view=new')).counts).toEqual({
      safety: 1,
      new: 1,
      mine: 1,
      waiting: 1,
      ready: 0,
      closed: 0,
    });
    expect((await look('view=waiting&treatment=ivKetamine')).items).toEqual([]);
    expect((await look('view=waiting&treatment=spravato')).items).toMatchObject([
      { id: spravato, assignee: 'Ana Reyes' },
    ]);
    expect((await look('view=safety&treatment=spravato&whose=mine')).items).toMatchObject([{ id: danger }]);
    expect((await look('view=new&whose=mine')).counts).toMatchObject({ safety: 1, new: 0, waiting: 1 });
    expect((await look('view=mine')).items.map(({ id }) => id)).toEqual([spravato]);
    expect((await look('view=mine&whose=all')).items.map(({ id }) => id)).toEqual([iv, spravato]);
    const bySpravato = await ask(test, desk, 'GET', 'queue?view=new&treatment=ivKetamine');
    expect(bySpravato.json().counts).toEqual((await ask(test, desk, 'GET', 'queue?view=new')).json().counts);
    const front = frontDeskQueue.parse((await ask(test, desk, 'GET', 'queue?view=waiting')).json());
    expect(front.items).toMatchObject([{ id: spravato, status: 'waiting' }]);
  });
});
