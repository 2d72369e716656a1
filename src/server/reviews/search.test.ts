import { randomUUID } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { frontDeskSearchAnswer, SEARCH_HEADER, searchAnswer } from '../../submission/search-wire.ts';
import { readChain } from '../audit/audit.repository.ts';
import type { Engine } from '../db/engine.ts';
import { engines } from '../db/store.fixture.ts';
import { signedInAdministrator, type TestServer, testServer } from '../server.fixture.ts';
import { formOf, plainAnswers, send } from '../submissions/form.fixture.ts';

vi.setConfig({ testTimeout: 30_000 });

const clinic = async (engine: Engine = 'sqlite') => {
  const test = await testServer({ engine });
  const headers = await signedInAdministrator(test);
  const search = (typed: string) =>
    test.app.inject({
      url: '/api/staff/search',
      headers: { ...headers, [SEARCH_HEADER]: encodeURIComponent(typed) },
    });
  const found = async (typed: string) => searchAnswer.parse((await search(typed)).json());
  return { test, search, found };
};

const received = async (test: TestServer, more: object) => {
  const id = randomUUID();
  const reply = await send(test.app, formOf({ ...plainAnswers, ...more }), { id });
  return { id, reference: String(reply.json().reference) };
};

const close = (test: TestServer, id: string) =>
  test.deps.store.inTransaction((tx) =>
    tx.updateTable('submissions').set({ status: 'closed' }).where('id', '=', id).execute(),
  );

const idsOf = ({ items }: ReturnType<typeof searchAnswer.parse>) => items.map(({ id }) => id);

describe.each(engines)('the search on %s', (engine) => {
  it('finds an open case by any part, a closed one by what is whole', async () => {
    const { test, found } = await clinic(engine);
    const ana = await received(test, {
      firstName: 'Ana',
      lastName: 'Núñez Ortega',
      phone: '(615) 555-0199',
      birthDate: '1990-03-02',
    });
    const sam = await received(test, {});
    await close(test, sam.id);

    for (const part of ['nunez', 'ortega an', '0199', ana.reference.slice(0, 3)])
      expect(idsOf(await found(part)), part).toEqual([ana.id]);
    for (const part of ['Quill', '0142']) expect(idsOf(await found(part)), part).toEqual([]);
    for (const whole of ['quillfeather', 'Sam Quillfeather', '615-555-0142', '2/10/1984', sam.reference])
      expect(idsOf(await found(whole)), whole).toEqual([sam.id]);
    expect((await found('Quillfeather')).items[0]).toMatchObject({ status: 'closed', name: 'Q., Sam' });
    expect(idsOf(await found('3/2/1990'))).toEqual([ana.id]);
  });
});

it('the audit holds a keyed hash of what was looked for, and the term stands nowhere', async () => {
  const { test, found } = await clinic();
  await received(test, {});
  await found('Quillfeather');
  await found('quillfeather');
  const rows = [];
  for await (const row of readChain(test.deps.store.db)) if (row.action === 'search.read') rows.push(row);
  expect(rows).toHaveLength(2);
  expect(rows[0]?.reason).toMatch(/^[0-9a-f]{32}$/);
  expect(rows[0]?.reason).toBe(rows[1]?.reason);
  expect(JSON.stringify(rows)).not.toMatch(/quill/i);
  expect(test.logged()).not.toMatch(/quill/i);
});

it('too short a term is refused with what to do, and an empty result is an empty list', async () => {
  const { search, found } = await clinic();
  const refused = await search('a');
  expect(refused.statusCode).toBe(422);
  expect(refused.json()).toMatchObject({ type: 'urn:prelude:problem:search-term', path: SEARCH_HEADER });
  expect(await found('nobody of that name')).toEqual({ items: [], more: false });
});

it('more than fifty are cut short, and the answer says so', async () => {
  const { test, found } = await clinic();
  await received(test, {});
  const row = await test.deps.store.db().selectFrom('submissions').selectAll().executeTakeFirstOrThrow();
  const others = Array.from({ length: 50 }, (_, n) => ({
    ...row,
    id: randomUUID(),
    reference_index: `r${n}`,
  }));
  await test.deps.store.inTransaction((tx) => tx.insertInto('submissions').values(others).execute());
  const { items, more } = await found('Quillfeather');
  expect(items).toHaveLength(50);
  expect(more).toBe(true);
});

it('the front desk finds whom to call, and no answer, score or flag', async () => {
  const { test, search } = await clinic();
  await received(test, {});
  await test.deps.store.inTransaction((tx) => tx.updateTable('users').set({ roles: 'frontDesk' }).execute());
  const answer = frontDeskSearchAnswer.parse((await search('quill')).json());
  expect(answer.items).toHaveLength(1);
  expect(JSON.stringify(answer)).not.toMatch(/phq9|chips|interest/);
});
