import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answers } from '../steps/catalog.ts';
import { applyPage, type Draft, keepAnswers } from './draft.ts';
import { factsOf, plain } from './facts.fixture.ts';
import type { PageAnswers } from './intake.machine.ts';
import type { Place } from './places.ts';
import { AT, emptyDraft, receipt, type Sitting, settle, World } from './session.fixture.ts';
import type { SessionTag } from './session.types.ts';
import { wholePath } from './whole-path.ts';

const begin = async (world: World, draft: Draft = emptyDraft(), more = {}): Promise<Sitting> => {
  const sitting = world.start(more);
  await settle();
  sitting.send({ type: 'BEGIN', draft, ownDevice: true });
  await settle();
  return sitting;
};
const has = (sitting: Sitting, tag: SessionTag) => sitting.getSnapshot().hasTag(tag);
const change = (sitting: Sitting, answers: PageAnswers, at = AT) =>
  sitting.send({ type: 'CHANGE', answers, at });
const goOn = (sitting: Sitting, place: Place, answers: PageAnswers, at = AT) =>
  sitting.send({ type: 'CONTINUE', place, answers, at });

const consents = { version: '1', at: AT, language: 'en', name: 'Sam Example' } as const;
const signed = (): Draft => {
  const answers: Answers = { ...plain, consents };
  return emptyDraft({ answers, passed: wholePath(factsOf(answers)).slice(0, -1) });
};

describe('opening', () => {
  test('a first visit asks whose device it is, then for answers', async () => {
    const world = new World();
    const sitting = world.start();
    expect(has(sitting, 'opening')).toBe(true);
    await settle();
    expect(has(sitting, 'askingDevice')).toBe(true);
    sitting.send({ type: 'BEGIN', draft: emptyDraft(), ownDevice: true });
    expect(has(sitting, 'answering')).toBe(true);
    expect(sitting.getSnapshot().context.walk?.place).toBe('danger');
  });

  test('a draft that was kept goes on where it was left', async () => {
    const world = new World();
    world.device = applyPage(emptyDraft(), 'danger', { emergencyNow: 'no' }, AT);
    const sitting = world.start();
    await settle();
    expect(sitting.getSnapshot().context.walk?.place).toBe('birthDate');
  });

  test('a code that nothing is kept under is said to be unknown, and another can be tried', async () => {
    const world = new World();
    world.open = () => ({ kind: 'unknownCode' });
    const sitting = world.start();
    await settle();
    expect(has(sitting, 'unknownCode')).toBe(true);
    world.open = () => ({ kind: 'found', draft: emptyDraft(), version: 3, ownDevice: false });
    sitting.send({ type: 'OPEN' });
    await settle();
    expect(has(sitting, 'answering')).toBe(true);
    expect(sitting.getSnapshot().context.version).toBe(3);
  });

  test('a form that was sent shows its receipt', async () => {
    const world = new World();
    world.open = () => ({ kind: 'sent', receipt });
    const sitting = world.start();
    await settle();
    expect(has(sitting, 'received')).toBe(true);
    expect(sitting.getSnapshot().context.receipt).toEqual(receipt);
  });

  test('opening is tried again by itself until somebody answers', async () => {
    const world = new World();
    world.open = () => {
      throw new Error('nobody answered');
    };
    const sitting = world.start();
    await settle();
    expect(has(sitting, 'cannotOpen')).toBe(true);
    world.open = () => ({ kind: 'none' });
    await world.pass(1_000);
    expect(has(sitting, 'askingDevice')).toBe(true);
  });
});

