import { expect, test } from 'vitest';
import { range, waited } from './format.ts';
import { placeOf, urlOf } from './router.ts';

test.each([
  ['2026-11-22T10:00:00Z', '2026-11-22T10:00:59Z', 'just now'],
  ['2026-11-22T10:00:00Z', '2026-11-22T10:01:00Z', '1 min'],
  ['2026-11-22T10:00:00Z', '2026-11-22T10:59:59Z', '59 min'],
  ['2026-11-22T10:00:00Z', '2026-11-22T13:10:00Z', '3 h 10 min'],
  ['2026-11-22T10:00:00Z', '2026-11-24T14:00:00Z', '2 d 4 h'],
  ['2026-11-22T10:00:00Z', '2026-11-22T09:59:00Z', 'just now'],
])('a clinician reads how long somebody has waited: %s to %s is %s', (since, now, text) => {
  expect(waited(since, new Date(now))).toBe(text);
});

test('an incomplete score is read as a range, a complete one as a number', () => {
  expect(range({ min: 17, max: 20 })).toBe('17–20');
  expect(range({ min: 17, max: 17 })).toBe('17');
});

test('a place survives the way through the URL, and a made-up one becomes the safety view', () => {
  const id = '6f1c8f4e-9a51-4f3d-8a58-0d6b6a2f7f10';
  const places = [
    { page: 'setup' },
    { page: 'queue', view: 'new', open: undefined },
    { page: 'queue', view: 'safety', open: { kind: 'alert', id } },
    { page: 'queue', view: 'closed', open: { kind: 'submission', id } },
  ] as const;
  for (const place of places) expect(placeOf(new URL(urlOf(place), 'http://localhost'))).toEqual(place);
  expect(placeOf(new URL('http://localhost/clinic/submissions/1?view=nonsense'))).toEqual({
    page: 'queue',
    view: 'safety',
    open: undefined,
  });
});
