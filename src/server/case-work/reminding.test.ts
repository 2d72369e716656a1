import { randomUUID } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { queue, type View } from '../../submission/staff-wire.ts';
import { readChain } from '../audit/audit.repository.ts';
import { engines } from '../db/store.fixture.ts';
import type { TestServer } from '../server.fixture.ts';
import { formOf, send } from '../submissions/form.fixture.ts';
import { answerOf, ask, type Colleague, refusalOf, staffed, workOf } from './case-work.fixture.ts';

// Many requests on both engines, on a machine that may be busy.
vi.setConfig({ testTimeout: 40_000 });

/** A case that came at nine in the morning of the clinic, which is in Chicago. */
const withCase = async (engine?: (typeof engines)[number]) => {
  const { test, ana, ben, desk } = await staffed(engine);
  const id = randomUUID();
  expect((await send(test.app, formOf(), { id })).statusCode).toBe(201);
  const of = `submissions/${id}`;
  const remind = (who: Colleague, body: object, version?: number) =>
    ask(test, who, 'PUT', `${of}/reminder`, body, version);
  const forget = (who: Colleague, version?: number) =>
    ask(test, who, 'DELETE', `${of}/reminder`, undefined, version);
  return { test, ana, ben, desk, id, of, remind, forget };
};

const soon = { when: '2026-11-22T09:05', note: 'Ask for the pressure log.' } as const;
const decide = (kind: string, reason: string) => ({ kind, reason, note: null });

const chipsIn = async (test: TestServer, who: Colleague, view: View = 'new') =>
  queue
    .parse((await ask(test, who, 'GET', `queue?view=${view}`)).json())
    .items.flatMap(({ chips }) => chips.map(({ text }) => text))
    .filter((text) => text.startsWith('Reminder'));

const remindersIn = ({ timeline }: Awaited<ReturnType<typeof workOf>>) =>
  timeline.filter(({ kind }) => kind.startsWith('reminder'));

describe.each(engines)('a reminder on %s', (engine) => {
  it('C17 is set, seen by a colleague, replaced, removed; all of it stands in the timeline and in the audit', async () => {
    const { test, ana, ben, id, remind, forget } = await withCase(engine);
    expect((await workOf(test, ana, id)).reminder).toBeNull();
    answerOf(await remind(ana, soon, 1));
    expect(await workOf(test, ben, id)).toMatchObject({
      version: 2,
      reminder: { at: '2026-11-22T15:05:00.000Z', note: soon.note, by: { name: 'Ana Reyes' } },
    });
    test.clock.forward(1_000);
    const replaced = answerOf(await remind(ben, { when: '2026-12-01T14:30', note: null }, 2));
    expect(replaced.reminder).toMatchObject({
      at: '2026-12-01T20:30:00.000Z',
      note: null,
      by: { name: 'Ben Osei' },
    });
    test.clock.forward(1_000);
    const removed = answerOf(await forget(ana, 3));
    expect(removed.reminder).toBeNull();
    expect(remindersIn(removed)).toMatchObject([
      { kind: 'reminderRemoved', by: { name: 'Ana Reyes' } },
      { kind: 'reminderSet', remindAt: '2026-12-01T20:30:00.000Z', by: { name: 'Ben Osei' } },
      { kind: 'reminderSet', remindAt: '2026-11-22T15:05:00.000Z', note: soon.note },
    ]);
    const acts = [];
    for await (const { action, outcome, fields } of readChain(test.deps.store.db))
      if (action.endsWith('remind')) acts.push(`${action} ${outcome} ${fields}`);
    expect(acts).toEqual([
      'case.remind done reminder',
      'case.remind done reminder',
      'case.unremind done reminder',
    ]);
  });

  it('C17 is due from its minute on, in the queue of every clinician, and not before', async () => {
    const { test, ana, ben, remind, forget } = await withCase(engine);
    answerOf(await remind(ana, soon, 1));
    test.clock.forward(5 * 60_000 - 1);
    expect(await chipsIn(test, ben)).toEqual([]);
    test.clock.forward(1);
    expect(await chipsIn(test, ben)).toEqual(['Reminder due']);
    answerOf(await forget(ben, 2));
    expect(await chipsIn(test, ben)).toEqual([]);
  });

  it('C17 goes when the case is closed, comes back when that is undone, and not when it is reopened', async () => {
    const { test, ana, of, remind } = await withCase(engine);
    answerOf(await remind(ana, soon, 1));
    const closing = decide('notNow', 'unstable');
    const closed = answerOf(await ask(test, ana, 'PUT', `${of}/decision`, closing, 2));
    expect(closed).toMatchObject({ status: 'closed', reminder: null });
    expect(refusalOf(await remind(ana, soon, 3))).toBe('409 not-now');
    const undone = answerOf(await ask(test, ana, 'DELETE', `${of}/decision`, undefined, 3));
    expect(undone.reminder).toMatchObject({ note: soon.note });
    answerOf(await ask(test, ana, 'PUT', `${of}/decision`, closing, 4));
    test.clock.forward(5 * 60_000);
    expect(await chipsIn(test, ana, 'closed')).toEqual([]);
    const again = answerOf(await ask(test, ana, 'PUT', `${of}/reopening`, { note: null }, 5));
    expect(again).toMatchObject({ status: 'claimed', reminder: null });
  });

  it('C17 outlives a decision that leaves the case open, and goes with the booking', async () => {
    const { test, ana, of, remind } = await withCase(engine);
    answerOf(await remind(ana, soon, 1));
    const ready = decide('bookConsultation', 'noConcern');
    const decided = answerOf(await ask(test, ana, 'PUT', `${of}/decision`, ready, 2));
    expect(decided).toMatchObject({ status: 'ready', reminder: { note: soon.note } });
    test.clock.forward(5 * 60_000);
    expect(await chipsIn(test, ana, 'ready')).toEqual(['Reminder due']);
    const booked = answerOf(await ask(test, ana, 'PUT', `${of}/booking`, { at: null }, 3));
    expect(booked).toMatchObject({ status: 'closed', reminder: null });
  });

  it('C17 forgets what was half written of it, and lies sealed in the store', async () => {
    const { test, ana, id, of, remind } = await withCase(engine);
    await ask(test, ana, 'POST', `${of}/unsent`, { panel: 'reminder', text: 'Ask for' });
    expect(answerOf(await remind(ana, soon, 1)).unsent).toBeNull();
    const db = test.deps.store.db();
    const [row] = await db.selectFrom('submissions').select('work').where('id', '=', id).execute();
    expect(row?.work?.length).toBeGreaterThan(0);
    expect(Buffer.from(row?.work ?? []).toString('latin1')).not.toMatch(/pressure|2026/);
  });
});

