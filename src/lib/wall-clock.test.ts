import { expect, test } from 'vitest';
import { instantAt, nextDay, weekdayOf } from './wall-clock.ts';

test.each([
  ['America/Chicago', '2026-11-23', '08:00', '2026-11-23T14:00:00.000Z', 'in winter'],
  ['America/Chicago', '2026-07-01', '08:00', '2026-07-01T13:00:00.000Z', 'in summer'],
  ['America/Chicago', '2026-03-08', '08:00', '2026-03-08T13:00:00.000Z', 'on the day the clocks go forward'],
  ['America/Chicago', '2026-03-08', '02:30', '2026-03-08T08:30:00.000Z', 'at a time that is skipped: 03:30'],
  ['America/Chicago', '2026-11-01', '01:30', '2026-11-01T06:30:00.000Z', 'at a time shown twice: the first'],
  ['America/Chicago', '2026-11-01', '17:00', '2026-11-01T23:00:00.000Z', 'on the day the clocks go back'],
  ['Asia/Kolkata', '2026-11-23', '09:15', '2026-11-23T03:45:00.000Z', 'half an hour off'],
  [
    'Pacific/Auckland',
    '2026-01-01',
    '00:00',
    '2025-12-31T11:00:00.000Z',
    'on the other side of the date line',
  ],
  ['UTC', '2024-02-29', '23:59', '2024-02-29T23:59:00.000Z', 'on a leap day'],
])('the clocks in %s show %s %s at %s (%s)', (zone, day, time, instant) => {
  expect(instantAt(zone, day, time).toISOString()).toBe(instant);
});

test('a day follows another, over months and years', () => {
  expect(['2026-11-30', '2026-12-31', '2028-02-28'].map(nextDay)).toEqual([
    '2026-12-01',
    '2027-01-01',
    '2028-02-29',
  ]);
});

test('weekdays begin with Sunday', () => {
  expect(['2026-11-22', '2026-11-28'].map(weekdayOf)).toEqual([0, 6]);
});
