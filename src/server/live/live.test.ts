import { randomUUID } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import { liveChange } from '../../submission/live-wire.ts';
import { createApp } from '../app.ts';
import { openStore } from '../db/connect.ts';
import { engines, temporaryPlace } from '../db/store.fixture.ts';
import { sameOrigin, signedInAdministrator, testServer } from '../server.fixture.ts';
import { formOf, send } from '../submissions/form.fixture.ts';
import { createWatch } from './watch.ts';

describe.each(engines)('changes of the queue on %s', (engine) => {
  it('a form that another process received is heard here, once', async () => {
    const place = await temporaryPlace(engine);
    const [here, there] = [await openStore(place), await openStore(place)];
    const { deps } = await testServer({ store: here });
    onTestFinished(async () => {
      await here.close();
      await there.close();
    });
    const other = await createApp({ ...deps, store: there });
    const watch = createWatch(deps);
    const heard: string[] = [];
    onTestFinished(await watch.listen((ids) => heard.push(...ids)));

    const id = randomUUID();
    expect((await send(other, formOf(), { id })).statusCode).toBe(201);
    await watch.look();
    await watch.look();
    expect(heard).toEqual([id]);
    await other.close();
  });
});

/** A portal's stream on the real server, and what it says, event by event. */
const listening = async () => {
  const test = await testServer();
  const headers = await signedInAdministrator(test);
  const address = await test.app.listen({ port: 0, host: '127.0.0.1' });
  const response = await fetch(`${address}/api/staff/events`, { headers: { cookie: headers.cookie } });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let said = '';
  const until = async (words: string): Promise<string> => {
    for (;;) {
      const end = said.indexOf(words) >= 0 ? said.indexOf('\n\n', said.indexOf(words)) : -1;
      if (end >= 0) return said.slice(said.indexOf(words), end);
      const next = await reader?.read();
      if (next === undefined || next.done) throw new Error(`The stream ended: ${said}`);
      said += next.value;
    }
  };
  return { test, headers, response, until, said: () => said, rest: () => reader?.read() };
};

it('a new form reaches an open portal as its id, with nothing about the person', async () => {
  const { test, response, until, said } = await listening();
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  expect(response.headers.get('cache-control')).toContain('no-store');
  await until('event: here');
  const id = randomUUID();
  await send(test.app, formOf(), { id });
  const [, data = ''] = (await until('event: changed')).split('data: ');
  expect(liveChange.parse(JSON.parse(data))).toEqual({ ids: [id] });
  expect(said()).not.toMatch(/Quillfeather|Sam|555/);
});

it('a stream does not keep its session awake, and ends with it', async () => {
  const { test, headers, until, rest } = await listening();
  await until('event: here');
  test.clock.forward(9 * 60_000);
  test.clock.forward(61_000);
  const session = await test.app.inject({ url: '/api/auth/session', headers });
  expect(session.json()).toMatchObject({ type: 'urn:prelude:problem:session-locked' });
  await send(test.app, formOf());
  await until('event: over');
  expect((await rest())?.done).toBe(true);
});

it('nobody listens without a sign-in', async () => {
  const { app } = await testServer();
  expect((await app.inject({ url: '/api/staff/events', headers: sameOrigin })).statusCode).toBe(401);
});
