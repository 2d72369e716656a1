import fc from 'fast-check';
import { expect, it } from 'vitest';
import { demoSettings } from '../../settings/demo.ts';
import { isOverdue } from '../../submission/escalation.ts';
import { mostUrgentFirst } from '../../submission/safety-level.ts';
import { safetyLevels } from '../../submission/staff-wire.ts';
import { lineOf } from './line.ts';
import { isShown, type Row } from './queue.ts';

const DAY_MS = 86_400_000;
/** A week in which the clocks of Nashville go back. */
const begin = Date.parse('2026-10-30T00:00:00Z');
const people = ['ana', 'ben', null] as const;
const openStates = ['new', 'claimed', 'waiting', 'ready'] as const;

const instant = fc.integer({ min: begin, max: begin + 7 * DAY_MS });

const row = fc
  .record({
    id: fc.uuid(),
    level: fc.constantFrom(...safetyLevels),
    at: instant,
    assignee: fc.constantFrom(...people),
    status: fc.constantFrom(...openStates),
  })
  .map(
    ({ id, level, at, assignee, status }): Row => ({
      kind: 'unreadable',
      of: 'submission',
      id,
      level,
      since: new Date(at).toISOString(),
      isClaimed: assignee !== null,
      head: { id, status, version: 1, location: null, assignee_id: assignee, received_at: at },
    }),
  );
const rows = fc.array(row, { maxLength: 60 }).map(mostUrgentFirst);

const opens = fc.constantFrom('08:00-17:00', '20:00-04:00', '00:00-00:00', '06:30-02:30', null);
const hours = fc.record({
  mon: opens,
  tue: opens,
  wed: opens,
  thu: opens,
  fri: opens,
  sat: opens,
  sun: opens,
});

it('who is late is found without looking at everybody, whatever the hours of the clinic', () => {
  fc.assert(
    fc.property(rows, hours, instant, (all, week, at) => {
      const showing = { limits: { ...demoSettings, hours: week }, now: new Date(at) };
      expect(lineOf(all).late(showing)).toEqual(
        all.filter((one) => isOverdue(one, showing.limits, showing.now)),
      );
    }),
  );
});

const anyone = { userId: 'ana', filters: { location: undefined, treatment: undefined, whose: undefined } };
const theirs = { ...anyone, filters: { ...anyone.filters, whose: 'mine' as const } };

it('pages put together are the view, and as many as counted', () => {
  const view = fc.constantFrom('safety' as const, 'new' as const, 'mine' as const, 'waiting' as const);
  fc.assert(
    fc.property(
      rows,
      view,
      fc.constantFrom(anyone, theirs),
      fc.integer({ min: 1, max: 9 }),
      (all, at, look, most) => {
        const line = lineOf(all);
        const seen: Row[] = [];
        for (;;) {
          const page = line.page(at, look, seen.at(-1), most);
          seen.push(...page);
          if (page.length < most) break;
        }
        expect(seen).toEqual(all.filter((one) => isShown(at, one, look.userId, look.filters)));
        expect(line.counts(look)[at]).toBe(seen.length);
        expect(line.pressing.length).toBe(line.counts(anyone).safety);
      },
    ),
  );
});
