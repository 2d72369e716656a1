import { expect, test } from 'vitest';
import { mondayOf, weekIn, weeksUpTo } from './weeks.ts';

test.each([
  ['2026-11-22', '2026-11-16'],
  ['2026-11-23', '2026-11-23'],
  ['2026-11-29', '2026-11-23'],
  ['2027-01-01', '2026-12-28'],
])('%s is in the week that begins on Monday %s', (day, monday) => {
  expect(mondayOf(day)).toBe(monday);
});

test('a Sunday evening in Chicago is still that week, though it is Monday in UTC', () => {
  const instant = new Date('2026-11-23T03:00:00Z');
  expect(weekIn('America/Chicago', instant)).toBe('2026-11-16');
  expect(weekIn('UTC', instant)).toBe('2026-11-23');
});

test('weeks begin at midnight of the clinic, before and after its clocks change', () => {
  const weeks = weeksUpTo('America/Chicago', new Date('2026-11-05T12:00:00Z'), 3);
  expect(weeks.map(({ monday, from }) => [monday, from.toISOString()])).toEqual([
    ['2026-10-19', '2026-10-19T05:00:00.000Z'],
    ['2026-10-26', '2026-10-26T05:00:00.000Z'],
    ['2026-11-02', '2026-11-02T06:00:00.000Z'],
  ]);
});
