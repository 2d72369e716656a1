import { expect, test } from 'vitest';
import { AT, emptyDraft, World } from './session.fixture.ts';

const begin = async (world: World) => {
  const sitting = world.start();
  await world.pass(0);
  sitting.send({ type: 'BEGIN', draft: emptyDraft(), ownDevice: true });
  await world.pass(0);
  return sitting;
};

test('a first visit asks whose device it is, then for answers', async () => {
  const world = new World();
  const sitting = world.start();
  expect(sitting.getSnapshot().hasTag('opening')).toBe(true);
  await world.pass(0);
  expect(sitting.getSnapshot().hasTag('askingDevice')).toBe(true);
  sitting.send({ type: 'BEGIN', draft: emptyDraft(), ownDevice: true });
  expect(sitting.getSnapshot().hasTag('answering')).toBe(true);
  expect(sitting.getSnapshot().context.walk?.place).toBe('danger');
});

test('Continue saves at once', async () => {
  const world = new World();
  const sitting = await begin(world);
  sitting.send({ type: 'CONTINUE', place: 'danger', answers: { emergencyNow: 'no' }, at: AT });
  await world.pass(0);
  expect(world.server?.draft.answers).toEqual({ emergencyNow: 'no' });
  expect(sitting.getSnapshot().hasTag('saved')).toBe(true);
});