describe('saving', () => {
  test('Continue saves at once', async () => {
    const world = new World();
    const sitting = await begin(world);
    await world.pass(2_000);
    goOn(sitting, 'danger', { emergencyNow: 'no' });
    await settle();
    expect(world.server?.draft.answers).toEqual({ emergencyNow: 'no' });
    expect(has(sitting, 'saved')).toBe(true);
  });

  test.each([
    [1_500, false],
    [2_000, true],
  ])('a change without Continue is saved after %i ms: %s', async (ms, saved) => {
    const world = new World();
    const sitting = await begin(world);
    await world.pass(2_000);
    change(sitting, { emergencyNow: 'no' });
    await world.pass(ms);
    expect(world.server?.draft.answers.emergencyNow === 'no').toBe(saved);
  });

  test('somebody who keeps typing is saved all the same, at most 2 s after the first change', async () => {
    const world = new World();
    const sitting = await begin(world);
    await world.pass(2_000);
    for (let letter = 1; letter <= 4; letter += 1) {
      change(sitting, { firstName: 'Samu'.slice(0, letter) });
      await world.pass(500);
    }
    expect(world.server?.draft.answers.firstName).toBe('Samu');
  });

  test('an answer that stays the same saves nothing', async () => {
    const world = new World();
    const sitting = await begin(world);
    change(sitting, { emergencyNow: 'no' });
    await world.pass(5_000);
    const saves = world.calls.length;
    change(sitting, { emergencyNow: 'no' });
    await world.pass(5_000);
    expect(world.calls).toHaveLength(saves);
  });

  test('a save that fails is said, and tried again with growing pauses until it gets through', async () => {
    const world = new World();
    world.serverUp = false;
    const sitting = await begin(world);
    goOn(sitting, 'danger', { emergencyNow: 'no' });
    await settle();
    expect(has(sitting, 'saveFailed')).toBe(true);
    await world.pass(20_000);
    expect(world.calls.length).toBeGreaterThan(3);
    expect(world.calls.length).toBeLessThan(8);
    world.serverUp = true;
    await world.pass(30_000);
    expect(world.server?.draft.answers).toEqual({ emergencyNow: 'no' });
    expect(has(sitting, 'saveFailed')).toBe(false);
  });

  test('Try again tries at once', async () => {
    const world = new World();
    world.serverUp = false;
    const sitting = await begin(world);
    goOn(sitting, 'danger', { emergencyNow: 'no' });
    await settle();
    world.serverUp = true;
    sitting.send({ type: 'TRY_AGAIN' });
    await settle();
    expect(has(sitting, 'saved')).toBe(true);
  });

  test('without a network the answers stay on the device and are saved when it is back', async () => {
    const world = new World();
    const sitting = await begin(world);
    await world.pass(2_000);
    world.online = false;
    sitting.send({ type: 'OFFLINE' });
    change(sitting, { emergencyNow: 'no' });
    await world.pass(2_000);
    expect(has(sitting, 'offline')).toBe(true);
    expect(has(sitting, 'unsaved')).toBe(true);
    expect(has(sitting, 'saveFailed')).toBe(false);
    expect(world.device?.answers).toEqual({ emergencyNow: 'no' });
    world.online = true;
    sitting.send({ type: 'ONLINE' });
    await settle();
    expect(has(sitting, 'offline')).toBe(false);
    expect(world.server?.draft.answers).toEqual({ emergencyNow: 'no' });
  });

  test('two devices: the copies become one, and the person can see what differed', async () => {
    const world = new World();
    const sitting = await begin(world);
    await world.pass(2_000);
    goOn(sitting, 'danger', { emergencyNow: 'no' }, '2026-11-22T10:00:01.000Z');
    await settle();
    const theirs = keepAnswers(
      applyPage(emptyDraft(), 'danger', { emergencyNow: 'unsure' }, '2026-11-22T10:00:02.000Z'),
      { birthDate: '1984-02-10' },
      '2026-11-22T10:00:03.000Z',
    );
    world.server = { draft: theirs, version: 9 };
    change(sitting, { emergencyNow: 'yes' }, '2026-11-22T10:00:01.500Z');
    change(sitting, { firstName: 'Sam' }, '2026-11-22T10:00:04.000Z');
    await world.pass(2_000);
    expect(world.server?.draft.answers).toEqual({
      emergencyNow: 'unsure',
      birthDate: '1984-02-10',
      firstName: 'Sam',
    });
    expect(sitting.getSnapshot().context.conflicts).toEqual([
      { key: 'emergencyNow', kept: 'theirs', other: 'yes' },
    ]);
    sitting.send({ type: 'CONFLICTS_SEEN' });
    expect(sitting.getSnapshot().context.conflicts).toEqual([]);
  });

  test('a save that arrived without our hearing of it is not taken for another device', async () => {
    const world = new World();
    const sitting = await begin(world);
    goOn(sitting, 'danger', { emergencyNow: 'unsure' });
    await settle();
    world.save = ({ draft }) => {
      world.server = { draft, version: 7 };
      throw new Error('the answer was lost');
    };
    goOn(sitting, 'danger', { emergencyNow: 'yes' });
    await settle();
    world.save = () => undefined;
    goOn(sitting, 'danger', { emergencyNow: 'no' });
    await settle();
    expect(world.server?.draft.answers).toEqual({ emergencyNow: 'no' });
    expect(sitting.getSnapshot().context.conflicts).toEqual([]);
  });

  test('a form that was sent from another device is not asked for again', async () => {
    const world = new World();
    const sitting = await begin(world);
    world.save = () => ({ kind: 'closed' });
    change(sitting, { emergencyNow: 'no' });
    await world.pass(2_000);
    expect(has(sitting, 'sentElsewhere')).toBe(true);
    expect(world.calls).toContain('delete sent');
  });
});

