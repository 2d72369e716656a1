import { randomUUID } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { samePeople } from '../../submission/same-person-wire.ts';
import { SEARCH_HEADER, searchAnswer } from '../../submission/search-wire.ts';
import { type QueueItem, queue } from '../../submission/staff-wire.ts';
import { readChain } from '../audit/audit.repository.ts';
import type { Engine } from '../db/engine.ts';
import { engines } from '../db/store.fixture.ts';
import { signedInAdministrator, testServer } from '../server.fixture.ts';
import { formOf, plainAnswers, send } from '../submissions/form.fixture.ts';

vi.setConfig({ testTimeout: 30_000 });

const marksOf = (items: readonly QueueItem[]) =>
  Object.fromEntries(
    items.flatMap(({ id, chips }) =>
      chips.filter(({ text }) => text.startsWith('Came before')).map(({ text }) => [id, text]),
    ),
  );

const clinic = async (engine: Engine = 'sqlite') => {
  const test = await testServer({ engine });
  const headers = await signedInAdministrator(test);
  const receive = async (more: object = {}) => {
    const id = randomUUID();
    await send(test.app, formOf({ ...plainAnswers, ...more }), { id });
    test.clock.forward(60_000);
    return id;
  };
  const look = async (id: string) =>
    samePeople.parse(
      (await test.app.inject({ url: `/api/staff/submissions/${id}/same-person`, headers })).json(),
    );
  const decide = (id: string, other: string, verdict: string, version: Record<string, string>) =>
    test.app.inject({
      method: 'PUT',
      url: `/api/staff/submissions/${id}/same-person/${other}`,
      headers: { ...headers, ...version },
      payload: { verdict },
    });
  /** What the rows of the queue say of earlier cases; those that a search finds say the same. */
  const marks = async () => {
    const read = async (url: string, more: Record<string, string> = {}) =>
      (await test.app.inject({ url, headers: { ...headers, ...more } })).json();
    const inQueue = marksOf(queue.parse(await read('/api/staff/queue?view=new')).items);
    const found = await read('/api/staff/search', { [SEARCH_HEADER]: 'quillfeather' });
    expect(marksOf(searchAnswer.parse(found).items)).toEqual(inQueue);
    return inQueue;
  };
  return { test, receive, look, decide, marks };
};

const first = { 'if-none-match': '*' };

describe.each(engines)('the same person again on %s', (engine) => {
  it('is asked about by surname and birth date, and linked both ways only when somebody has said so', async () => {
    const { receive, look, decide, marks } = await clinic(engine);
    const before = await receive({ phq9: [3, 3, 3, 2, 2, 2, 2, 3, 1] });
    const brother = await receive({ firstName: 'Tom', birthDate: '1990-05-05' });
    const now = await receive({ lastName: 'QUILLFEATHER' });
    const asked = await look(now);
    expect(asked.others).toMatchObject([
      { id: before, name: 'Sam Quillfeather', verdict: null, version: null },
    ]);
    expect(asked.history.map(({ id }) => id)).toEqual([now]);
    expect((await look(brother)).others).toEqual([]);
    expect(await marks()).toEqual({ [before]: 'Came before?', [now]: 'Came before?' });

    expect((await decide(now, before, 'same', first)).statusCode).toBe(200);
    for (const one of [now, before]) {
      const linked = await look(one);
      expect(linked.others.map(({ verdict, version }) => [verdict, version])).toEqual([['same', 1]]);
      expect(linked.history.map(({ id }) => id)).toEqual([before, now]);
      expect(linked.history[0]?.scores[0]).toMatchObject({ id: 'phq9', min: 21, max: 21, item9: 1 });
    }
    expect(await marks()).toEqual({ [before]: 'Came before', [now]: 'Came before' });
    expect((await decide(now, before, 'different', first)).statusCode).toBe(412);
    expect((await decide(before, now, 'different', { 'if-match': '"1"' })).statusCode).toBe(200);
    expect((await look(now)).history).toHaveLength(1);
    expect(await marks()).toEqual({});
    expect((await decide(now, before, 'same', {})).statusCode).toBe(428);
  });
});

it('who is the same as the same is the same, also under another surname', async () => {
  const { receive, look, decide } = await clinic();
  const [one, two] = [await receive(), await receive()];
  const married = await receive({ lastName: 'Oakhurst' });
  await decide(one, two, 'same', first);
  await decide(two, married, 'same', first);
  expect((await look(one)).history.map(({ id }) => id)).toEqual([one, two, married]);
});

it('each name that was shown and each decision stands in the audit', async () => {
  const { test, receive, look, decide } = await clinic();
  const [one, two] = [await receive(), await receive()];
  await look(one);
  await decide(one, two, 'different', first);
  const rows = [];
  for await (const { action, object_id, fields, reason } of readChain(test.deps.store.db))
    if (reason === 'same-person' || action === 'person.match') rows.push([action, object_id, fields, reason]);
  expect(rows.slice(0, 3)).toEqual([
    ['submission.read', two, 'name', 'same-person'],
    ['person.match', one, '', 'different'],
    ['person.match', two, '', 'different'],
  ]);
  expect((await decide(one, randomUUID(), 'same', first)).statusCode).toBe(404);
  expect((await decide(one, one, 'same', first)).statusCode).toBe(422);
});
