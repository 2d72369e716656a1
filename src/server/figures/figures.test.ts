import { randomUUID } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { figures } from '../../submission/figures-wire.ts';
import { readChain } from '../audit/audit.repository.ts';
import {
  answerOf,
  ask,
  type Colleague,
  colleague,
  refusalOf,
  staffed,
} from '../case-work/case-work.fixture.ts';
import { engines } from '../db/store.fixture.ts';
import type { TestServer } from '../server.fixture.ts';
import { formOf, plainAnswers, send } from '../submissions/form.fixture.ts';

// Many requests on both engines, on a machine that may be busy.
vi.setConfig({ testTimeout: 40_000 });

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const receive = async (test: TestServer, answers: object = plainAnswers) => {
  const id = randomUUID();
  const reply = await send(test.app, formOf(answers), { id });
  if (reply.statusCode !== 201) throw new Error(reply.body);
  return id;
};

const look = async (test: TestServer, who: Colleague, query = '') => {
  const reply = await ask(test, who, 'GET', `figures${query}`);
  expect(reply.statusCode).toBe(200);
  return figures.parse(reply.json());
};

const bookIt = { kind: 'bookConsultation', reason: 'noConcern', note: null } as const;
const notNow = { kind: 'notNow', reason: 'cost', note: null } as const;

describe.each(engines)('C22 the figures on %s', (engine) => {
  it('tell how long forms waited to be read and decided; the look of the front desk is none', async () => {
    const { test, desk } = await staffed(engine);
    const first = await receive(test);
    await receive(test);
    test.clock.forward(5 * MINUTE);
    expect((await ask(test, desk, 'GET', `submissions/${first}`)).statusCode).toBe(200);
    test.clock.forward(55 * MINUTE);
    const ana = await colleague(test, 'Ana Reyes', 'clinician');
    expect((await ask(test, ana, 'GET', `submissions/${first}`)).statusCode).toBe(200);
    test.clock.forward(HOUR);
    const ben = await colleague(test, 'Ben Osei', 'clinician');
    expect((await ask(test, ben, 'GET', `submissions/${first}`)).statusCode).toBe(200);
    const decided = answerOf(await ask(test, ben, 'PUT', `submissions/${first}/decision`, bookIt, 1));

    const { whole, weeks, decisions } = await look(test, ben);
    expect(whole).toMatchObject({
      received: 2,
      read: { many: 1, median: 60 },
      decided: { many: 1, median: 120 },
    });
    expect(weeks).toHaveLength(12);
    expect(weeks.at(-1)).toMatchObject({ monday: '2026-11-16', received: 2 });
    expect(decisions).toEqual([
      { kind: 'bookConsultation', many: 1, reasons: [{ reason: 'noConcern', many: 1 }] },
    ]);

    await ask(test, ben, 'DELETE', `submissions/${first}/decision`, undefined, decided.version);
    const undone = await look(test, ben);
    expect([undone.whole.decided, undone.decisions]).toEqual([null, []]);
  });

  it('count a changed decision once, where it was changed', async () => {
    const { test, ana } = await staffed(engine);
    const id = await receive(test);
    const { version } = answerOf(await ask(test, ana, 'PUT', `submissions/${id}/decision`, bookIt, 1));
    test.clock.forward(5 * MINUTE);
    await ask(test, ana, 'PUT', `submissions/${id}/decision`, notNow, version);
    const { whole, decisions } = await look(test, ana);
    expect(whole.decided).toMatchObject({ many: 1, median: 0 });
    expect(decisions).toEqual([{ kind: 'notNow', many: 1, reasons: [{ reason: 'cost', many: 1 }] }]);
  });

  it('tell how soon somebody in danger was reached, in time or not, and who still waits', async () => {
    const { test } = await staffed(engine);
    const inDanger = { ...plainAnswers, emergencyNow: 'yes' };
    const reached = await receive(test, inDanger);
    await receive(test, inDanger);
    test.clock.forward(30 * MINUTE);
    const ana = await colleague(test, 'Ana Reyes', 'clinician');
    const spoke = {
      outcome: 'spokeSafe',
      spokeWith: 'patient',
      at: '2026-11-22T15:12:00.000Z',
      note: null,
    } as const;
    answerOf(await ask(test, ana, 'PUT', `safety-items/${reached}`, spoke, 1));
    const { whole } = await look(test, ana);
    // A Sunday: whoever is on call is told at once, so twelve minutes are past the limit.
    expect(whole.safety).toEqual({
      items: 2,
      open: 1,
      reached: 1,
      inTime: 0,
      urgent: { many: 1, median: 12, p90: 12, longest: 12 },
      sameDay: null,
    });
  });

  it('count a form in the week in which it came, by the clocks of the clinic', async () => {
    const { test } = await staffed(engine);
    // From Sunday at nine in the morning in Nashville to a second before midnight, and on to Monday.
    test.clock.forward(15 * HOUR - 1_000);
    await receive(test);
    test.clock.forward(1_000);
    await receive(test);
    const ana = await colleague(test, 'Ana Reyes', 'clinician');
    const { weeks } = await look(test, ana);
    expect(weeks.slice(-2).map(({ monday, received }) => [monday, received])).toEqual([
      ['2026-11-16', 1],
      ['2026-11-23', 1],
    ]);
  });

  it('are for clinicians and administrators, in three periods, and each look is in the audit', async () => {
    const { test, ana, desk } = await staffed(engine);
    const office = await colleague(test, 'Noor Haddad', 'administrator');
    await look(test, office, '?weeks=26');
    expect((await look(test, ana, '?weeks=52')).weeks).toHaveLength(52);
    expect((await ask(test, desk, 'GET', 'figures')).statusCode).toBe(403);
    expect(refusalOf(await ask(test, ana, 'GET', 'figures?weeks=13'))).toMatch(/^4\d\d /);
    const looks = [];
    for await (const row of readChain(test.deps.store.db))
      if (row.action === 'figures.read') looks.push([row.actor_id, row.fields]);
    expect(looks).toEqual([
      [office.userId, '26-weeks'],
      [ana.userId, '52-weeks'],
    ]);
  });

  it('hold nothing in clear of what was decided or who was in danger', async () => {
    const { test, ana } = await staffed(engine);
    const id = await receive(test);
    await ask(test, ana, 'PUT', `submissions/${id}/decision`, notNow, 1);
    const [row] = await test.deps.store.db().selectFrom('week_tallies').selectAll().execute();
    expect(Buffer.from(row?.content ?? []).includes('notNow')).toBe(false);
    expect(row?.version).toBe(1);
  });
});
