import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { verifiedAnswers } from '../../submission/verified-wire.ts';
import { readChain } from '../audit/audit.repository.ts';
import { engines } from '../db/store.fixture.ts';
import { signedInAdministrator, testServer } from '../server.fixture.ts';
import { formOf, plainAnswers, send } from '../submissions/form.fixture.ts';

describe.each(engines)('a verified answer on %s', (engine) => {
  it('stands over what the patient said, and tells which findings come or go with it', async () => {
    const test = await testServer({ engine });
    const headers = await signedInAdministrator(test);
    const id = randomUUID();
    await send(test.app, formOf({ ...plainAnswers, aneurysm: 'unsure' }), { id });
    const url = `/api/staff/submissions/${id}/verified`;
    const look = async () => verifiedAnswers.parse((await test.app.inject({ url, headers })).json());
    const put = (key: string, payload: object, version: Record<string, string>) =>
      test.app.inject({ method: 'PUT', url: `${url}/${key}`, headers: { ...headers, ...version }, payload });

    expect(await look()).toMatchObject({ version: null, answers: [], difference: { lines: [] } });
    const corrected = await put('aneurysm', { kind: 'corrected', value: 'no' }, { 'if-none-match': '*' });
    expect(corrected.statusCode, corrected.body).toBe(200);
    const { answers, difference, version } = await look();
    expect(version).toBe(1);
    expect(answers).toMatchObject([
      {
        key: 'aneurysm',
        kind: 'corrected',
        by: 'Sam Rivera',
        reported: { text: 'I’m not sure' },
        verified: { text: 'No' },
      },
    ]);
    expect(difference.gone.map((flag) => flag.id)).toContain('CV-ANEURYSM');

    expect((await put('avm', { kind: 'confirmed' }, { 'if-none-match': '*' })).statusCode).toBe(412);
    expect((await put('avm', { kind: 'confirmed' }, {})).statusCode).toBe(428);
    expect((await put('avm', { kind: 'confirmed' }, { 'if-match': '"1"' })).statusCode).toBe(200);
    expect(
      (await put('aneurysm', { kind: 'corrected', value: 'perhaps' }, { 'if-match': '"2"' })).statusCode,
    ).toBe(422);
    expect((await put('birthDate', { kind: 'confirmed' }, { 'if-match': '"2"' })).statusCode).toBe(422);
    await put('aneurysm', { kind: 'withdrawn' }, { 'if-match': '"2"' });
    const after = await look();
    expect(after.answers.map(({ key, kind }) => [key, kind])).toEqual([['avm', 'confirmed']]);
    expect(after.difference.gone).toEqual([]);

    const acts = [];
    for await (const row of readChain(test.deps.store.db))
      if (row.action === 'answer.verify') acts.push(`${row.fields} ${row.reason}`);
    expect(acts).toEqual(['aneurysm corrected', 'avm confirmed', 'aneurysm withdrawn']);
  });
});
