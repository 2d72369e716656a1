import { randomUUID } from 'node:crypto';
import { expect, it, vi } from 'vitest';
import { literal } from '../src/server/exports/csv.ts';
import { squeezed, textOfPdf } from '../src/server/exports/pdf-reader.fixture.ts';
import { signedInAdministrator, testServer } from '../src/server/server.fixture.ts';
import { formOf, newDraftAccess, plainAnswers, send } from '../src/server/submissions/form.fixture.ts';
import { texts } from './hostile-values.ts';

vi.setConfig({ testTimeout: 60_000 });

/** What a name may be as long as; what is too long or empty is refused, which is tried at the doors. */
const LONGEST_NAME = 100;
const names = texts.filter(([, text]) => text !== '' && text.length <= LONGEST_NAME);
/** What a typeface has a sign for: marks that turn the direction are shown as code points, which has a test of its own. */
const inLetters = names.map(([, text]) => text).filter((text) => /^[\x20-\x7e]+$/.test(text));

it('hostile texts that were taken with a form are read literally by staff, in each PDF and, kept from reckoning, in a CSV', async () => {
  const test = await testServer();
  const headers = await signedInAdministrator(test);
  const get = (url: string) => test.app.inject({ url, headers });

  const taken: string[] = [];
  for (const [turn, [, firstName]] of names.entries()) {
    const reply = await send(test.app, formOf({ ...plainAnswers, firstName }), {
      from: `10.9.0.${turn + 1}`,
    });
    expect([201, 400, 422], firstName).toContain(reply.statusCode);
    if (reply.statusCode === 201) taken.push(firstName);
  }
  expect(taken.length).toBeGreaterThanOrEqual(8);
  const csv = await get(
    '/api/staff/export.csv?from=2026-11-22&to=2026-11-22&view=all&columns=summary&reason=operations',
  );
  expect(csv.statusCode).toBe(200);
  for (const name of taken) expect(csv.body).toContain(`"${literal(name).replaceAll('"', '""')}"`);
  // No field begins as a formula does.
  expect(csv.body).not.toMatch(/(^|\r\n|",)"[=+@]/);

  const id = randomUUID();
  const { draftId, verifier } = newDraftAccess();
  const allergies = inLetters.join('\n');
  const form = formOf({ ...plainAnswers, allergies }, { draftId });
  expect((await send(test.app, form, { id, verifier })).statusCode).toBe(201);
  const summary = await get(`/api/staff/submissions/${id}`);
  for (const text of inLetters) expect(summary.body).toContain(JSON.stringify(text).slice(1, -1));
  const own = await test.app.inject({
    method: 'POST',
    url: `/api/submissions/${id}/record.pdf`,
    headers: { 'sec-fetch-site': 'same-origin', authorization: `Draft ${verifier}` },
  });
  const pdfs = [own, await get(`/api/staff/submissions/${id}/export.pdf`)];
  for (const pdf of pdfs) {
    expect(pdf.statusCode).toBe(200);
    const shown = squeezed(textOfPdf(pdf.rawPayload));
    for (const text of inLetters) expect(shown).toContain(squeezed(text));
    expect(pdf.rawPayload.toString('latin1')).not.toMatch(/\/(JavaScript|JS|URI|Launch) /);
  }
});