describe('sending', () => {
  test('a form that is not signed is not sent', async () => {
    const world = new World();
    const sitting = await begin(world);
    sitting.send({ type: 'SEND', at: AT });
    await settle();
    expect(world.calls).not.toContain('send');
    expect(has(sitting, 'answering')).toBe(true);
  });

  test('a signed form is sent, received, and gone from the device', async () => {
    const world = new World();
    const sitting = await begin(world, signed());
    sitting.send({ type: 'SEND', at: AT });
    expect(has(sitting, 'sending')).toBe(true);
    await settle();
    expect(has(sitting, 'received')).toBe(true);
    expect(sitting.getSnapshot().context.receipt).toEqual(receipt);
    expect(world.device).toBeUndefined();
  });

  test('it is repeated, unchanged and under the same id, until there is a receipt', async () => {
    const world = new World();
    world.losesAnswers = true;
    const sitting = await begin(world, signed());
    sitting.send({ type: 'SEND', at: AT });
    await world.pass(10_000);
    expect(has(sitting, 'retrying')).toBe(true);
    change(sitting, { firstName: 'Somebody else' });
    world.losesAnswers = false;
    await world.pass(30_000);
    expect(has(sitting, 'received')).toBe(true);
    expect(world.sent.length).toBeGreaterThan(2);
    expect(new Set(world.sent.map((draft) => JSON.stringify([draft.submissionId, draft.answers]))).size).toBe(
      1,
    );
  });

  test('a reload in the middle of it goes on sending', async () => {
    const world = new World();
    world.losesAnswers = true;
    const first = await begin(world, signed());
    first.send({ type: 'SEND', at: AT });
    await world.pass(3_000);
    first.stop();
    world.losesAnswers = false;
    const second = world.start();
    await settle();
    expect(has(second, 'received')).toBe(true);
    expect(new Set(world.sent.map(({ submissionId }) => submissionId)).size).toBe(1);
  });

  test('what the server refuses is shown, can be corrected, signed and sent again', async () => {
    const world = new World();
    const refusal = { status: 422, title: 'An answer is needed', detail: '', path: 'answers.phone' };
    world.send = () => ({ kind: 'refused', refusal });
    const sitting = await begin(world, signed());
    sitting.send({ type: 'SEND', at: AT });
    await settle();
    expect(has(sitting, 'sendingFailed')).toBe(true);
    expect(sitting.getSnapshot().context.refusal).toEqual(refusal);
    world.send = () => ({ kind: 'received', receipt });
    sitting.send({ type: 'GO_BACK' });
    change(sitting, { phone: '(615) 555-0143' });
    expect(sitting.getSnapshot().context.walk?.place).toBe('sign');
    sitting.send({
      type: 'CONTINUE',
      place: 'sign',
      answers: { consents: { ...consents, at: world.now() } },
      at: AT,
    });
    sitting.send({ type: 'SEND', at: AT });
    await settle();
    expect(has(sitting, 'received')).toBe(true);
  });

  test('offline it waits, and goes out when the network is back', async () => {
    const world = new World();
    const sitting = await begin(world, signed());
    world.online = false;
    sitting.send({ type: 'OFFLINE' });
    sitting.send({ type: 'SEND', at: AT });
    await settle();
    expect(has(sitting, 'retrying')).toBe(true);
    world.online = true;
    sitting.send({ type: 'ONLINE' });
    await settle();
    expect(has(sitting, 'received')).toBe(true);
  });
});

