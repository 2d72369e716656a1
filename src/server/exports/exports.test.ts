import { randomUUID } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { bundleSchema, questionnaireSchema } from '../../../tests/fhir/strict-schema.ts';
import type { Role } from '../../submission/staff-wire.ts';
import { readChain } from '../audit/audit.repository.ts';
import { engines } from '../db/store.fixture.ts';
import { signedInAdministrator, type TestServer, testServer } from '../server.fixture.ts';
import { formOf, plainAnswers, send } from '../submissions/form.fixture.ts';

vi.setConfig({ testTimeout: 30_000 });

const acts = async ({ deps }: TestServer) => {
  const rows = [];
  for await (const row of readChain(deps.store.db)) if (row.action === 'submission.export') rows.push(row);
  return rows;
};

const becomes = (test: TestServer, ...roles: Role[]) =>
  test.deps.store.inTransaction((tx) =>
    tx
      .updateTable('users')
      .set({ roles: roles.join(' ') })
      .execute(),
  );

const exportUrl = (id: string) => `/api/staff/submissions/${id}/export.json`;

it('anybody may read the form as a FHIR questionnaire', async () => {
  const { app } = await testServer();
  const reply = await app.inject({ url: '/api/questionnaire' });
  expect(reply.statusCode).toBe(200);
  expect(reply.headers['content-type']).toBe('application/fhir+json; charset=utf-8');
  expect(questionnaireSchema.safeParse(reply.json()).error).toBeUndefined();
});

describe.each(engines)('C14: a submission as a FHIR bundle, on %s', (engine) => {
  it('is handed to a clinician whole, and stands in the audit', async () => {
    const test = await testServer({ engine });
    const headers = await signedInAdministrator(test);
    const id = randomUUID();
    const receipt = (await send(test.app, formOf(plainAnswers), { id })).json();
    const reply = await test.app.inject({ url: exportUrl(id.toUpperCase()), headers });
    expect(reply.statusCode).toBe(200);
    expect(reply.headers['content-type']).toBe('application/fhir+json; charset=utf-8');
    expect(reply.headers['content-disposition']).toBe(
      `attachment; filename="${receipt.reference}.fhir.json"`,
    );
    expect(bundleSchema.safeParse(reply.json()).error).toBeUndefined();
    expect(reply.body).toContain('"44261-6"');
    expect(await acts(test)).toMatchObject([{ object_id: id, outcome: 'done' }]);
    expect(test.logged()).not.toContain('Quillfeather');
  });
});

it('it is the same at every export', async () => {
  const test = await testServer();
  const headers = await signedInAdministrator(test);
  const id = randomUUID();
  await send(test.app, formOf(plainAnswers), { id });
  const first = await test.app.inject({ url: exportUrl(id), headers });
  test.clock.forward(86_400);
  const second = await test.app.inject({ url: exportUrl(id), headers });
  expect(second.body).toBe(first.body);
});

it('the front desk and the administrator do not get one', async () => {
  const test = await testServer();
  const headers = await signedInAdministrator(test);
  const id = randomUUID();
  await send(test.app, formOf(plainAnswers), { id });
  for (const role of ['frontDesk', 'administrator'] as const) {
    await becomes(test, role);
    expect((await test.app.inject({ url: exportUrl(id), headers })).statusCode).toBe(403);
  }
  expect(await acts(test)).toEqual([]);
});

it('one that is not there is refused, on record', async () => {
  const test = await testServer();
  const headers = await signedInAdministrator(test);
  const id = randomUUID();
  expect((await test.app.inject({ url: exportUrl(id), headers })).statusCode).toBe(404);
  expect(await acts(test)).toMatchObject([{ object_id: id, outcome: 'refused' }]);
});

it('one whose key is gone says so, without a word of it', async () => {
  const test = await testServer();
  const headers = await signedInAdministrator(test);
  const id = randomUUID();
  await send(test.app, formOf(plainAnswers), { id });
  await test.deps.store.inTransaction((tx) =>
    tx.deleteFrom('record_keys').where('record_id', '=', id).execute(),
  );
  const reply = await test.app.inject({ url: exportUrl(id), headers });
  expect(reply.statusCode).toBe(500);
  expect(reply.json()).toMatchObject({ title: 'This record cannot be opened' });
  expect(reply.body).not.toContain('Quillfeather');
});
