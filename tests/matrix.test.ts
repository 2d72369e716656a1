import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect, it, vi } from 'vitest';
import { routeModules } from '../src/server/app.ts';
import type { Door } from '../src/server/edge/access.ts';
import { temporaryBuild } from '../src/server/pages/pages.fixture.ts';
import type { App, RouteModule } from '../src/server/route-module.ts';
import {
  cookieOf,
  firstAdministrator,
  sameOrigin,
  signedInAdministrator,
  type TestServer,
  testServer,
} from '../src/server/server.fixture.ts';
import { send } from '../src/server/submissions/form.fixture.ts';
import type { Role } from '../src/submission/staff-wire.ts';

vi.setConfig({ testTimeout: 240_000 });

/** Who knocks. `roles` are those of an open session; without them there is none. */
const people = [
  { who: 'a stranger', cookie: 'none' },
  { who: 'a forger of sessions', cookie: 'forged' },
  { who: 'somebody with the password alone', cookie: 'half' },
  { who: 'somebody whose session is locked', cookie: 'session', idleMinutes: 11 },
  { who: 'somebody who was disabled', cookie: 'session', status: 'disabled' },
  { who: 'the front desk', cookie: 'session', roles: ['frontDesk'] },
  { who: 'a clinician', cookie: 'session', roles: ['clinician'] },
  { who: 'an administrator', cookie: 'session', roles: ['administrator'] },
  { who: 'a clinician at the front desk', cookie: 'session', roles: ['clinician', 'frontDesk'] },
] as const satisfies readonly {
  readonly who: string;
  readonly cookie: 'none' | 'forged' | 'half' | 'session';
  readonly roles?: readonly Role[];
  readonly idleMinutes?: number;
  readonly status?: 'disabled';
}[];
type Person = (typeof people)[number];

/** What an id in the address names. */
const objects = ['a case that is there', 'nothing there', 'no id at all'] as const;
type Named = (typeof objects)[number];

interface House {
  readonly test: TestServer;
  readonly caseId: string;
  readonly cookies: Readonly<Record<'none' | 'forged' | 'half' | 'session', string>>;
}

const house = async (...planted: RouteModule[]): Promise<House> => {
  const test = await testServer({
    pages: await temporaryBuild(),
    modules: [...routeModules, ...planted],
  });
  // Thousands of small writes that nobody needs to survive.
  await sql`pragma synchronous = off`.execute(test.deps.store.db());
  const { cookie } = await signedInAdministrator(test);
  const { signInName, password } = firstAdministrator;
  const half = await test.app.inject({
    method: 'POST',
    url: '/api/auth/sign-in',
    headers: sameOrigin,
    payload: { signInName, password },
  });
  const caseId = randomUUID();
  expect((await send(test.app, undefined, { id: caseId })).statusCode).toBe(201);
  const name = cookie.split('=')[0] ?? '';
  return {
    test,
    caseId,
    cookies: { none: '', forged: `${name}=${'A'.repeat(43)}`, half: cookieOf(half), session: cookie },
  };
};

/** Makes the one account into the person who knocks, whatever the knock before has done to it. */
const become = async ({ deps: { store, clock } }: TestServer, person: Person): Promise<void> => {
  const roles = 'roles' in person ? person.roles : ['clinician', 'frontDesk', 'administrator'];
  const idle = 'idleMinutes' in person ? person.idleMinutes * 60_000 : 0;
  const status = 'status' in person ? person.status : 'active';
  await store.inTransaction(async (tx) => {
    await sql`update users set status = ${status}, roles = ${roles.join(' ')}`.execute(tx);
    await sql`update sessions set ended_at = null, seen_at = ${clock.now().getTime() - idle}`.execute(tx);
  });
};

/** A `HEAD` comes with each `GET`, and is guarded by the same lines. */
const doorsOf = (app: App): readonly Door[] => app.doors.filter(({ method }) => method !== 'HEAD');

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

