import { randomUUID } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { demoSettings } from '../../settings/demo.ts';
import type { Settings } from '../../settings/settings.ts';
import { MOST_EXPORTED } from '../../submission/export-wire.ts';
import type { Role } from '../../submission/staff-wire.ts';
import { readChain } from '../audit/audit.repository.ts';
import type { Engine } from '../db/engine.ts';
import { engines } from '../db/store.fixture.ts';
import { signedInAdministrator, type TestServer, testServer } from '../server.fixture.ts';
import { formOf, plainAnswers, send } from '../submissions/form.fixture.ts';
import { MOST_LISTS_A_DAY } from './case-list.usecases.ts';

vi.setConfig({ testTimeout: 30_000 });

const plainQuery = {
  from: '2026-11-22',
  to: '2026-11-22',
  view: 'all',
  columns: 'summary',
  reason: 'operations',
};

const withStaff = async (options: { readonly engine?: Engine; readonly settings?: Settings } = {}) => {
  const test = await testServer(options);
  const headers = { ...(await signedInAdministrator(test)) };
  const ask = (query: Readonly<Record<string, string>> = {}) =>
    test.app.inject({
      url: `/api/staff/export.csv?${new URLSearchParams({ ...plainQuery, ...query })}`,
      headers,
    });
  return { test, headers, ask };
};

const lists = async ({ deps }: TestServer) => {
  const rows = [];
  for await (const row of readChain(deps.store.db))
    if (row.action === 'submission.export-list') rows.push(row);
  return rows;
};

/** The rows of a file of ours: no field of these tests holds a line break. */
const rowsIn = (file: string) =>
  file
    .slice(1)
    .trimEnd()
    .split('\r\n')
    .map((line) => line.slice(1, -1).split('","'));

const tableIn = (file: string) => {
  const [headings = [], ...rows] = rowsIn(file);
  return rows.map((row) => Object.fromEntries(headings.map((heading, at) => [heading, row[at] ?? ''])));
};

