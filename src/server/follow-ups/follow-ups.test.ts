import { randomUUID } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { readFollowUpCode } from '../../submission/follow-up-code.ts';
import { staffFollowUps } from '../../submission/follow-up-wire.ts';
import { patientFollowUps } from '../../submission/reply-wire.ts';
import { queue, summary } from '../../submission/staff-wire.ts';
import { readChain } from '../audit/audit.repository.ts';
import type { Engine } from '../db/engine.ts';
import { engines } from '../db/store.fixture.ts';
import { sameOrigin, signedInAdministrator, type TestServer, testServer } from '../server.fixture.ts';
import { formOf, newDraftAccess, plainAnswers, send } from '../submissions/form.fixture.ts';
import { createPatientMail } from './patient-mail.ts';

vi.setConfig({ testTimeout: 30_000 });

const json = { ...sameOrigin, 'content-type': 'application/json' };

/** A clinic with one case that was sent from a draft, and both sides' doors to it. */
const clinic = async (engine: Engine = 'sqlite', answers: object = plainAnswers) => {
  const test = await testServer({ engine });
  const headers = await signedInAdministrator(test);
  const access = newDraftAccess();
  const id = randomUUID();
  const sent = await send(test.app, formOf(answers, { draftId: access.draftId }), {
    id,
    verifier: access.verifier,
  });
  if (sent.statusCode !== 201) throw new Error(sent.body);
  const staff = (method: 'GET' | 'POST', path: string, payload?: object) =>
    test.app.inject({
      method,
      url: `/api/staff/submissions/${id}/${path}`,
      headers,
      ...(payload && { payload }),
    });
  const ask = (more: object = {}) =>
    staff('POST', 'follow-ups', { id: randomUUID(), texts: [], keys: [], ...more });
  const status = async (view: string) =>
    queue
      .parse((await test.app.inject({ url: `/api/staff/queue?view=${view}`, headers })).json())
      .items.map((item) => item.id);
  const ofDraft = (verifier = access.verifier) =>
    test.app.inject({
      url: `/api/drafts/${access.draftId}/follow-ups`,
      headers: { ...sameOrigin, authorization: `Draft ${verifier}` },
    });
  const reply = (
    body: object,
    replyId: string = randomUUID(),
    verifier: string | undefined = access.verifier,
  ) =>
    test.app.inject({
      method: 'PUT',
      url: `/api/submissions/${id}/replies/${replyId}`,
      headers: { ...json, ...(verifier && { authorization: `Draft ${verifier}` }) },
      payload: JSON.stringify({ language: 'en', texts: [], answers: {}, ...body }),
    });
  return { test, headers, id, access, staff, ask, status, ofDraft, reply };
};

const acts = async ({ deps }: TestServer) => {
  const rows = [];
  for await (const row of readChain(deps.store.db))
    if (row.action.startsWith('follow-up.'))
      rows.push(`${row.action} ${row.fields || row.reason || ''}`.trim());
  return rows;
};