let knocks = 0;
const knock = async ({ test, caseId, cookies }: House, door: Door, person: Person, named: Named) => {
  if (person.cookie === 'session') await become(test, person);
  const method = METHODS.find((one) => one === door.method);
  if (method === undefined) throw new Error(`Nobody has thought of ${door.method} yet.`);
  const id = named === 'a case that is there' ? caseId : named === 'nothing there' ? randomUUID() : 'x';
  const cookie = cookies[person.cookie];
  knocks += 1;
  const reply = await test.app.inject({
    method,
    // The stream of events never ends; its head is all that is asked for.
    payloadAsStream: true,
    url: door.url.replace(/:\w+/g, id).replace('*', 'x'),
    headers: { ...sameOrigin, ...(cookie === '' ? {} : { cookie }) },
    // Another address each time: no limit is what refuses.
    remoteAddress: `10.${knocks >> 16}.${(knocks >> 8) & 255}.${knocks & 255}`,
    ...(method === 'GET' ? {} : { payload: {} }),
  });
  reply.stream().destroy();
  return reply;
};

const mayEnter = ({ access }: Door, person: Person): boolean => {
  if (access === 'public') return true;
  if (access === undefined || !('roles' in person)) return false;
  const roles: readonly Role[] = person.roles;
  return access === 'staff' || access.some((role) => roles.includes(role));
};

const isDone = (status: number): boolean => status >= 200 && status < 300;

/** What is wrong with an answer, if anything. */
const complaint = (door: Door, person: Person, named: Named, status: number): string | undefined => {
  if (status >= 500) return 'an error of ours';
  const isOfOne = door.url.includes(':');
  if (!mayEnter(door, person)) {
    const refusal = 'roles' in person ? 403 : 401;
    if (door.access === undefined) return status === 404 ? undefined : 'a closed door answered';
    return status === refusal ? undefined : `not refused with ${refusal}`;
  }
  if (door.access === 'public') {
    // Here nobody shows a verifier or a link.
    return isOfOne && isDone(status) ? 'given to somebody without a key' : undefined;
  }
  if (status === 401 || status === 403) return 'refused, although the role has it';
  return isOfOne && named !== 'a case that is there' && isDone(status)
    ? 'done to what is not there'
    : undefined;
};

interface Cells {
  readonly count: number;
  readonly complaints: readonly string[];
}

const walk = async (made: House): Promise<Cells> => {
  const complaints: string[] = [];
  let count = 0;
  for (const door of doorsOf(made.test.app)) {
    for (const person of people) {
      for (const named of door.url.includes(':') ? objects : objects.slice(0, 1)) {
        const { statusCode } = await knock(made, door, person, named);
        const wrong = complaint(door, person, named, statusCode);
        count += 1;
        if (wrong === undefined) continue;
        complaints.push(`${door.method} ${door.url}, ${person.who}, ${named}: ${statusCode}, ${wrong}`);
      }
    }
  }
  return { count, complaints };
};

it('every person at every door with every object gets what the route table says, and nothing else', async () => {
  const made = await house();
  const { count, complaints } = await walk(made);
  const unexpected = complaints.filter((line) => / 2\d\d, /.test(line));
  process.stdout.write(
    `${doorsOf(made.test.app).length} doors × ${people.length} people × objects: ${count} cells, ${unexpected.length} unexpected 2xx\n`,
  );
  expect(complaints).toEqual([]);
  expect(count).toBeGreaterThan(500);
});

it('a door that gives what is not there, or gives without a key, is found', async () => {
  const planted: RouteModule = (app) => {
    app.get('/api/staff/things/:id', { config: { access: ['clinician'] } }, async () => ({ ok: true }));
    app.get('/api/leaks/:id', { config: { access: 'public' } }, async () => ({ ok: true }));
  };
  const test = await testServer({ modules: [planted] });
  const made: House = {
    test,
    caseId: randomUUID(),
    cookies: { none: '', forged: '', half: '', session: '' },
  };
  const clinician = people[6];
  const thing = test.app.doors.find(({ url, method }) => url === '/api/staff/things/:id' && method === 'GET');
  const leak = test.app.doors.find(({ url, method }) => url === '/api/leaks/:id' && method === 'GET');
  if (thing === undefined || leak === undefined) throw new Error('They were not planted.');
  expect(complaint(thing, clinician, 'nothing there', 200)).toBe('done to what is not there');
  expect(complaint(thing, people[0], 'nothing there', 200)).toBe('not refused with 401');
  const { statusCode } = await knock(made, leak, people[0], 'a case that is there');
  expect(complaint(leak, people[0], 'a case that is there', statusCode)).toBe(
    'given to somebody without a key',
  );
});
