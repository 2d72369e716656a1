import { expect, test } from 'vitest';
import { moment, range, telHref, waited } from './format.ts';

test.each([
  ['2026-11-22T10:00:00Z', '2026-11-22T10:00:59Z', 'just now'],
  ['2026-11-22T10:00:00Z', '2026-11-22T10:01:00Z', '1 min'],
  ['2026-11-22T10:00:00Z', '2026-11-22T10:59:59Z', '59 min'],
  ['2026-11-22T10:00:00Z', '2026-11-22T11:00:00Z', '1 h 0 min'],
  ['2026-11-22T10:00:00Z', '2026-11-22T13:10:00Z', '3 h 10 min'],
  ['2026-11-22T10:00:00Z', '2026-11-23T09:59:59Z', '23 h 59 min'],
  ['2026-11-22T10:00:00Z', '2026-11-23T10:00:00Z', '1 d 0 h'],
  ['2026-11-22T10:00:00Z', '2026-11-24T14:00:00Z', '2 d 4 h'],
  ['2026-11-22T10:00:00Z', '2026-11-22T09:59:00Z', 'just now'],
])('a clinician reads how long somebody has waited: %s to %s is %s', (since, now, text) => {
  expect(waited(since, new Date(now))).toBe(text);
});

test('an incomplete score is read as a range, a complete one as a number', () => {
  expect(range({ min: 17, max: 20 })).toBe('17–20');
  expect(range({ min: 17, max: 17 })).toBe('17');
});

test('a moment is read in the time zone of the clinic, wherever the reader is', () => {
  expect(moment('2026-11-22T02:05:00Z', 'America/Chicago')).toMatch(/^Nov 21, 2026, 8:05\sPM$/);
});

test.each([
  ['(615) 555-0142', 'tel:6155550142'],
  ['+1 615 555 0142', 'tel:+16155550142'],
  ['call me at 555.0142', 'tel:5550142'],
])('a phone number as typed, %s, can be dialed', (typed, href) => {
  expect(telHref(typed)).toBe(href);
});
