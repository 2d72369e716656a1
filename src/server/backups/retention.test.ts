import { expect, it } from 'vitest';
import { whatToDrop } from './retention.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const now = Date.parse('2026-11-22T15:30:00Z');

/** One backup each hour, for so many hours back from the last whole hour. */
const hourly = (hours: number) =>
  Array.from({ length: hours }, (_, back) => {
    const at = Date.parse('2026-11-22T15:00:00Z') - back * HOUR;
    return { name: new Date(at).toISOString(), at };
  });

it('every backup of the last day stays, and before that the last of each day for 35 days', () => {
  const all = hourly(60 * 24);
  const dropped = new Set(whatToDrop(all, now).backups);
  const kept = all.filter(({ name }) => !dropped.has(name));
  const young = kept.filter(({ at }) => now - at < DAY);
  const older = kept.filter(({ at }) => now - at >= DAY);
  expect(young).toHaveLength(24);
  expect(older.every(({ name }) => name.endsWith('T23:00:00.000Z'))).toBe(true);
  expect(older).toHaveLength(34);
  expect(Math.max(...older.map(({ at }) => now - at))).toBeLessThan(35 * DAY);
});

it('record keys stay seven days', () => {
  const { keys } = whatToDrop(hourly(60 * 24), now);
  expect(keys.length).toBeGreaterThan(20);
  expect(keys.every((name) => now - Date.parse(name) >= 7 * DAY)).toBe(true);
});

it('the newest backup stays whole, however old it is', () => {
  const old = { name: 'old', at: now - 400 * DAY };
  expect(whatToDrop([old], now)).toEqual({ backups: [], keys: [] });
  expect(whatToDrop([old, { name: 'older', at: old.at - DAY }], now)).toEqual({
    backups: ['older'],
    keys: [],
  });
});
