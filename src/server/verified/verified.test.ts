import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { caseWork } from '../../submission/case-work-wire.ts';
import { queue, summary } from '../../submission/staff-wire.ts';
import { verifiedAnswers } from '../../submission/verified-wire.ts';
import { readChain } from '../audit/audit.repository.ts';
import { engines } from '../db/store.fixture.ts';
import { signedInAdministrator, testServer } from '../server.fixture.ts';
import { formOf, plainAnswers, send } from '../submissions/form.fixture.ts';

/** A clinic, a case with these answers, and a clinician before it. */
const aCase = async (engine: (typeof engines)[number], answers: object) => {
  const test = await testServer({ engine });
  const headers = await signedInAdministrator(test);
  const id = randomUUID();
  await send(test.app, formOf({ ...plainAnswers, ...answers }), { id });
  const url = `/api/staff/submissions/${id}`;
  const get = async (path: string) => (await test.app.inject({ url: path, headers })).json();
  const put = (key: string, payload: object, version: number | null) =>
    test.app.inject({
      method: 'PUT',
      url: `${url}/verified/${key}`,
      headers: {
        ...headers,
        ...(version === null ? { 'if-none-match': '*' } : { 'if-match': `"${version}"` }),
      },
      payload,
    });
  return {
    ...test,
    id,
    headers,
    put,
    look: async () => verifiedAnswers.parse(await get(`${url}/verified`)),
    summary: async () => summary.parse(await get(url)),
    work: async () => caseWork.parse(await get(`${url}/work`)),
    row: async () => queue.parse(await get('/api/staff/queue?view=safety')).items,
    rowIn: async (view: string) => queue.parse(await get(`/api/staff/queue?view=${view}`)).items[0],
  };
};

const corrected = (answers: object) => ({ kind: 'corrected', answers });

describe.each(engines)('a verified answer on %s', (engine) => {
  it('stands over what the patient said, and tells which findings come or go with it', async () => {
    const test = await aCase(engine, { aneurysm: 'unsure' });
    const { look, put } = test;
    expect(await look()).toMatchObject({ version: null, answers: [], difference: { lines: [] } });
    const saved = await put('aneurysm', corrected({ aneurysm: 'no' }), null);
    expect(saved.statusCode, saved.body).toBe(200);
    const { answers, difference, version } = await look();
    expect(version).toBe(1);
    expect(answers).toMatchObject([
      {
        key: 'aneurysm',
        kind: 'corrected',
        by: 'Sam Rivera',
        reported: { text: 'I’m not sure' },
        verified: { text: 'No' },
        saidAnew: false,
      },
    ]);
    expect(difference.gone.map((flag) => flag.id)).toContain('CV-ANEURYSM');

    expect((await put('avm', { kind: 'confirmed' }, null)).statusCode).toBe(412);
    expect((await put('avm', { kind: 'confirmed' }, 1)).statusCode).toBe(200);
    for (const [key, body] of [
      ['aneurysm', corrected({ aneurysm: 'perhaps' })],
      ['aneurysm', corrected({})],
      ['aneurysm', corrected({ avm: 'no' })],
      ['phq9', corrected({ phq9: [0, 0, 0, 0, 0, 0, 0, 0, 0] })],
      ['birthDate', { kind: 'confirmed' }],
    ] as const)
      expect((await put(key, body, 2)).statusCode, key).toBe(422);
    await put('aneurysm', { kind: 'withdrawn' }, 2);
    const after = await look();
    expect(after.answers.map(({ key, kind }) => [key, kind])).toEqual([['avm', 'confirmed']]);
    expect(after.difference.gone).toEqual([]);

    const acts = [];
    for await (const row of readChain(test.deps.store.db))
      if (row.action === 'answer.verify') acts.push(`${row.fields} ${row.reason}`);
    expect(acts).toEqual(['aneurysm corrected', 'avm confirmed', 'aneurysm withdrawn']);
    expect((await test.work()).timeline.filter(({ kind }) => kind === 'verified')).toHaveLength(3);
  });

  it('makes the line, the flags and the row of the queue what holds, and says what was said', async () => {
    const test = await aCase(engine, { aneurysm: 'unsure' });
    const before = await test.summary();
    expect(before.lines.every(({ asSaid }) => asSaid === null)).toBe(true);
    expect((await test.rowIn('new'))?.chips.map(({ text }) => text)).toEqual([
      'Label CI not known: aneurysm',
    ]);
    const { version } = await test.work();
    await test.put('aneurysm', corrected({ aneurysm: 'no' }), null);

    const { lines, flags, verified, sections, disposition } = await test.summary();
    const treatable = lines.find(({ id }) => id === 'treatable');
    expect(treatable?.text).not.toMatch(/aneurysm/);
    expect(treatable?.asSaid).toMatch(/not known: aneurysm/);
    expect(flags.filter(({ id }) => id === 'CV-ANEURYSM').map(({ foundBy }) => foundBy)).toEqual(['asSaid']);
    expect(disposition).not.toEqual(before.disposition);
    expect(verified).toMatchObject({ version: 1, answers: [{ key: 'aneurysm' }] });
    const said = sections.flatMap(({ answers }) => answers).find(({ key }) => key === 'aneurysm');
    expect(said?.text).toBe('I’m not sure');
    expect((await test.rowIn('new'))?.chips.map(({ text }) => text)).toContain('Corrected');

    // Whoever had the case open sees that it has changed.
    expect((await test.work()).version).toBe(version + 1);
    await test.put('aneurysm', { kind: 'withdrawn' }, 1);
    expect((await test.summary()).lines).toEqual(before.lines);
    expect((await test.rowIn('new'))?.chips.map(({ text }) => text)).toEqual([
      'Label CI not known: aneurysm',
    ]);
  });
});

