import { expect, it } from 'vitest';
import { demoSettings } from '../../settings/demo.ts';
import { testServer } from '../server.fixture.ts';
import { overdue } from './age.ts';
import { rememberBackup, rememberDrill } from './backup-days.repository.ts';

const HOUR = 3_600_000;
const now = Date.parse('2026-11-22T15:00:00Z');

it.each([
  ['neither was ever made', undefined, undefined, ['backup', 'drill']],
  ['both are new', now, now, []],
  ['the backup is 26 hours old', now - 26 * HOUR, now, []],
  ['the backup is older', now - 26 * HOUR - 1, now, ['backup']],
  ['the drill is eight days old', now, now - 8 * 24 * HOUR, []],
  ['the drill is older', now, now - 8 * 24 * HOUR - 1, ['drill']],
])('when %s', (_title, lastBackup, lastDrill, late) => {
  expect(overdue({ lastBackup, lastDrill }, now)).toEqual(late);
});

it('readyz is amber, and still well, until a backup was made and drilled, and again eight days later', async () => {
  const { app, deps, clock } = await testServer({ settings: demoSettings });
  const ready = async () => {
    const reply = await app.inject({ url: '/readyz' });
    expect(reply.statusCode).toBe(200);
    return reply.json();
  };
  expect(await ready()).toEqual({ status: 'ready', state: 'amber', overdue: ['backup', 'drill'] });
  const remember = (what: typeof rememberBackup) =>
    deps.store.inTransaction((tx) => what(tx, clock.now().getTime()));
  await remember(rememberBackup);
  await remember(rememberDrill);
  expect(await ready()).toEqual({ status: 'ready', state: 'green', overdue: [] });
  clock.forward(8 * 24 * HOUR + 1);
  await remember(rememberBackup);
  expect(await ready()).toEqual({ status: 'ready', state: 'amber', overdue: ['drill'] });
});

it('readyz asks no backup of a demonstration', async () => {
  const { app } = await testServer();
  expect((await app.inject({ url: '/readyz' })).json()).toMatchObject({ state: 'green' });
});