describe('P15 a server that asks to wait (429, 503)', () => {
  const busyFor = async (world: World, ms: number) => {
    world.busyUntilMs = world.clock.now() + ms;
  };
  const tries = (world: World, call: string) => world.calls.filter((one) => one === call).length;

  test('saving waits as long as it was asked to, whatever is typed or continued from, and then catches up', async () => {
    const world = new World();
    const sitting = await begin(world);
    await world.pass(2_000);
    await busyFor(world, 20_000);
    const before = tries(world, 'save');
    goOn(sitting, 'danger', { emergencyNow: 'no' });
    await settle();
    expect(has(sitting, 'saveHeldBack')).toBe(true);
    expect(has(sitting, 'saved')).toBe(false);
    for (let page = 0; page < 9; page += 1) {
      change(sitting, { firstName: `Sam${page}` });
      goOn(sitting, 'name', { firstName: `Sam${page}` });
      await world.pass(2_000);
    }
    expect(tries(world, 'save')).toBe(before + 1);
    expect(world.device?.answers.firstName).toBe('Sam8');
    await world.pass(4_000);
    expect(tries(world, 'save')).toBe(before + 2);
    expect(world.server?.draft.answers.firstName).toBe('Sam8');
    expect(has(sitting, 'saved')).toBe(true);
  });

  test('the person may try sooner', async () => {
    const world = new World();
    const sitting = await begin(world);
    await busyFor(world, 20_000);
    goOn(sitting, 'danger', { emergencyNow: 'no' });
    await world.pass(2_000);
    world.busyUntilMs = 0;
    sitting.send({ type: 'TRY_AGAIN' });
    await settle();
    expect(has(sitting, 'saved')).toBe(true);
  });

  test('sending waits, says for how long, and the form arrives', async () => {
    const world = new World();
    const sitting = await begin(world, signed());
    await world.pass(2_000);
    await busyFor(world, 42_000);
    sitting.send({ type: 'SEND', at: AT });
    await world.pass(1_000);
    expect(has(sitting, 'retrying')).toBe(true);
    const { waits } = sitting.getSnapshot().context;
    expect(waits.send).toBeGreaterThanOrEqual(42_000);
    expect(waits.send).toBeLessThan(44_000);
    await world.pass(40_000);
    expect(tries(world, 'send')).toBe(1);
    await world.pass(3_000);
    expect(tries(world, 'send')).toBe(2);
    expect(has(sitting, 'received')).toBe(true);
  });

  test('nobody waits a day because somebody on the way said so', async () => {
    const world = new World();
    const sitting = await begin(world, signed());
    await busyFor(world, 86_400_000);
    sitting.send({ type: 'SEND', at: AT });
    await settle();
    expect(sitting.getSnapshot().context.waits.send).toBeLessThanOrEqual(16 * 60_000);
  });

  test('P09 under 18 the page is there at once, and the deletion goes on behind it', async () => {
    const world = new World();
    const sitting = await begin(world);
    goOn(sitting, 'danger', { emergencyNow: 'no' });
    await world.pass(2_000);
    await busyFor(world, 30_000);
    goOn(sitting, 'birthDate', { birthDate: '2012-05-05' });
    expect(has(sitting, 'underAge')).toBe(true);
    await world.pass(29_000);
    expect(tries(world, 'delete underAge')).toBe(1);
    expect(world.server).toBeDefined();
    await world.pass(4_000);
    expect(tries(world, 'delete underAge')).toBe(2);
    expect(world.server).toBeUndefined();
  });

  test('P11 danger is told as soon as anybody listens, not when somebody said', async () => {
    const world = new World();
    const sitting = await begin(
      world,
      emptyDraft({
        answers: { ...plain, emergencyNow: 'yes' },
        passed: ['danger', 'dangerSupport', 'birthDate', 'who', 'name', 'contact'],
      }),
    );
    await busyFor(world, 600_000);
    goOn(sitting, 'safetyContact', { safetyCallConsent: 'yes' });
    await world.pass(10_000);
    world.busyUntilMs = 0;
    await world.pass(15_000);
    expect(has(sitting, 'alertTold')).toBe(true);
  });
});