describe('what is refused of a reminder', () => {
  it.each([
    ['a version that is old', soon, 7, '412 changed-meanwhile'],
    ['no version', soon, undefined, '428 version-required'],
    ['this very minute', { ...soon, when: '2026-11-22T09:00' }, 1, '422 in-the-past'],
    ['yesterday', { ...soon, when: '2026-11-21T09:05' }, 1, '422 in-the-past'],
    ['an hour that the clock jumps over', { ...soon, when: '2027-03-14T02:30' }, 1, '422 no-such-time'],
    ['a day that there is not', { ...soon, when: '2026-11-31T09:00' }, 1, '422 no-such-time'],
    ['an instant', { ...soon, when: '2026-11-22T15:05:00.000Z' }, 1, '422 not-accepted'],
    ['an empty note', { ...soon, note: ' ' }, 1, '422 not-accepted'],
    ['a field nobody knows', { ...soon, for: 'me' }, 1, '422 unknown-key'],
  ] as const)('C17 %s', async (_, body, version, refusal) => {
    const { test, ana, id, remind } = await withCase();
    expect(refusalOf(await remind(ana, body, version))).toBe(refusal);
    expect(await workOf(test, ana, id)).toMatchObject({ version: 1, reminder: null });
  });

  it('C17 removing what is not there, or at a version that is old', async () => {
    const { ana, remind, forget } = await withCase();
    expect(refusalOf(await forget(ana, 1))).toBe('409 not-now');
    answerOf(await remind(ana, soon, 1));
    expect(refusalOf(await forget(ana, 1))).toBe('412 changed-meanwhile');
  });

  it('C17 C19 the front desk neither sets, removes nor sees it', async () => {
    const { test, ana, desk, remind, forget } = await withCase();
    answerOf(await remind(ana, soon, 1));
    test.clock.forward(5 * 60_000);
    expect(refusalOf(await remind(desk, soon, 2))).toBe('403 not-allowed');
    expect(refusalOf(await forget(desk, 2))).toBe('403 not-allowed');
    expect((await ask(test, desk, 'GET', 'queue?view=new')).body).not.toMatch(/remind|pressure/i);
  });
});