describe.each(engines)('a question to the patient on %s', (engine) => {
  it('C16 waits for the patient, is answered with their own code, and shows staff what changed', async () => {
    const { test, headers, id, staff, ask, status, ofDraft, reply } = await clinic(engine, {
      ...plainAnswers,
      mi: 'unsure',
    });
    const asked = staffFollowUps.parse(
      (await ask({ texts: ['Which heart medicine do you take?'], keys: ['mi'] })).json(),
    );
    expect(asked.items[0]).toMatchObject({ askedBy: 'Sam Rivera', reply: null });
    expect(await status('waiting')).toEqual([id]);
    expect(await status('new')).toEqual([]);

    const open = patientFollowUps.parse((await ofDraft()).json());
    expect(open).toMatchObject({
      submissionId: id,
      status: 'beingRead',
      items: [{ texts: ['Which heart medicine do you take?'], keys: ['mi'] }],
    });
    expect(JSON.stringify(open)).not.toMatch(/Quillfeather|unsure/);

    const followUpId = open.items[0]?.id;
    const replyId = randomUUID();
    const body = { followUpId, texts: ['Metoprolol.'], answers: { mi: 'yes', miWhen: 'within6w' } };
    const received = await reply(body, replyId);
    expect(received.statusCode).toBe(201);
    const again = await reply(body, replyId);
    expect(again.statusCode).toBe(200);
    expect(again.json()).toEqual(received.json());
    expect((await reply({ ...body, texts: ['Other'] }, replyId)).statusCode).toBe(409);
    expect((await reply(body)).json()).toMatchObject({ type: 'urn:prelude:problem:already-answered' });

    const answered = staffFollowUps.parse((await staff('GET', 'follow-ups')).json());
    expect(answered.caseVersion).toBe(2);
    expect(answered.items[0]?.reply).toMatchObject({
      texts: ['Metoprolol.'],
      difference: {
        lines: [
          { key: 'mi', before: { text: 'I’m not sure' }, after: { text: 'Yes' } },
          { key: 'miWhen', before: null },
        ],
      },
    });
    expect(answered.items[0]?.reply?.difference.appeared.length).toBeGreaterThan(0);
    expect(await status('new')).toEqual([id]);
    expect(patientFollowUps.parse((await ofDraft()).json()).items).toEqual([]);
    const read = summary.parse(
      (await test.app.inject({ url: `/api/staff/submissions/${id}`, headers })).json(),
    );
    const said = read.sections.flatMap(({ answers }) => answers).find(({ key }) => key === 'mi');
    expect(said?.text).toBe('Yes');
    expect(await acts(test)).toEqual([
      'follow-up.ask mi',
      'follow-up.open',
      'follow-up.reply mi miWhen',
      'follow-up.repeat',
      'follow-up.open',
    ]);
  });

  it('C16 a link that staff read out opens one case after the birth date, five tries at most', async () => {
    const { test, id, staff, ask } = await clinic(engine);
    await ask({ texts: ['May we call your doctor?'] });
    const { code: written } = (await staff('POST', 'follow-up-links', { by: 'hand' })).json();
    const code = readFollowUpCode(written);
    const open = (birthDate: string, from = '203.0.113.9', of = code) =>
      test.app.inject({
        method: 'POST',
        url: '/api/follow-ups/open',
        headers: json,
        remoteAddress: from,
        payload: JSON.stringify({ code: of, birthDate }),
      });
    const wrong = await open('1984-02-11');
    const unknown = await open('1984-02-10', '203.0.113.9', 'Z'.repeat(26));
    const uniform = ({ statusCode, json: body }: typeof wrong) => ({
      statusCode,
      title: body().title,
      type: body().type,
    });
    expect(uniform(wrong)).toEqual(uniform(unknown));
    expect(patientFollowUps.parse((await open('1984-02-10')).json()).submissionId).toBe(id);

    for (let n = 0; n < 5; n += 1) expect((await open('1984-02-12', `198.51.100.${n}`)).statusCode).toBe(404);
    expect((await open('1984-02-10', '198.51.100.77')).statusCode).toBe(404);
    expect(JSON.stringify(await acts(test))).toContain('no-try-left');
    const { code: next } = (await staff('POST', 'follow-up-links', { by: 'hand' })).json();
    const opened = patientFollowUps.parse(
      (await open('1984-02-10', undefined, readFollowUpCode(next))).json(),
    );
    const replied = await test.app.inject({
      method: 'PUT',
      url: `/api/submissions/${id}/replies/${randomUUID()}`,
      headers: json,
      payload: JSON.stringify({
        followUpId: opened.items[0]?.id,
        language: 'es',
        texts: ['Sí.'],
        answers: {},
        link: { code: readFollowUpCode(next), birthDate: '1984-02-10' },
      }),
    });
    expect(replied.statusCode).toBe(201);
    test.clock.forward(15 * 24 * 3_600_000);
    expect((await open('1984-02-10', '198.51.100.78', readFollowUpCode(next))).statusCode).toBe(404);
  });
});

it('C16 a reply that tells of danger lifts the case in the queue and tells the clinic at once', async () => {
  const { test, id, ask, status, ofDraft, reply } = await clinic();
  await ask({ keys: ['phq9', 'asq1', 'asq2', 'asq3', 'asq4'] });
  const { items } = patientFollowUps.parse((await ofDraft()).json());
  await reply({
    followUpId: items[0]?.id,
    answers: {
      phq9: [2, 2, 2, 2, 2, 2, 2, 3, 2],
      asq4: 'yes',
      asq4when: 'past3m',
      asq1: 'yes',
      asq5: 'yes',
    },
  }).then(({ statusCode, body }) => expect(statusCode, body).toBe(201));
  expect(await status('safety')).toEqual([id]);
  const kinds = await test.deps.store.db().selectFrom('outbox').select('kind').execute();
  expect(kinds.map(({ kind }) => kind)).toEqual(['submission-received', 'safety-alert-raised']);
});