describe('the safety alert', () => {
  const inDanger = () =>
    emptyDraft({
      answers: { ...plain, emergencyNow: 'yes' },
      passed: ['danger', 'dangerSupport', 'birthDate', 'who', 'name', 'contact'],
    });

  test('without consent the clinic is not told, and the page can say so', async () => {
    const world = new World();
    const sitting = await begin(world);
    goOn(sitting, 'danger', { emergencyNow: 'yes' });
    await settle();
    expect(has(sitting, 'alertNotTold')).toBe(true);
    expect(world.alerts).toEqual([]);
  });

  test('with consent the clinic is told what caused it, and nothing else of the form', async () => {
    const world = new World();
    const sitting = await begin(world, inDanger());
    goOn(sitting, 'safetyContact', { safetyCallConsent: 'yes' });
    expect(has(sitting, 'alertPending')).toBe(true);
    await settle();
    expect(has(sitting, 'alertTold')).toBe(true);
    expect(world.alerts.map(({ alert }) => alert.answers)).toEqual([{ emergencyNow: 'yes' }]);
  });

  test('it stays pending, and is tried again, until the clinic has it', async () => {
    const world = new World();
    world.serverUp = false;
    const sitting = await begin(world, inDanger());
    goOn(sitting, 'safetyContact', { safetyCallConsent: 'yes' });
    await world.pass(20_000);
    expect(has(sitting, 'alertPending')).toBe(true);
    expect(world.alerts).toEqual([]);
    world.serverUp = true;
    await world.pass(15_000);
    expect(has(sitting, 'alertTold')).toBe(true);
  });

  test('a pending alert outlives a reload', async () => {
    const world = new World();
    world.serverUp = false;
    const first = await begin(world, inDanger());
    goOn(first, 'safetyContact', { safetyCallConsent: 'yes' });
    await settle();
    first.stop();
    world.serverUp = true;
    const second = world.start();
    await settle();
    expect(has(second, 'alertTold')).toBe(true);
  });

  test('an alert the server refuses is not called told', async () => {
    const world = new World();
    world.tell = () => ({ kind: 'refused' });
    const sitting = await begin(world, inDanger());
    goOn(sitting, 'safetyContact', { safetyCallConsent: 'yes' });
    await settle();
    expect(has(sitting, 'alertNotTold')).toBe(true);
    world.tell = () => ({ kind: 'told' });
    sitting.send({ type: 'TRY_AGAIN' });
    await settle();
    expect(has(sitting, 'alertTold')).toBe(true);
  });

  test('what was told is not told again by further pages', async () => {
    const world = new World();
    const sitting = await begin(world, inDanger());
    goOn(sitting, 'safetyContact', { safetyCallConsent: 'yes' });
    await settle();
    sitting.send({ type: 'CONTINUE', place: 'goals', at: AT });
    sitting.send({ type: 'CONTINUE', place: 'episode', at: AT });
    await world.pass(10_000);
    expect(world.alerts).toHaveLength(1);
  });

  test('a cause that changes on its way is told as it is now', async () => {
    const world = new World();
    world.serverUp = false;
    const sitting = await begin(world, inDanger());
    goOn(sitting, 'safetyContact', { safetyCallConsent: 'yes' });
    await settle();
    goOn(sitting, 'danger', { emergencyNow: 'unsure' });
    world.serverUp = true;
    await world.pass(15_000);
    expect(world.alerts.at(-1)?.alert.answers).toEqual({ emergencyNow: 'unsure' });
    expect(has(sitting, 'alertTold')).toBe(true);
  });

  test('consent taken back withdraws it', async () => {
    const world = new World();
    const sitting = await begin(world, inDanger());
    goOn(sitting, 'safetyContact', { safetyCallConsent: 'yes' });
    await settle();
    goOn(sitting, 'safetyContact', { safetyCallConsent: 'no' });
    await settle();
    expect(world.alerts.map(({ alert }) => alert.state)).toEqual(['raised', 'withdrawn']);
    expect(has(sitting, 'alertNotTold')).toBe(true);
  });

  test('"Ask the clinic to call me" needs no consent', async () => {
    const world = new World();
    const sitting = await begin(world);
    goOn(sitting, 'danger', { emergencyNow: 'yes' });
    sitting.send({ type: 'ASK_TO_CALL', answers: { firstName: 'Sam', phone: '(615) 555-0142' }, at: AT });
    await settle();
    expect(has(sitting, 'alertTold')).toBe(true);
    expect(world.alerts[0]?.alert.agreedBy).toBe('asked');
    expect(world.alerts[0]?.draft.answers.phone).toBe('(615) 555-0142');
  });
});

