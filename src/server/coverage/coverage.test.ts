import { randomUUID } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { packIds } from '../../coverage/packs.ts';
import { demoSettings } from '../../settings/demo.ts';
import type { Answers } from '../../steps/catalog.ts';
import { priorAuthorization, remsReady } from '../../submission/coverage-wire.ts';
import type { Role } from '../../submission/staff-wire.ts';
import { readChain } from '../audit/audit.repository.ts';
import { engines } from '../db/store.fixture.ts';
import { squeezed, textOfPdf } from '../exports/pdf-reader.fixture.ts';
import { sameOrigin, signedInAdministrator, type TestServer, testServer } from '../server.fixture.ts';
import { formOf, plainAnswers, send } from '../submissions/form.fixture.ts';

vi.setConfig({ testTimeout: 30_000 });

const sentBy = async ({ app }: TestServer, answers: Answers = {}) => {
  const id = randomUUID();
  const reply = await send(app, formOf({ ...plainAnswers, ...answers }), { id });
  if (reply.statusCode !== 201) throw new Error(reply.body);
  return id;
};

const actsOn = async ({ deps }: TestServer, id: string) => {
  const rows = [];
  for await (const row of readChain(deps.store.db)) if (row.object_id === id) rows.push(row);
  return rows.filter(({ action }) => action !== 'submission.receive');
};

const becomes = (test: TestServer, ...roles: Role[]) =>
  test.deps.store.inTransaction((tx) =>
    tx
      .updateTable('users')
      .set({ roles: roles.join(' ') })
      .execute(),
  );

const opened = async (
  test: TestServer,
  options: { readonly answers?: Answers; readonly headers?: object } = {},
) => {
  const headers = options.headers ?? (await signedInAdministrator(test));
  const id = await sentBy(test, options.answers);
  const ask = (path: string) =>
    test.app.inject({ url: `/api/staff/submissions/${id}/${path}`, headers: { ...headers } });
  const sheet = async (pack = 'proposed') =>
    priorAuthorization.parse((await ask(`prior-authorization/${pack}`)).json());
  const save = (fields: object, version: number) =>
    test.app.inject({
      method: 'PUT',
      url: `/api/staff/submissions/${id}/staff-fields`,
      headers: {
        ...headers,
        'content-type': 'application/json',
        ...(version === 0 ? { 'if-none-match': '*' } : { 'if-match': `"${version}"` }),
      },
      payload: JSON.stringify(fields),
    });
  return { id, headers, ask, sheet, save };
};

describe.each(engines)('a clinician prepares a prior authorization, on %s', (engine) => {
  it('for the payer that the patient named, with what is missing and what settles it', async () => {
    const test = await testServer({ engine });
    const { id, sheet } = await opened(test, { answers: { insurer: 'Cigna PPO 2500' } });
    const found = await sheet();
    expect(found.proposed).toEqual({
      pack: 'cigna',
      why: 'The patient wrote “Cigna PPO 2500”, which is a name of Cigna.',
    });
    expect(found.pack.id).toBe('cigna');
    expect(found.caution).toMatch(/^Check with the payer: read from .+\(.+; undated copy\)/);
    expect(found.criteria.map(({ result }) => result)).toEqual(['unknown', 'unknown', 'unknown', 'unknown']);
    for (const { settledBy } of found.criteria) expect(settledBy).not.toBe('');
    expect(found.gaps.map(({ field }) => field.label)).toContain('NPI');
    expect(await actsOn(test, id)).toMatchObject([
      { action: 'submission.read', fields: 'prior-authorization', outcome: 'done' },
    ]);
    expect(test.logged()).not.toContain('Cigna');
  });

  it('and what staff add is kept sealed, joined to the patient’s answers, and turns conditions', async () => {
    const test = await testServer({ engine });
    const { id, sheet, save } = await opened(test, { answers: { insurer: 'Cigna' } });
    const saved = await save({ specialty: 'psychiatry', npi: '1234567893', pdmpChecked: 'yes' }, 0);
    expect(saved.statusCode).toBe(200);
    expect(saved.headers.etag).toBe('"1"');
    const found = await sheet();
    expect(found.staff).toMatchObject({ version: 1, own: { npi: '1234567893' } });
    expect(found.criteria.map(({ result }) => result)).toEqual(['unknown', 'met', 'met', 'unknown']);
    expect(found.gaps.map(({ field }) => field.label)).not.toContain('NPI');
    const row = await test.deps.store.db().selectFrom('staff_fields').selectAll().executeTakeFirstOrThrow();
    expect(Buffer.from(row.fields).toString('latin1')).not.toContain('1234567893');
    expect(await actsOn(test, id)).toMatchObject([
      { action: 'staff-fields.save', fields: 'npi pdmpChecked specialty' },
      { action: 'submission.read' },
    ]);
  });

  it('a save that did not see the last one is refused, and nothing of it is kept', async () => {
    const test = await testServer({ engine });
    const { sheet, save } = await opened(test);
    expect((await save({ npi: '1111111111' }, 0)).statusCode).toBe(200);
    expect((await save({ npi: '2222222222' }, 0)).statusCode).toBe(412);
    expect((await save({ npi: '3333333333' }, 2)).statusCode).toBe(412);
    expect((await sheet()).staff).toMatchObject({ version: 1, own: { npi: '1111111111' } });
    expect((await save({ npi: '4444444444' }, 1)).json()).toEqual({ version: 2 });
  });
});

