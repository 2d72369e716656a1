import { expect, test } from 'vitest';
import { instantOf } from './local-time.ts';

test.each([
  ['2026-12-01T14:30', 'America/Chicago', '2026-12-01T20:30:00.000Z'],
  ['2026-07-01T14:30', 'America/Chicago', '2026-07-01T19:30:00.000Z'],
  ['2026-07-01T00:00', 'Asia/Kolkata', '2026-06-30T18:30:00.000Z'],
  ['2026-11-01T01:30', 'America/Chicago', '2026-11-01T06:30:00.000Z'],
  ['2026-03-08T01:59', 'America/Chicago', '2026-03-08T07:59:00.000Z'],
  ['2026-03-08T03:00', 'America/Chicago', '2026-03-08T08:00:00.000Z'],
  ['2026-02-28T23:59', 'UTC', '2026-02-28T23:59:00.000Z'],
])('%s in %s is %s', (local, zone, instant) => {
  expect(instantOf(local, zone)?.toISOString()).toBe(instant);
});

test.each([
  ['2026-03-08T02:30', 'the clock jumped over it'],
  ['2026-02-30T10:00', 'no such day'],
  ['2026-02-28T24:30', 'no such hour'],
  ['2026-02-28', 'no time'],
  ['tomorrow', 'no date'],
])('%s is no time of that clock: %s', (local) => {
  expect(instantOf(local, 'America/Chicago')).toBeUndefined();
});