describe('under 18', () => {
  test('the form ends and the draft is deleted everywhere', async () => {
    const world = new World();
    const sitting = await begin(world);
    goOn(sitting, 'danger', { emergencyNow: 'no' });
    await settle();
    expect(world.server).toBeDefined();
    goOn(sitting, 'birthDate', { birthDate: '2012-05-05' });
    expect(has(sitting, 'underAge')).toBe(true);
    await settle();
    expect(world.server).toBeUndefined();
    expect(world.device).toBeUndefined();
    expect(sitting.getSnapshot().context.draft).toBeUndefined();
  });

  test('the birth date is saved nowhere first', async () => {
    const world = new World();
    const sitting = await begin(world);
    goOn(sitting, 'danger', { emergencyNow: 'no' });
    await settle();
    const saves = world.calls.filter((call) => call === 'save').length;
    goOn(sitting, 'birthDate', { birthDate: '2012-05-05' });
    await world.pass(10_000);
    expect(world.calls.filter((call) => call === 'save')).toHaveLength(saves);
  });

  test('deleting is tried until it is done', async () => {
    const world = new World();
    const sitting = await begin(world);
    goOn(sitting, 'danger', { emergencyNow: 'no' });
    await settle();
    world.serverUp = false;
    goOn(sitting, 'birthDate', { birthDate: '2012-05-05' });
    await world.pass(5_000);
    expect(world.server).toBeDefined();
    world.serverUp = true;
    await world.pass(60_000);
    expect(world.server).toBeUndefined();
  });

  test('an alert that was told stays, although the birth date turns out to be another', async () => {
    const world = new World();
    const draft = emptyDraft({
      answers: { ...plain, emergencyNow: 'yes' },
      passed: ['danger', 'dangerSupport', 'birthDate', 'who', 'name', 'contact'],
    });
    const sitting = await begin(world, draft);
    goOn(sitting, 'safetyContact', { safetyCallConsent: 'yes' });
    await settle();
    goOn(sitting, 'birthDate', { birthDate: '2012-05-05' });
    await world.pass(10_000);
    expect(has(sitting, 'underAge')).toBe(true);
    expect(world.alerts.map(({ alert }) => alert.state)).toEqual(['raised']);
  });

  test('a call that was asked for is still passed on', async () => {
    const world = new World();
    const sitting = await begin(world);
    world.serverUp = false;
    goOn(sitting, 'danger', { emergencyNow: 'yes' });
    sitting.send({ type: 'ASK_TO_CALL', answers: { firstName: 'Sam', phone: '(615) 555-0142' }, at: AT });
    goOn(sitting, 'dangerSupport', {});
    goOn(sitting, 'birthDate', { birthDate: '2012-05-05' });
    await world.pass(2_000);
    world.serverUp = true;
    await world.pass(60_000);
    expect(has(sitting, 'underAge')).toBe(true);
    expect(world.alerts.at(-1)?.draft.answers.phone).toBe('(615) 555-0142');
    expect(sitting.getSnapshot().context.draft).toBeUndefined();
  });
});

test('deleting the draft deletes it on the server and on the device', async () => {
  const world = new World();
  const sitting = await begin(world);
  goOn(sitting, 'danger', { emergencyNow: 'no' });
  await settle();
  sitting.send({ type: 'DELETE_DRAFT' });
  await settle();
  expect(has(sitting, 'deleted')).toBe(true);
  expect(world.server).toBeUndefined();
  expect(world.device).toBeUndefined();
});

test('a save on its way when the draft is deleted cannot bring it back', async () => {
  const world = new World();
  const sitting = await begin(world);
  goOn(sitting, 'danger', { emergencyNow: 'no' });
  sitting.send({ type: 'DELETE_DRAFT' });
  await world.pass(10_000);
  expect(world.calls.at(-1)).toBe('delete asked');
  expect(world.server).toBeUndefined();
});

test('a copy being stored on the device when the draft is deleted does not stay there', async () => {
  const world = new World();
  world.storingMs = 1_000;
  const sitting = await begin(world);
  goOn(sitting, 'danger', { emergencyNow: 'no' });
  sitting.send({ type: 'DELETE_DRAFT' });
  await world.pass(10_000);
  expect(world.calls).toContain('delete asked');
  expect(world.device).toBeUndefined();
});

