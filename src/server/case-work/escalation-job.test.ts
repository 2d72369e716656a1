import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { demoSettings } from '../../settings/demo.ts';
import { parseSettings } from '../../settings/settings.ts';
import { toBeTold } from '../../submission/escalation.ts';
import { queue } from '../../submission/staff-wire.ts';
import { clinicInForce } from '../administration/in-force.ts';
import { engines } from '../db/store.fixture.ts';
import { recipientsOf, wordsOf } from '../notifications/messages.ts';
import type { TestServer } from '../server.fixture.ts';
import { formOf, plainAnswers, send } from '../submissions/form.fixture.ts';
import { ask, staffed } from './case-work.fixture.ts';
import { createEscalationJob } from './escalation-job.ts';

const MINUTE = 60_000;
// The tests begin on a Sunday at 9 in the morning in Nashville: here the clinic is open.
const open = { ...demoSettings, hours: { ...demoSettings.hours, sun: '08:00-17:00' } };

const told = async ({ deps }: TestServer) =>
  (await deps.store.db().selectFrom('outbox').select('kind').where('kind', '=', 'safety-item-late').execute())
    .length;

describe.each(engines)('C03 somebody in danger whom nobody takes, on %s', (engine) => {
  it('is told of past the limit, once by two processes, every 15 minutes until somebody takes them', async () => {
    const { test, ana } = await staffed(engine, open);
    const id = randomUUID();
    await send(test.app, formOf({ ...plainAnswers, emergencyNow: 'yes' }), { id });
    const jobs = [createEscalationJob(test.deps), createEscalationJob(test.deps)];
    const look = async () => {
      await Promise.all(jobs.map((job) => job.escalateDue()));
      return told(test);
    };
    const overdue = async () => {
      const { overdue: late, items } = queue.parse((await ask(test, ana, 'GET', 'queue?view=safety')).json());
      return [late.many, items[0]?.isOverdue, late.isOpen, late.toldAt !== null];
    };
    test.clock.forward(9 * MINUTE);
    await overdue();
    test.clock.forward(5 * MINUTE);
    expect(await look()).toBe(0);
    expect(await overdue()).toEqual([0, false, true, false]);
    test.clock.forward(MINUTE);
    expect(await look()).toBe(1);
    expect(await overdue()).toEqual([1, true, true, true]);
    expect(await look()).toBe(1);
    const hasArrived = async () =>
      queue.parse((await ask(test, ana, 'GET', 'queue?view=safety')).json()).overdue.hasArrived;
    expect(await hasArrived()).toBe(false);
    await test.deps.store.inTransaction((tx) =>
      tx.updateTable('outbox').set({ status: 'sent' }).where('kind', '=', 'safety-item-late').execute(),
    );
    expect(await hasArrived()).toBe(true);
    test.clock.forward(8 * MINUTE);
    expect(await hasArrived()).toBe(true);
    test.clock.forward(7 * MINUTE);
    expect(await look()).toBe(2);
    expect(await hasArrived()).toBe(false);
  });

  it('is told of no more once claimed, and again when given back', async () => {
    const { test, ana } = await staffed(engine);
    const id = randomUUID();
    await send(test.app, formOf({ ...plainAnswers, emergencyNow: 'yes' }), { id });
    const job = createEscalationJob(test.deps);
    // On a Sunday the demonstration clinic is closed: at once.
    const look = async () => queue.parse((await ask(test, ana, 'GET', 'queue?view=new')).json());
    expect((await look()).overdue).toEqual({
      many: 1,
      isOpen: false,
      tells: false,
      toldAt: null,
      hasArrived: false,
    });
    expect(await job.escalateDue()).toBe(1);
    const { overdue, items } = await look();
    expect(overdue.toldAt).toBe(test.deps.clock.now().toISOString());
    expect(items[0]?.chips[0]).toEqual({ tone: 'safety', text: 'Safety: call now, not taken yet' });
    await ask(test, ana, 'PUT', `submissions/${id}/assignee`, { userId: ana.userId }, 1);
    test.clock.forward(9 * MINUTE);
    await ask(test, ana, 'GET', 'queue?view=safety');
    test.clock.forward(7 * MINUTE);
    expect(await job.escalateDue()).toBe(0);
    await ask(test, ana, 'PUT', `submissions/${id}/assignee`, { userId: null }, 2);
    expect(await job.escalateDue()).toBe(1);
  });
});

it('C03 the message goes to those of the settings, and says nothing of anybody', () => {
  const safety = {
    ...open.safety,
    escalateTo: ['director@clinic.example'],
    notifyEmails: ['oncall@clinic.example'],
  };
  expect(recipientsOf('safety-item-late', { ...open, safety })).toEqual(['director@clinic.example']);
  expect(recipientsOf('safety-item-late', { ...open, safety: { ...safety, escalateTo: [] } })).toEqual([
    'oncall@clinic.example',
  ]);
  expect(JSON.stringify(wordsOf('safety-item-late'))).not.toMatch(/suicid|danger|safety call|patient|name/i);
});

const withOnCall = (onCall: object) => {
  const parsed = parseSettings({
    ...demoSettings,
    safety: { webhookUrl: 'https://clinic.example/hook', escalateTo: ['director@clinic.example'], onCall },
  });
  if (!parsed.ok) throw new Error(parsed.error.map(({ reason }) => reason).join());
  return parsed.value;
};

it('C03 while the clinic is closed the person on call is told alone, and a quarter of an hour later the others too', async () => {
  const settings = withOnCall({ emails: ['night@clinic.example'] });
  const { test } = await staffed('sqlite', settings);
  await send(test.app, formOf({ ...plainAnswers, emergencyNow: 'yes' }), { id: randomUUID() });
  const job = createEscalationJob(test.deps);
  const kinds = async () => {
    await job.escalateDue();
    const rows = await test.deps.store.db().selectFrom('outbox').select('kind').execute();
    return rows.map(({ kind }) => kind).filter((kind) => kind.startsWith('safety-item'));
  };
  expect(await kinds()).toEqual(['safety-item-on-call']);
  test.clock.forward(15 * MINUTE);
  expect((await kinds()).sort()).toEqual(['safety-item-late', 'safety-item-on-call', 'safety-item-on-call']);
  expect(recipientsOf('safety-item-on-call', settings)).toEqual(['night@clinic.example']);
  expect(recipientsOf('safety-item-late', settings)).toEqual(['director@clinic.example']);
});

it.each([
  ['open, whoever is on call', open.hours, { emails: ['night@clinic.example'] }, ['clinic']],
  ['closed, and nobody is on call', demoSettings.hours, { emails: [] }, ['clinic']],
  [
    'closed, and a pager is on call',
    demoSettings.hours,
    { webhookUrl: 'https://pager.example/x' },
    ['onCall'],
  ],
])('C03 while the clinic is %s', (_, hours, onCall, whom) => {
  const limits = { ...withOnCall(onCall), hours };
  expect(toBeTold(limits, new Date('2026-11-22T15:00:00Z'), false)).toEqual(whom);
});

it('C03 a pager is told at its own address, whose end no page shows; without the other address it is refused', () => {
  const shown = clinicInForce(withOnCall({ webhookUrl: 'https://pager.example/secret' }));
  expect(shown).toContainEqual({ path: 'safety.onCall.webhookUrl', value: 'https://pager.example/…' });
  const safety = { onCall: { webhookUrl: 'https://pager.example/secret' } };
  expect(parseSettings({ ...demoSettings, safety })).toMatchObject({
    ok: false,
    error: [{ path: 'safety.onCall.webhookUrl' }],
  });
});
