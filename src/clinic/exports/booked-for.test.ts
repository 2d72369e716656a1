import { expect, test } from 'vitest';
import type { TimelineEntry } from '../../submission/case-work-wire.ts';
import { bookedFor } from './booked-for.ts';

const one = { id: 'x', at: '2026-11-22T15:00:00Z', by: null } as const;
const viewed: TimelineEntry = { ...one, kind: 'viewed' };
const booked = (visitAt: string | null): TimelineEntry => ({ ...one, kind: 'booked', visitAt });
const reopened: TimelineEntry = { ...one, kind: 'reopened', note: null };
const first = '2026-12-01T20:30:00Z';
const second = '2026-12-08T20:30:00Z';

test.each<[string, readonly TimelineEntry[], string | undefined]>([
  ['is the one it was booked for', [viewed, booked(first)], first],
  ['is the last one, where it was booked again', [booked(second), reopened, booked(first)], second],
  ['is none, once the case was reopened', [reopened, booked(first)], undefined],
  ['is none, where no time was given', [booked(null), reopened, booked(first)], undefined],
  ['is none before it is booked', [viewed], undefined],
])('C15 the visit of a calendar file %s', (_, timeline, visitAt) => {
  expect(bookedFor(timeline)).toBe(visitAt);
});