test('a copy being stored on the device when the person leaves quickly does not stay there', async () => {
  const world = new World();
  world.storingMs = 1_000;
  const sitting = await begin(world);
  goOn(sitting, 'danger', { emergencyNow: 'no' });
  sitting.send({ type: 'LEAVE' });
  await world.pass(10_000);
  expect(world.device).toBeUndefined();
});

describe('nobody there', () => {
  const limits = { idleMs: 20 * 60_000, warnMs: 2 * 60_000 };
  const answered = () => emptyDraft({ answers: plain, passed: ['danger', 'birthDate'] });

  test('after 18 minutes it warns, after 20 it hides the answers', async () => {
    const world = new World();
    const sitting = await begin(world, answered(), { limits });
    await world.pass(17.9 * 60_000);
    expect(has(sitting, 'idleWarning')).toBe(false);
    await world.pass(0.1 * 60_000);
    expect(has(sitting, 'idleWarning')).toBe(true);
    await world.pass(2 * 60_000);
    expect(has(sitting, 'locked')).toBe(true);
  });

  test('one tap extends, as often as needed', async () => {
    const world = new World();
    const sitting = await begin(world, answered(), { limits });
    for (let time = 0; time < 3; time += 1) {
      await world.pass(19 * 60_000);
      expect(has(sitting, 'idleWarning')).toBe(true);
      sitting.send({ type: 'ACTIVE' });
      expect(has(sitting, 'idleWarning')).toBe(false);
    }
  });

  test('there is no warning while there is nothing to hide', async () => {
    const world = new World();
    const sitting = await begin(world, emptyDraft(), { limits });
    await world.pass(60 * 60_000);
    expect(has(sitting, 'idleWarning')).toBe(false);
  });

  test.each([
    [19 * 60_000, 'idleWarning'],
    [20 * 60_000, 'locked'],
  ] as const)('a phone that slept for %i ms shows %s', async (awayMs, tag) => {
    const world = new World();
    const sitting = await begin(world, answered(), { limits });
    sitting.send({ type: 'WOKE', awayMs });
    expect(has(sitting, tag)).toBe(true);
  });

  const locked = async (world: World, draft: Draft) => {
    const sitting = await begin(world, draft, { limits });
    await world.pass(2_000);
    sitting.send({ type: 'WOKE', awayMs: limits.idleMs });
    await settle();
    return sitting;
  };

  test('the birth date shows them again', async () => {
    const sitting = await locked(new World(), answered());
    sitting.send({ type: 'UNLOCK', birthDate: '1984-02-11' });
    expect(has(sitting, 'locked')).toBe(true);
    sitting.send({ type: 'UNLOCK', birthDate: '1984-02-10' });
    expect(has(sitting, 'locked')).toBe(false);
  });

  test('three wrong birth dates leave only the link or code, and the answers leave memory', async () => {
    const world = new World();
    const sitting = await locked(world, answered());
    for (const birthDate of ['1984-02-11', '1984-02-12', '1984-02-13'])
      sitting.send({ type: 'UNLOCK', birthDate });
    expect(has(sitting, 'lockedForGood')).toBe(true);
    sitting.send({ type: 'UNLOCK', birthDate: '1984-02-10' });
    expect(has(sitting, 'lockedForGood')).toBe(true);
    expect(sitting.getSnapshot().context.draft).toBeUndefined();
    sitting.send({ type: 'OPEN' });
    await settle();
    expect(has(sitting, 'locked')).toBe(false);
    expect(sitting.getSnapshot().context.draft?.answers).toEqual(plain);
  });

  test('before there is a birth date only the link or code opens it', async () => {
    const sitting = await locked(new World(), emptyDraft({ answers: { emergencyNow: 'no' } }));
    expect(has(sitting, 'lockedForGood')).toBe(true);
  });

  test('what is not saved yet stays in memory behind the lock until it is', async () => {
    const world = new World();
    world.serverUp = false;
    const sitting = await locked(world, emptyDraft({ answers: { emergencyNow: 'no' } }));
    expect(sitting.getSnapshot().context.draft).toBeDefined();
    world.serverUp = true;
    await world.pass(60_000);
    expect(sitting.getSnapshot().context.draft).toBeUndefined();
    expect(world.server?.draft.answers).toEqual({ emergencyNow: 'no' });
  });
});