it('what was not asked, is no answer, or is empty, is refused by its path and never by its value', async () => {
  const { test, ask, ofDraft, reply } = await clinic();
  await ask({ keys: ['mi'] });
  const { items } = patientFollowUps.parse((await ofDraft()).json());
  const followUpId = items[0]?.id;
  for (const [answers, code] of [
    [{ liver: 'yes' }, 'unknown-key'],
    [{ mi: 'perhaps' }, 'answer-refused'],
    [{}, 'answer-needed'],
  ] as const) {
    const refused = await reply({ followUpId, answers });
    expect(refused.statusCode).toBe(422);
    expect(refused.json().type).toBe(`urn:prelude:problem:${code}`);
    expect(refused.body).not.toContain('perhaps');
  }
  const stranger = newDraftAccess().verifier;
  expect((await ofDraft(stranger)).statusCode).toBe(404);
  expect((await reply({ followUpId, answers: { mi: 'no' } }, randomUUID(), stranger)).statusCode).toBe(404);
  expect((await reply({ followUpId, answers: { mi: 'no' } }, randomUUID(), '')).statusCode).toBe(404);
  expect(test.logged()).not.toMatch(/perhaps/);
});

it('staff cannot ask what was never on this person’s path, nor nothing, nor over a colleague or a closed case', async () => {
  const { test, id, ask } = await clinic();
  const codeOf = async (more: object) => (await ask(more)).json().type;
  expect(await codeOf({ keys: ['miWhen'] })).toBe('urn:prelude:problem:not-askable');
  expect(await codeOf({ keys: ['birthDate'] })).toBe('urn:prelude:problem:not-askable');
  expect(await codeOf({ texts: ['  '] })).toBe('urn:prelude:problem:nothing-asked');
  const set = (change: object) =>
    test.deps.store.inTransaction((tx) =>
      tx.updateTable('submissions').set(change).where('id', '=', id).execute(),
    );
  await set({ assignee_id: randomUUID(), status: 'claimed' });
  expect(await codeOf({ texts: ['x'] })).toBe('urn:prelude:problem:held-by-another');
  await set({ assignee_id: null, status: 'closed' });
  expect(await codeOf({ texts: ['x'] })).toBe('urn:prelude:problem:case-closed');
});

it('the e-mail to a patient holds the clinic’s name and a link, and goes only where e-mail was agreed to', async () => {
  const without = await clinic();
  expect((await without.staff('POST', 'follow-up-links', { by: 'email' })).json().type).toBe(
    'urn:prelude:problem:no-email',
  );
  const { test, id, staff } = await clinic('sqlite', {
    ...plainAnswers,
    email: 'sam@mail.example',
    mayEmail: 'yes',
  });
  expect((await staff('POST', 'follow-up-links', { by: 'email' })).json()).toEqual({ by: 'email' });
  const letter = await createPatientMail(test.deps)(id);
  expect(letter?.to).toBe('sam@mail.example');
  expect(letter?.subject).toBe(`You have a message from ${test.deps.settings.name}`);
  const code = readFollowUpCode(/\S+#\S+/.exec(letter?.text ?? '')?.[0] ?? '');
  const opened = await test.app.inject({
    method: 'POST',
    url: '/api/follow-ups/open',
    headers: json,
    payload: JSON.stringify({ code, birthDate: '1984-02-10' }),
  });
  expect(opened.statusCode).toBe(200);
  expect(letter?.text).not.toMatch(/Sam|Quillfeather|ketamine|PHQ/i);
  expect(await createPatientMail(without.test.deps)(without.id)).toBeUndefined();
  // Nothing of the link lies in the store: only its hash.
  expect(
    JSON.stringify(await test.deps.store.db().selectFrom('follow_up_links').selectAll().execute()),
  ).not.toContain(code);
});

it('what was asked and answered lies sealed', async () => {
  const { test, ask, ofDraft, reply } = await clinic();
  await ask({ texts: ['A question about your heart'] });
  const { items } = patientFollowUps.parse((await ofDraft()).json());
  await reply({ followUpId: items[0]?.id, texts: ['An answer about my heart'] });
  for (const table of ['follow_ups', 'case_versions'] as const) {
    const [row] = await test.deps.store.db().selectFrom(table).selectAll().execute();
    expect(Buffer.from(row?.content ?? []).toString('latin1')).not.toMatch(/heart/);
  }
});
