import { expect, it } from 'vitest';
import { reminderWords } from './words.ts';

const CHICAGO = 'America/Chicago';

it.each([
  ['2026-12-01T15:00:00Z', '2026-11-30T15:00:00Z', 'Reminder for Dec 1, 2026, 9:00 AM'],
  ['2026-12-01T15:00:00Z', '2026-12-01T14:59:59Z', 'Reminder for today, 9:00 AM'],
  ['2026-12-01T15:00:00Z', '2026-12-01T15:00:00Z', 'Reminder, due today, 9:00 AM'],
  // Evening at the clinic, and the next day in London.
  ['2026-12-01T15:00:00Z', '2026-12-02T04:00:00Z', 'Reminder, due today, 9:00 AM'],
  ['2026-12-01T15:00:00Z', '2026-12-02T06:00:00Z', 'Reminder, due since Dec 1, 2026, 9:00 AM'],
])('C17 a reminder for %s is said at %s as: %s', (at, now, words) => {
  // What stands between time and AM is a narrow space in newer tables of the language.
  expect(reminderWords(at, new Date(now), CHICAGO).replaceAll(/\s/g, ' ')).toBe(words);
});