describe.each(engines)('C15: a clinician takes out a list, on %s', (engine) => {
  it('for a stated reason, with form and rules version in each row, and stands in the audit', async () => {
    const { test, ask } = await withStaff({ engine });
    await send(test.app, formOf({ ...plainAnswers, firstName: '=1+1', auditc: [1, null, null] }));
    const reply = await ask();
    expect(reply.statusCode).toBe(200);
    expect(reply.headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
    expect(reply.headers['content-disposition']).toBe(
      'attachment; filename="cases-2026-11-22-2026-11-22.csv"',
    );
    expect(reply.headers['cache-control']).toBe('no-store');
    expect(tableIn(reply.body)).toMatchObject([
      {
        first_name: "'=1+1",
        last_name: 'Quillfeather',
        form_version: '1',
        rules_version: expect.stringMatching(/./),
        phq9_score: '17',
        auditc_score: '1 to 9',
        flags_present: expect.stringContaining('TRD-MET'),
        note: 'patient-reported, not verified',
      },
    ]);
    expect(await lists(test)).toMatchObject([
      {
        actor_kind: 'staff',
        outcome: 'done',
        reason: 'operations',
        fields: 'csv summary all 2026-11-22 2026-11-22 rows:1',
      },
    ]);
    expect(test.logged()).not.toContain('Quillfeather');
  });

  it('in which findings hold with what a clinician corrected, and the answer stays the patient’s', async () => {
    const { test, headers, ask } = await withStaff({ engine });
    const id = randomUUID();
    await send(test.app, formOf({ ...plainAnswers, aneurysm: 'unsure' }), { id });
    const row = async () => tableIn((await ask({ columns: 'answers' })).body)[0];
    expect(await row()).toMatchObject({
      flags_unknown: expect.stringContaining('CV-ANEURYSM'),
      verified: '',
    });
    const saved = await test.app.inject({
      method: 'PUT',
      url: `/api/staff/submissions/${id}/verified/aneurysm`,
      headers: { ...headers, 'if-none-match': '*' },
      payload: { kind: 'corrected', answers: { aneurysm: 'no' } },
    });
    expect(saved.statusCode).toBe(200);
    expect(await row()).toMatchObject({
      flags_unknown: expect.not.stringContaining('CV-ANEURYSM'),
      verified: expect.stringMatching(
        /^Aneurysm \(corrected by Sam Rivera, .+\): Corrected: No, Patient said: I’m not sure$/,
      ),
      aneurysm: '[not sure]',
      note: 'patient-reported; verified where the column ""verified"" says so',
    });
    const url = `/api/staff/submissions/${id}/export.json`;
    const { entry } = (await test.app.inject({ url, headers })).json();
    const statuses = entry.flatMap(({ resource }: { resource: { resourceType: string; status?: string } }) =>
      resource.resourceType === 'QuestionnaireResponse' ? [resource.status] : [],
    );
    expect(statuses).toEqual(['completed', 'amended']);
  });

  it('of some days and one view alone', async () => {
    const { test, ask } = await withStaff({ engine });
    await send(test.app);
    await send(test.app);
    await test.deps.store.inTransaction(async (tx) => {
      const first = await tx.selectFrom('submissions').select('id').limit(1).executeTakeFirstOrThrow();
      await tx.updateTable('submissions').set({ status: 'closed' }).where('id', '=', first.id).execute();
    });
    const many = async (query: Readonly<Record<string, string>>) => tableIn((await ask(query)).body).length;
    expect(await many({ view: 'all' })).toBe(2);
    expect(await many({ view: 'open' })).toBe(1);
    expect(await many({ view: 'closed' })).toBe(1);
    expect(await many({ view: 'mine' })).toBe(0);
    expect(await many({ from: '2026-11-20', to: '2026-11-21' })).toBe(0);
    expect(await many({ from: '2026-11-23', to: '2026-11-30' })).toBe(0);
  });
});

it('C15: with all answers, in the order of the form; four kinds of silence stay four', async () => {
  const { test, ask } = await withStaff();
  const { mi: _, ...answers } = { ...plainAnswers, asq1: 'declined', asq5: 'no', avm: 'unsure' } as const;
  await send(test.app, formOf(answers));
  const [row] = tableIn((await ask({ columns: 'answers' })).body);
  expect(row).toMatchObject({
    'phq9[0]': 'More than half the days',
    asq1: '[declined]',
    avm: '[not sure]',
    mi: '[not answered]',
    trials: expect.stringContaining('sertraline'),
  });
  expect(Object.keys(row ?? {})).not.toContain('helperName');
});

it.each([
  [{ from: '2026-11-23', to: '2026-11-22' }, 422],
  [{ from: '2026-02-30' }, 422],
  [{ reason: 'curiosity' }, 422],
  [{ view: 'secret' }, 422],
  [{ more: '1' }, 422],
])('a list that cannot be asked for so is refused: %j', async (query, status) => {
  const { test, ask } = await withStaff();
  expect((await ask(query)).statusCode).toBe(status);
  expect(await lists(test)).toEqual([]);
});

/** So many copies of one case, received one a minute from a day on. */
const multiply = async ({ deps }: TestServer, many: number) =>
  deps.store.inTransaction(async (tx) => {
    const row = await tx.selectFrom('submissions').selectAll().executeTakeFirstOrThrow();
    for (let from = 0; from < many; from += 100) {
      const copies = Array.from({ length: Math.min(100, many - from) }, (_, at) => {
        const id = randomUUID();
        const received_at = row.received_at + (from + at + 1) * 60_000;
        return { ...row, id, reference_index: id, received_at };
      });
      await tx.insertInto('submissions').values(copies).execute();
    }
  });

it('C15: one that would be too large says so and offers the days that fit; the refusal is on record', async () => {
  const { test, ask } = await withStaff();
  await send(test.app);
  await multiply(test, MOST_EXPORTED);
  const reply = await ask({ to: '2026-12-31' });
  expect(reply.statusCode).toBe(422);
  expect(reply.json()).toMatchObject({
    type: 'urn:prelude:problem:export-too-large',
    path: 'to',
    detail: `It would hold ${MOST_EXPORTED + 1} cases, and one file holds at most ${MOST_EXPORTED}. The days from 2026-11-22 to 2026-11-22 fit; take the rest in further files.`,
  });
  expect(await lists(test)).toMatchObject([{ outcome: 'refused', reason: 'export-too-large' }]);
  const offered = tableIn((await ask()).body);
  expect(offered.length).toBe(900);
  // The copies have no key of their own: a record that cannot be opened keeps its row, and says so.
  expect(new Set(offered.map(({ note }) => note))).toEqual(
    new Set(['patient-reported, not verified', 'this record cannot be opened']),
  );
});

it('C15: somebody who takes out one list after another is told to stop, until a day has passed', async () => {
  const { test, ask } = await withStaff();
  for (let list = 0; list < MOST_LISTS_A_DAY; list += 1) expect((await ask()).statusCode).toBe(200);
  expect((await ask()).statusCode).toBe(429);
  expect((await lists(test)).at(-1)).toMatchObject({ outcome: 'refused', reason: 'export-too-often' });
});

it('C15: a list asks for the second factor again when it was not shown a moment ago', async () => {
  const { test, ask } = await withStaff();
  test.clock.forward(6 * 60_000);
  const reply = await ask();
  expect(reply.statusCode).toBe(403);
  expect(reply.json().type).toBe('urn:prelude:problem:step-up-needed');
  expect(await lists(test)).toEqual([]);
});

it('the front desk and the administrator take out no list', async () => {
  const { test, ask } = await withStaff();
  for (const role of ['frontDesk', 'administrator'] satisfies Role[]) {
    await test.deps.store.inTransaction((tx) => tx.updateTable('users').set({ roles: role }).execute());
    expect((await ask()).statusCode).toBe(403);
  }
  expect(await lists(test)).toEqual([]);
});

it('of a Part 2 programme, each row that holds answers on substances carries the notice', async () => {
  const { test, ask } = await withStaff({ settings: { ...demoSettings, part2Programme: true } });
  await send(test.app);
  expect(tableIn((await ask()).body)[0]?.note).toBe(
    'patient-reported, not verified. 42 CFR part 2 prohibits unauthorized use or disclosure of these records.',
  );
});