it('what the clinic’s settings say stands on each sheet, until the case says otherwise', async () => {
  const test = await testServer({
    settings: { ...demoSettings, priorAuthorization: { prescriber: 'Pat Example, MD', npi: '1234567893' } },
  });
  const { sheet, save } = await opened(test);
  const fieldValue = async (label: string) =>
    (await sheet()).groups.flatMap(({ fields }) => fields).find((field) => field.label === label)?.value;
  expect(await fieldValue('Prescriber')).toBe('Pat Example, MD');
  await save({ prescriber: 'Kim Other, MD' }, 0);
  expect(await fieldValue('Prescriber')).toBe('Kim Other, MD');
  expect(await fieldValue('NPI')).toBe('1234567893');
});

it('an unknown payer gets the general sheet, and the clinician may choose another', async () => {
  const test = await testServer();
  const { sheet } = await opened(test, { answers: { insurer: 'Aetna' } });
  expect(await sheet()).toMatchObject({
    pack: { id: 'general' },
    proposed: { pack: 'general', why: expect.stringContaining('No payer with a pack') },
  });
  expect((await sheet('no-such-payer')).pack.id).toBe('general');
  for (const pack of packIds) expect((await sheet(pack)).pack.id).toBe(pack);
});

it('what is asked of the patient is only what this payer’s conditions read', async () => {
  const test = await testServer();
  const { sheet } = await opened(test);
  expect((await sheet('cigna')).askPatient).toEqual([]);
  expect((await sheet('medical-mutual')).askPatient.map(({ key }) => key)).toEqual([
    'psychotherapy',
    'ect',
    'tms',
    'vns',
  ]);
});

it.each([
  [{ npi: '123' }, 'npi'],
  [{ icd10: 'depression' }, 'icd10'],
  [{ favouriteColour: 'blue' }, 'favouriteColour'],
])('staff fields that do not fit are refused with the place: %j', async (fields, path) => {
  const test = await testServer();
  const { save, sheet } = await opened(test);
  const reply = await save(fields, 0);
  expect(reply.statusCode).toBe(422);
  expect(reply.json().path).toContain(path);
  expect((await sheet()).staff.version).toBe(0);
});

it('a write without the version that was read is refused', async () => {
  const test = await testServer();
  const { id, headers } = await opened(test);
  const reply = await test.app.inject({
    method: 'PUT',
    url: `/api/staff/submissions/${id}/staff-fields`,
    headers: { ...headers, 'content-type': 'application/json' },
    payload: '{}',
  });
  expect(reply.statusCode).toBe(428);
});

const documents = [
  ['prior-authorization/cigna/sheet.pdf', 'prior-authorization.pdf', 'prior-authorization'],
  ['rems/sheet.pdf', 'rems-sheet.pdf', 'rems'],
] as const;

