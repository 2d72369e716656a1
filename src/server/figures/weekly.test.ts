import fc from 'fast-check';
import { expect, test } from 'vitest';
import { weeksUpTo } from '../../lib/weeks.ts';
import { nothingYet, withDecision, withReached } from './tally.ts';
import { weeklyFigures } from './weekly.ts';

const weeks = weeksUpTo('America/Chicago', new Date('2026-11-25T12:00:00Z'), 3);
const none = { weeks, times: [], tallies: new Map(), waiting: [] };

test('a clinic to which nobody wrote has weeks without figures, not zeros of time', () => {
  const { weeks: shown, whole, decisions } = weeklyFigures(none);
  expect(shown.map(({ monday }) => monday)).toEqual(['2026-11-09', '2026-11-16', '2026-11-23']);
  expect(whole).toEqual({
    received: 0,
    read: null,
    decided: null,
    safety: { items: 0, open: 0, reached: 0, inTime: 0, urgent: null, sameDay: null },
  });
  expect(decisions).toEqual([]);
});

test('the median and nine in ten are waits that happened; who has not been read counts among those received alone', () => {
  const hours = [1, 2, 3, 4, 5, 6, 7, 8, 9, 100];
  const read = Int32Array.from(hours, (hour) => hour * 60);
  const decided = read.slice(0, 9).map((minutes) => minutes * 10);
  const { weeks: shown, whole } = weeklyFigures({
    ...none,
    times: [{ monday: '2026-11-16', received: 11, read, decided }],
  });
  const week = {
    received: 11,
    read: { many: 10, median: 5 * 60, p90: 9 * 60, longest: 100 * 60 },
    decided: { many: 9, median: 50 * 60, p90: 90 * 60 },
  };
  expect(shown.map(({ received }) => received)).toEqual([0, 11, 0]);
  expect(shown[1]).toMatchObject(week);
  expect(whole).toMatchObject(week);
});

test('people to be called: those who were reached, and those who wait still', () => {
  const reached = (level: 'urgent' | 'sameDay', minutes: number, inTime: boolean) => ({
    level,
    since: '',
    minutes,
    inTime,
  });
  const tally = [
    reached('urgent', 9, true),
    reached('urgent', 40, false),
    reached('sameDay', 300, true),
  ].reduce(withReached, nothingYet);
  const { weeks: shown } = weeklyFigures({
    ...none,
    tallies: new Map([['2026-11-16', tally]]),
    waiting: ['2026-11-25T11:00:00Z'],
  });
  expect(shown.map(({ safety }) => safety)).toEqual([
    { items: 0, open: 0, reached: 0, inTime: 0, urgent: null, sameDay: null },
    {
      items: 3,
      open: 0,
      reached: 3,
      inTime: 2,
      urgent: { many: 2, median: 9, p90: 40, longest: 40 },
      sameDay: { many: 1, median: 300, p90: 300, longest: 300 },
    },
    { items: 1, open: 1, reached: 0, inTime: 0, urgent: null, sameDay: null },
  ]);
});

test('decisions are summed over the weeks, the most frequent first, and one that was taken back is gone', () => {
  const booked = { kind: 'bookConsultation', reason: 'noConcern' } as const;
  const talk = { kind: 'bookConsultation', reason: 'toTalkThrough' } as const;
  const cost = { kind: 'notNow', reason: 'cost' } as const;
  const tallies = new Map([
    ['2026-11-09', withDecision(withDecision(nothingYet, booked, 1), cost, 1)],
    ['2026-11-16', withDecision(withDecision(withDecision(nothingYet, booked, 1), talk, 1), booked, 1)],
    ['2026-11-23', withDecision(withDecision(nothingYet, cost, 1), cost, -1)],
    ['2026-11-02', withDecision(nothingYet, cost, 1)],
  ]);
  expect(weeklyFigures({ ...none, tallies }).decisions).toEqual([
    {
      kind: 'bookConsultation',
      many: 4,
      reasons: [
        { reason: 'noConcern', many: 3 },
        { reason: 'toTalkThrough', many: 1 },
      ],
    },
    { kind: 'notNow', many: 1, reasons: [{ reason: 'cost', many: 1 }] },
  ]);
});

test('figures of several weeks are those of all their waits in one list', () => {
  const minutes = fc.array(fc.integer({ min: -5, max: 900 }), { maxLength: 40 });
  fc.assert(
    fc.property(minutes, minutes, minutes, (...lists) => {
      const times = weeks.map(({ monday }, index) => {
        const read = Int32Array.from(lists[index] ?? []).sort();
        return { monday, received: read.length, read, decided: new Int32Array() };
      });
      const all = lists.flat().sort((one, other) => one - other);
      const at = (share: number) => all[Math.ceil(share * all.length) - 1];
      expect(weeklyFigures({ ...none, times }).whole.read).toEqual(
        all.length === 0 ? null : { many: all.length, median: at(0.5), p90: at(0.9), longest: all.at(-1) },
      );
    }),
  );
});
