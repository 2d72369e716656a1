import { randomUUID } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import type { Role } from '../../submission/staff-wire.ts';
import { readChain } from '../audit/audit.repository.ts';
import { engines } from '../db/store.fixture.ts';
import { sameOrigin, signedInAdministrator, type TestServer, testServer } from '../server.fixture.ts';
import { formOf, newDraftAccess, plainAnswers, send } from '../submissions/form.fixture.ts';
import { textOfPdf } from './pdf-reader.fixture.ts';

vi.setConfig({ testTimeout: 30_000 });

const DAY_MS = 24 * 60 * 60_000;

const exportsOf = async ({ deps }: TestServer) => {
  const rows = [];
  for await (const row of readChain(deps.store.db)) if (row.action === 'submission.export') rows.push(row);
  return rows;
};

/** A form that was sent with its draft, so that its sender can show the verifier. */
const sentForm = async (test: TestServer, language = 'en') => {
  const id = randomUUID();
  const { draftId, verifier } = newDraftAccess();
  const reply = await send(test.app, formOf(plainAnswers, { draftId, language }), { id, verifier });
  if (reply.statusCode !== 201) throw new Error(reply.body);
  return { id, verifier };
};

const askRecord = ({ app }: TestServer, id: string, verifier?: string) =>
  app.inject({
    method: 'POST',
    url: `/api/submissions/${id}/record.pdf`,
    headers: { ...sameOrigin, ...(verifier === undefined ? {} : { authorization: `Draft ${verifier}` }) },
  });

describe.each(engines)('P33: the patient’s record on %s', (engine) => {
  it('is handed to whoever holds the secret, and stands in the audit', async () => {
    const test = await testServer({ engine });
    const { id, verifier } = await sentForm(test);
    const reply = await askRecord(test, id.toUpperCase(), verifier);
    expect(reply.statusCode).toBe(200);
    expect(reply.headers['content-type']).toBe('application/pdf');
    expect(reply.headers['content-disposition']).toBe('attachment; filename="record.pdf"');
    expect(reply.headers['cache-control']).toBe('no-store');
    expect(textOfPdf(reply.rawPayload)).toContain('Quillfeather');
    expect(await exportsOf(test)).toMatchObject([
      { actor_kind: 'patient', object_id: id, fields: 'record', outcome: 'done' },
    ]);
    expect(test.logged()).not.toContain('Quillfeather');
  });
});

it('comes in the language that the person used', async () => {
  const test = await testServer();
  const { id, verifier } = await sentForm(test, 'es');
  const reply = await askRecord(test, id, verifier);
  expect(reply.headers['content-disposition']).toBe('attachment; filename="constancia.pdf"');
  expect(textOfPdf(reply.rawPayload)).toContain('Su constancia');
});

it('there is no record for a stranger, without a verifier, under another id, or a day later: all one answer', async () => {
  const test = await testServer();
  const { id, verifier } = await sentForm(test);
  const answers = [
    await askRecord(test, id, newDraftAccess().verifier),
    await askRecord(test, id),
    await askRecord(test, randomUUID(), verifier),
  ];
  test.clock.forward(DAY_MS - 1);
  expect((await askRecord(test, id, verifier)).statusCode).toBe(200);
  test.clock.forward(1);
  answers.push(await askRecord(test, id, verifier));
  const seen = answers.map((reply) => ({ ...reply.json(), requestId: '' }));
  expect(seen.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  expect(new Set(seen.map((one) => JSON.stringify(one))).size).toBe(1);
  expect(await exportsOf(test)).toHaveLength(1);
});

it('a form that was sent without a draft has no record, whatever verifier is shown', async () => {
  const test = await testServer();
  const owner = await sentForm(test);
  const id = randomUUID();
  const thief = newDraftAccess();
  await send(test.app, formOf(plainAnswers), { id, verifier: thief.verifier });
  expect((await askRecord(test, id, thief.verifier)).statusCode).toBe(404);
  expect((await askRecord(test, id, owner.verifier)).statusCode).toBe(404);
});

it('an address that guesses on is told to wait', async () => {
  const test = await testServer();
  const { id } = await sentForm(test);
  for (let guess = 0; guess < 10; guess += 1) await askRecord(test, id, newDraftAccess().verifier);
  expect((await askRecord(test, id, newDraftAccess().verifier)).statusCode).toBe(429);
});

const becomes = (test: TestServer, ...roles: Role[]) =>
  test.deps.store.inTransaction((tx) =>
    tx
      .updateTable('users')
      .set({ roles: roles.join(' ') })
      .execute(),
  );

const forms = [
  ['pdf', 'application/pdf'],
  ['txt', 'text/plain; charset=us-ascii'],
] as const;

describe.each(engines)('C13, C14: a case leaves the portal on %s', (engine) => {
  it.each(forms)('as %s, named after nobody, and stands in the audit', async (format, type) => {
    const test = await testServer({ engine });
    const headers = await signedInAdministrator(test);
    const { id } = await sentForm(test);
    const reply = await test.app.inject({ url: `/api/staff/submissions/${id}/export.${format}`, headers });
    expect(reply.statusCode).toBe(200);
    expect(reply.headers['content-type']).toBe(type);
    expect(reply.headers['content-disposition']).toBe(`attachment; filename="intake-summary.${format}"`);
    expect(format === 'pdf' ? textOfPdf(reply.rawPayload) : reply.body).toContain('Quillfeather');
    expect(await exportsOf(test)).toMatchObject([
      { actor_kind: 'staff', object_id: id, fields: format, outcome: 'done' },
    ]);
    expect(test.logged()).not.toContain('Quillfeather');
  });
});

it.each(forms)(
  'as %s it is refused to the front desk and to a stranger, and not there is on record',
  async (format) => {
    const test = await testServer();
    const headers = await signedInAdministrator(test);
    const { id } = await sentForm(test);
    const url = `/api/staff/submissions/${id}/export.${format}`;
    expect((await test.app.inject({ url, headers: sameOrigin })).statusCode).toBe(401);
    const missing = `/api/staff/submissions/${randomUUID()}/export.${format}`;
    expect((await test.app.inject({ url: missing, headers })).statusCode).toBe(404);
    await becomes(test, 'frontDesk', 'administrator');
    expect((await test.app.inject({ url, headers })).statusCode).toBe(403);
    expect(await exportsOf(test)).toMatchObject([{ outcome: 'refused', reason: 'not-found' }]);
  },
);