test('leaving quickly wipes memory and device at once, whatever is going on', async () => {
  const world = new World();
  world.serverUp = false;
  const sitting = await begin(world, signed());
  sitting.send({ type: 'SEND', at: AT });
  sitting.send({ type: 'LEAVE' });
  expect(has(sitting, 'left')).toBe(true);
  expect(sitting.getSnapshot().context.draft).toBeUndefined();
  expect(world.calls.at(-1)).toBe('wipe');
  expect(world.device).toBeUndefined();
});

test('the language is kept with the draft', async () => {
  const world = new World();
  const sitting = await begin(world);
  sitting.send({ type: 'SPEAK', language: 'es' });
  await world.pass(2_000);
  expect(world.server?.draft.language).toBe('es');
});

describe('whatever happens', () => {
  const names = ['Ann', 'Bo', 'Cy'] as const;
  type Happening =
    | { readonly does: 'change'; readonly name: (typeof names)[number] | undefined }
    | { readonly does: 'continue'; readonly name: (typeof names)[number] }
    | { readonly does: 'offline' | 'online' | 'serverDown' | 'serverUp' | 'reload' | 'hide' }
    | { readonly does: 'wait'; readonly ms: number };

  const happening: fc.Arbitrary<Happening> = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ does: fc.constant('change'), name: fc.constantFrom(...names, undefined) }),
    },
    { weight: 2, arbitrary: fc.record({ does: fc.constant('continue'), name: fc.constantFrom(...names) }) },
    {
      weight: 3,
      arbitrary: fc.record({ does: fc.constant('wait'), ms: fc.constantFrom(500, 2_000, 9_000) }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        does: fc.constantFrom('offline', 'online', 'serverDown', 'serverUp', 'reload', 'hide'),
      }),
    },
  ) as fc.Arbitrary<Happening>;

  test('no answer is lost that is older than 2 seconds or was continued from', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(happening, { maxLength: 25 }),
        fc.constantFrom(0, 700, 3_000),
        async (happenings, latencyMs) => {
          const world = new World();
          world.latencyMs = latencyMs;
          let sitting = await begin(world, emptyDraft({ answers: { birthDate: '1984-02-10' } }));
          await world.pass(6_000);
          let now: string | undefined;
          /** What a reload may bring back: the answer as it stands, or one that was not 2 seconds old. */
          let young: (string | undefined)[] = [];
          let since = world.clock.now();
          const give = (name: string | undefined) => {
            if (name === now) return;
            if (young.length === 0) since = world.clock.now();
            young.push(now);
            now = name;
          };

          for (const one of happenings) {
            if (one.does === 'change') {
              give(one.name);
              change(sitting, { firstName: one.name }, world.now());
            } else if (one.does === 'continue') {
              give(one.name);
              sitting.send({
                type: 'CONTINUE',
                place: 'name',
                answers: { firstName: one.name },
                at: world.now(),
              });
              await settle();
              young = [];
            } else if (one.does === 'wait') await world.pass(one.ms);
            else if (one.does === 'reload') {
              sitting.stop();
              sitting = world.start();
              await settle();
              const back = sitting.getSnapshot().context.draft?.answers.firstName;
              expect([now, ...young]).toContain(back);
              now = back;
              young = [];
            } else if (one.does === 'hide') {
              sitting.send({ type: 'WOKE', awayMs: 20 * 60_000 });
              sitting.send({ type: 'UNLOCK', birthDate: '1984-02-10' });
            } else if (one.does === 'offline' || one.does === 'online') {
              world.online = one.does === 'online';
              sitting.send({ type: world.online ? 'ONLINE' : 'OFFLINE' });
            } else world.serverUp = one.does === 'serverUp';
            if (world.clock.now() - since >= 2_000) young = [];
            await settle();
          }

          world.online = true;
          world.serverUp = true;
          sitting.send({ type: 'ONLINE' });
          await world.pass(80_000, 2_000);
          expect(world.server?.draft.answers.firstName).toBe(now);
          expect(has(sitting, 'saved')).toBe(true);
          sitting.stop();
        },
      ),
      { seed: 20261122, numRuns: 200 },
    );
  }, 120_000);
});
