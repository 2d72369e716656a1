import { expect, test } from 'vitest';
import type { TimelineEntry } from '../../submission/case-work-wire.ts';
import { runsOf } from './runs.ts';

const entry = (kind: 'escalated' | 'viewed', hour: number): TimelineEntry => ({
  kind,
  id: `${kind} ${hour}`,
  at: `2026-11-22T${hour}:00:00.000Z`,
  by: null,
});

test('what the server told in a row is one line, and everything else stands as it is', () => {
  const timeline = [
    entry('escalated', 15),
    entry('escalated', 14),
    entry('escalated', 13),
    entry('viewed', 12),
    entry('viewed', 11),
    entry('escalated', 10),
  ];
  expect(
    runsOf(timeline).map(({ entry: { at }, times, since }) => [at.slice(11, 13), times, since.slice(11, 13)]),
  ).toEqual([
    ['15', 3, '13'],
    ['12', 1, '12'],
    ['11', 1, '11'],
    ['10', 1, '10'],
  ]);
});
