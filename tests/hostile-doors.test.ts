import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { routeModules } from '../src/server/app.ts';
import { colleague } from '../src/server/case-work/case-work.fixture.ts';
import type { Door } from '../src/server/edge/access.ts';
import { temporaryBuild } from '../src/server/pages/pages.fixture.ts';
import type { RouteModule } from '../src/server/route-module.ts';
import { sameOrigin, type TestServer, testServer } from '../src/server/server.fixture.ts';
import { dummyHash } from '../src/server/sign-in/password-hash.ts';
import { newDraftAccess, send } from '../src/server/submissions/form.fixture.ts';
import { SEARCH_HEADER } from '../src/submission/search-wire.ts';
import { fieldValues, inAddress, inHeader, MARK, wholeBodies } from './hostile-values.ts';
import { bodiesWith, describedDoor, sampleOf } from './request-of.ts';

const isFull = process.env.FULL === '1';
vi.setConfig({ testTimeout: isFull ? 3_600_000 : 120_000 });

interface Knock {
  /** What is sent where, for the complaint. */
  readonly what: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: string | Buffer<ArrayBuffer> | undefined;
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
const methodOf = ({ method }: Door) => METHODS.find((one) => one === method);

interface House {
  readonly test: TestServer;
  readonly caseId: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A clinic with a case, and somebody signed in who may do everything. */
const house = async (...planted: RouteModule[]): Promise<House> => {
  const test = await testServer({ pages: await temporaryBuild(), modules: [...routeModules, ...planted] });
  await sql`pragma synchronous = off`.execute(test.deps.store.db());
  const everybody = await colleague(test, 'Ana Reyes', 'clinician', 'frontDesk', 'administrator');
  // An invented colleague's is no hash at all; a real one's is compared with whatever is sent.
  await sql`update users set password_hash = ${await dummyHash()}`.execute(test.deps.store.db());
  return { test, caseId: await newCase(test), headers: { ...sameOrigin, ...everybody.headers } };
};

const newCase = async ({ app }: TestServer): Promise<string> => {
  const id = randomUUID();
  expect((await send(app, undefined, { id })).statusCode).toBe(201);
  return id;
};

/** A door is tried with each value in each place; in short, with one place for each value, another for each. */
const some = <T>(all: readonly T[], turn: number): readonly T[] => {
  const one = all[turn % all.length];
  return isFull || one === undefined ? all : [one];
};

const knocksAt = ({ test, caseId, headers }: House, door: Door): readonly Knock[] => {
  const { queryNames, body } = describedDoor(test.app.swagger(), door.method, door.url);
  const hasBody = door.method !== 'GET';
  const json = { ...headers, ...(hasBody && { 'content-type': 'application/json' }) };
  const versions = { 'if-match': '"1"', authorization: `Draft ${newDraftAccess().verifier}` };
  const url = door.url.replace(/:\w+/g, caseId).replace('*', 'x');
  const sample = sampleOf(body ?? {});
  const payload = hasBody ? JSON.stringify(sample) : undefined;
  const usual: Knock = { what: '', url, headers: { ...json, ...versions }, payload };

  const bodies = fieldValues.flatMap(([name, sent], turn) =>
    some(bodiesWith(sample, sent), turn).map((text) => ({
      ...usual,
      what: `${name} in ${text.slice(0, 300)}`,
      payload: text,
    })),
  );
  const whole = [...wholeBodies, ['every key twice', twice(JSON.stringify(sample))] as const].map(
    ([name, sent]) => ({ ...usual, what: `${name} as the body`, payload: sent }),
  );
  const places = [...door.url.matchAll(/:\w+|\*/g)].map(([place]) => place);
  const params = inAddress.flatMap(([name, sent], turn) =>
    some(places, turn).map((place) => ({
      ...usual,
      what: `${name} as ${place}`,
      url: door.url
        .replace(place, () => sent)
        .replace(/:\w+/g, caseId)
        .replace('*', 'x'),
    })),
  );
  const queries = inAddress.flatMap(([name, sent], turn) =>
    some([...queryNames, 'unknown', '__proto__'], turn).map((key) => ({
      ...usual,
      what: `${name} as ?${key}`,
      url: `${url}?${key}=${sent}&${key}=${sent}`,
    })),
  );
  const inHeaders = inHeader.flatMap(([name, sent], turn) =>
    some(headersWith(sent), turn).map((own) => ({
      ...usual,
      what: `${name} as ${Object.keys(own).join()}`,
      headers: { ...usual.headers, ...own },
    })),
  );
  return [...(hasBody ? [...bodies, ...whole] : []), ...params, ...queries, ...inHeaders];
};

const headersWith = (sent: string): readonly Readonly<Record<string, string>>[] =>
  [
    'authorization',
    'if-match',
    'if-none-match',
    SEARCH_HEADER,
    'cookie',
    'content-type',
    'accept-language',
    'origin',
    'x-forwarded-for',
    'user-agent',
    'last-event-id',
  ].map((name) => ({ [name]: name === 'authorization' ? `Draft ${sent}` : sent }));

/** `{"a":1}` to `{"a":1,"a":1}`. */
const twice = (json: string): string =>
  json === '{}' ? '{"a":1,"a":2}' : `${json.slice(0, -1)},${json.slice(1)}`;

let knocks = 0;
const answerTo = async ({ test }: House, door: Door, { url, headers, payload }: Knock) => {
  const method = methodOf(door);
  if (method === undefined) throw new Error(`Nobody has thought of ${door.method} yet.`);
  knocks += 1;
  // And a minute later each hundred times: nor a limit of all together.
  if (knocks % 100 === 0) vi.setSystemTime(Date.now() + 61_000);
  const reply = await test.app.inject({
    method,
    url,
    headers,
    payloadAsStream: true,
    // Another address each time: no limit is what refuses.
    remoteAddress: `10.${knocks >> 16}.${(knocks >> 8) & 255}.${knocks & 255}`,
    ...(payload !== undefined && { payload }),
  });
  const type = String(reply.headers['content-type'] ?? '');
  const stream = reply.stream();
  // The stream of events never ends.
  if (!type.startsWith('text/event-stream'))
    return { status: reply.statusCode, type, text: Buffer.concat(await stream.toArray()).toString('utf8') };
  stream.destroy();
  return { status: reply.statusCode, type, text: '' };
};

type Answer = Awaited<ReturnType<typeof answerTo>>;

/** What is wrong with an answer, if anything. */
const complaint = (door: Door, { status, type, text }: Answer): string | undefined => {
  if (status >= 500) return 'an error of ours';
  if (status < 400) return undefined;
  // The name of a key stands in the path, and nowhere else.
  if (text.replace(/"path":"(?:[^"\\]|\\.)*"/, '').includes(MARK)) return 'refused with what was sent';
  const isPage = !door.url.startsWith('/api/') && type.startsWith('text/html');
  return isPage || type.startsWith('application/problem+json') ? undefined : `refused as ${type}`;
};

/** Whatever the knock before has done to the one who knocks. */
const standAgain = async ({ test: { deps } }: House): Promise<void> => {
  const now = deps.clock.now().getTime();
  await deps.store.inTransaction(async (tx) => {
    await sql`update users set status = 'active', roles = 'clinician frontDesk administrator'`.execute(tx);
    await sql`update sessions set ended_at = null, seen_at = ${now}, factor_at = ${now}`.execute(tx);
  });
};

const isDocument = ({ url }: Door): boolean => url.endsWith('.pdf');

/** So many doors after each other have had everything. A document takes a while to set, so one of its kind has less. */
const partsOf = (door: Door): number => (isDocument(door) ? 20 : 5);

/** By now the case holds hundreds of hostile notes and calls. A hundred settings of it would say no more than one. */
const withQuietCase = async (made: House): Promise<House> => ({ ...made, caseId: await newCase(made.test) });

const walk = async (made: House, doors: readonly Door[]) => {
  const complaints: string[] = [];
  const statuses = new Map<number, number>();
  let count = 0;
  for (const [turn, door] of doors.entries()) {
    await standAgain(made);
    const around = isDocument(door) ? await withQuietCase(made) : made;
    for (const [n, knock] of knocksAt(around, door).entries()) {
      // In short: a part of all, another part for the next door.
      if (!isFull && (n + turn) % partsOf(door) !== 0) continue;
      const answer = await answerTo(around, door, knock);
      count += 1;
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      const wrong = complaint(door, answer);
      if (wrong !== undefined)
        complaints.push(`${door.method} ${door.url}, ${knock.what}: ${answer.status}, ${wrong}`);
    }
  }
  return { count, complaints, statuses };
};

/** Everything that reads the case, once, with all in it that was taken. */
const readAll = async (made: House, doors: readonly Door[]): Promise<readonly string[]> => {
  await standAgain(made);
  const readers = doors.filter(({ method, url }) => method === 'GET' && url.includes('/submissions/:id'));
  const complaints: string[] = [];
  for (const door of readers) {
    const url = door.url.replace(/:\w+/g, made.caseId);
    const { status } = await answerTo(made, door, {
      what: '',
      url,
      headers: made.headers,
      payload: undefined,
    });
    if (status >= 500) complaints.push(`${door.url} of the case with all in it: ${status}`);
  }
  return complaints;
};

beforeAll(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterAll(() => {
  vi.useRealTimers();
});

it('every hostile value at every door, in a body, an address or a header, is taken or refused in our words', async () => {
  const made = await house();
  const doors = made.test.app.doors.filter(({ method }) => method !== 'HEAD');
  const { count, complaints, statuses } = await walk(made, doors);
  const told = [...statuses].sort(([a], [b]) => a - b).map(([status, many]) => `${status}: ${many}`);
  const peak = Math.round(process.resourceUsage().maxRSS / 1_024);
  process.stdout.write(
    `${doors.length} doors, ${count} hostile requests: ${complaints.length} complaints (${told.join(', ')}), at most ${peak} MiB\n`,
  );
  expect(complaints).toEqual([]);
  expect(await readAll(made, doors)).toEqual([]);
  const lines = made.test.logged().split('\n');
  expect(lines.filter((line) => line.includes(MARK))).toEqual([]);
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  expect((await made.test.app.inject('/readyz')).statusCode).toBe(200);
  expect(count).toBeGreaterThan(500);
});

it('a door that breaks on a value, or repeats it, is found', async () => {
  const made = await house((app) => {
    app.get('/api/planted/:id', { config: { access: 'public' } }, async (request, reply) => {
      if (request.url.includes('?')) throw new Error('broken');
      return reply.code(404).type('text/plain').send(decodeURIComponent(request.url));
    });
  });
  const planted = made.test.app.doors.filter(
    ({ url, method }) => url.includes('planted') && method === 'GET',
  );
  const { complaints } = await walk(made, planted);
  expect(complaints.some((line) => line.endsWith('500, an error of ours'))).toBe(true);
  expect(complaints.some((line) => line.endsWith('404, refused with what was sent'))).toBe(true);
});