it('is a pressure, a date or a list like any other, with what belongs to it', async () => {
  const test = await aCase('sqlite', { sbp: 158, dbp: 96, bpAge: 'within6m', mi: 'no', medications: [] });
  const { verifiable } = await test.look();
  expect(verifiable.find(({ key }) => key === 'sbp')?.standing).toEqual({
    sbp: 158,
    dbp: 96,
    bpAge: 'within6m',
  });
  expect(verifiable.some(({ key }) => key === 'dbp')).toBe(false);
  await test.put('sbp', corrected({ sbp: 128, dbp: 82 }), null);
  await test.put('medications', corrected({ medications: ['clonazepam'] }), 1);
  // A heart attack whose time nobody knows yet: the correction opens a question and answers none.
  await test.put('mi', corrected({ mi: 'yes' }), 2);
  const { lines, flags } = await test.summary();
  const text = (id: string) => lines.find((line) => line.id === id)?.text;
  expect(text('treatable')).toContain('BP 128/82');
  expect(text('medicines')).toContain('clonazepam');
  expect(
    flags.filter(({ foundBy }) => foundBy === 'corrected').map(({ id, status }) => [id, status]),
  ).toEqual(expect.arrayContaining([['CV-MI-RECENT', 'unknown']]));
  await test.put('sbp', { kind: 'withdrawn' }, 3);
  expect((await test.summary()).lines.find(({ id }) => id === 'treatable')?.text).toContain('BP 158/96');
});

it('calls for a call and never calls one off: that takes an outcome', async () => {
  const test = await aCase('sqlite', { emergencyNow: 'no', asq1: 'yes', asq5: 'yes' });
  expect((await test.summary()).level).toBe('urgent');
  await test.put('asq5', corrected({ asq5: 'no' }), null);
  const held = await test.summary();
  expect(held.level).toBe('urgent');
  expect(held.lines[0]).toMatchObject({ id: 'safety', tone: 'safety' });
  expect(held.lines[0]?.asSaid).toContain('suicidal now: yes');
  expect(held.lines.at(-1)?.text).toContain('clinician calls now');
  expect((await test.row()).map(({ level }) => level)).toEqual(['urgent']);
  expect(held.alerts).toEqual([]);

  const other = await aCase('sqlite', {});
  expect(await other.row()).toEqual([]);
  await other.put('asq4', corrected({ asq4: 'yes', asq4when: 'past3m' }), null);
  expect((await other.row()).map(({ level }) => level)).toEqual([(await other.summary()).level]);
  expect((await other.work()).safety.state).toBe('open');
});