it.each(documents)(
  '%s is a tagged PDF named after nobody, with its caution and versions',
  async (path, name, field) => {
    const test = await testServer();
    const { id, ask } = await opened(test, { answers: { insurer: 'Cigna' } });
    const reply = await ask(path);
    expect(reply.headers['content-disposition']).toBe(`attachment; filename="${name}"`);
    const raw = reply.rawPayload.toString('latin1');
    for (const mark of ['/StructTreeRoot', '/Marked true', 'pdfuaid:part', '/Lang (en-US)'])
      expect(raw).toContain(mark);
    expect(raw).not.toMatch(/\/(JavaScript|JS|URI|Annots|AcroForm|Launch|EmbeddedFile) /);
    const text = squeezed(textOfPdf(reply.rawPayload));
    expect(text).toContain('Quillfeather');
    expect(text).toMatch(/form\d+,rules[\w.-]+\./);
    expect(text).toContain(
      squeezed(
        field === 'rems' ? 'Not the official form. The full field list' : 'Check with the payer: read from',
      ),
    );
    expect(await actsOn(test, id)).toMatchObject([{ action: 'submission.export', fields: field }]);
  },
);

it('the REMS sheet holds identity, classes and understanding, and says the official form has to be checked', async () => {
  const test = await testServer();
  const { ask, save } = await opened(test, { answers: { medications: ['clonazepam'] } });
  await save({ middleInitial: 'Q', risksDiscussed: 'yes' }, 0);
  const { caution, groups } = remsReady.parse((await ask('rems')).json());
  expect(caution).toMatch(/full field list .+ was not seen/);
  expect(groups.map(({ title }) => title)).toEqual([
    'Identity',
    'Medicines taken at the same time',
    'What the patient understands',
  ]);
  const values = new Map(groups.flatMap(({ fields }) => fields.map(({ label, value }) => [label, value])));
  expect(values.get('Benzodiazepines')).toBe('Yes: clonazepam');
  expect(values.get('Middle initial')).toBe('Q');
  expect(values.get('Risks discussed')).toBe('Yes');
  expect(values.get('Medication guide read')).toBeNull();
});

it('hostile words stand on the sheet as they were typed, another script as boxed code points', async () => {
  const hostile = '<script>alert(1)</script> \\) Tj =cmd|calc';
  const test = await testServer();
  const { ask, save } = await opened(test, { answers: { insurer: hostile, policyHolder: '安娜' } });
  await save({ address: hostile, plan: 'Αθηνά, Щербакова, Nguyễn' }, 0);
  const text = squeezed(textOfPdf((await ask('prior-authorization/general/sheet.pdf')).rawPayload));
  expect(text.split(squeezed(hostile)).length).toBeGreaterThan(2);
  expect(text).toContain('[U+5B89U+5A1C]');
  expect(text).toContain(squeezed('Αθηνά, Щербакова, Nguyễn'));
  expect(text).not.toContain('\ufffd');
});

it.each([
  [true, true],
  [false, false],
])(
  'the notice of 42 CFR Part 2 stands on a prior authorization of a Part 2 programme: %s',
  async (part2Programme, stands) => {
    const test = await testServer({ settings: { ...demoSettings, part2Programme } });
    const { ask } = await opened(test);
    const text = squeezed(textOfPdf((await ask('prior-authorization/general/sheet.pdf')).rawPayload));
    expect(text.includes(squeezed('42 CFR part 2 prohibits unauthorized use or disclosure'))).toBe(stands);
  },
);

it.each(['prior-authorization/cigna', 'prior-authorization/cigna/sheet.pdf', 'rems', 'rems/sheet.pdf'])(
  '%s is a clinician’s: nobody else, and no other id, gets one',
  async (path) => {
    const test = await testServer();
    const { id, headers, ask } = await opened(test);
    const missing = randomUUID();
    const url = `/api/staff/submissions/${missing}/${path}`;
    expect((await test.app.inject({ url, headers: { ...headers } })).statusCode).toBe(404);
    expect(await actsOn(test, missing)).toMatchObject([{ outcome: 'refused', reason: 'not-found' }]);
    await becomes(test, 'frontDesk', 'administrator');
    expect((await ask(path)).statusCode).toBe(403);
    expect(
      (await test.app.inject({ url: `/api/staff/submissions/${id}/${path}`, headers: sameOrigin }))
        .statusCode,
    ).toBe(401);
    expect(await actsOn(test, id)).toEqual([]);
  },
);
