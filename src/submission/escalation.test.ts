import { describe, expect, it } from 'vitest';
import { demoSettings } from '../settings/demo.ts';
import { dueAt, escalationsDue, isOpenAt, isOverdue, type SafetyItem } from './escalation.ts';

// Nashville: weekdays 08:00–17:00, Fridays until 15:00, closed at the weekend. In November UTC−6, in July UTC−5.
const limits = {
  ...demoSettings,
  hours: { ...demoSettings.hours, fri: '08:00-15:00' },
  safety: { ...demoSettings.safety, urgentMinutes: 15 },
};
const always = Object.fromEntries(Object.keys(limits.hours).map((day) => [day, '00:00-00:00']));
const never = Object.fromEntries(Object.keys(limits.hours).map((day) => [day, null]));
const overnight = { ...limits.hours, mon: '20:00-04:00', tue: null };

describe('C03 until when an urgent item must have been called', () => {
  it.each([
    ['in open hours: a quarter of an hour', '2026-11-23T15:00:00Z', '2026-11-23T15:15:00Z'],
    ['in the first minute of the day', '2026-11-23T14:00:00Z', '2026-11-23T14:15:00Z'],
    ['a minute before opening: at once', '2026-11-23T13:59:00Z', '2026-11-23T13:59:00Z'],
    ['ten minutes before closing: by closing', '2026-11-23T22:50:00Z', '2026-11-23T23:00:00Z'],
    ['at closing time: at once', '2026-11-23T23:00:00Z', '2026-11-23T23:00:00Z'],
    ['on Friday after the early closing: at once', '2026-11-27T21:00:00Z', '2026-11-27T21:00:00Z'],
    ['at the weekend: at once', '2026-11-22T18:00:00Z', '2026-11-22T18:00:00Z'],
    ['in summer the same hours lie elsewhere', '2026-07-01T13:00:00Z', '2026-07-01T13:15:00Z'],
    ['in summer, an hour before: at once', '2026-07-01T12:59:00Z', '2026-07-01T12:59:00Z'],
    ['the Monday after the clocks went forward', '2026-03-09T13:00:00Z', '2026-03-09T13:15:00Z'],
    ['the Monday after the clocks went back', '2026-11-02T13:30:00Z', '2026-11-02T13:30:00Z'],
  ])('%s', (_, since, due) => {
    expect(dueAt({ level: 'urgent', since }, limits)).toEqual(new Date(due));
  });

  it.each([
    ['open day and night', always, '2026-11-22T18:00:00Z', '2026-11-22T18:15:00Z'],
    ['never open: at once', never, '2026-11-23T15:00:00Z', '2026-11-23T15:00:00Z'],
    ['hours past midnight are still open', overnight, '2026-11-24T09:30:00Z', '2026-11-24T09:45:00Z'],
    ['and end when they end', overnight, '2026-11-24T10:00:00Z', '2026-11-24T10:00:00Z'],
  ])('%s', (_, hours, since, due) => {
    expect(dueAt({ level: 'urgent', since }, { ...limits, hours: { ...limits.hours, ...hours } })).toEqual(
      new Date(due),
    );
  });

  it('in another time zone the same instant may be closed', () => {
    const since = '2026-11-23T15:00:00Z';
    expect(dueAt({ level: 'urgent', since }, { ...limits, timeZone: 'America/Los_Angeles' })).toEqual(
      new Date(since),
    );
  });

  it('the limit is the clinic’s', () => {
    const safety = { ...limits.safety, urgentMinutes: 5 };
    expect(dueAt({ level: 'urgent', since: '2026-11-23T15:00:00Z' }, { ...limits, safety })).toEqual(
      new Date('2026-11-23T15:05:00Z'),
    );
  });
});

it.each([
  ['before opening', '2026-11-23T13:59:59Z', false],
  ['at opening', '2026-11-23T14:00:00Z', true],
  ['at closing', '2026-11-23T23:00:00Z', false],
  ['on a Sunday', '2026-11-22T18:00:00Z', false],
])('C03 the clinic is open or not: %s', (_, at, open) => {
  expect(isOpenAt(limits, new Date(at))).toBe(open);
});

describe('C03 until when a same-day item must have been called', () => {
  it.each([
    ['in open hours: by closing', '2026-11-23T15:00:00Z', '2026-11-23T23:00:00Z'],
    ['before opening: by closing of that day', '2026-11-23T08:00:00Z', '2026-11-23T23:00:00Z'],
    ['after closing: by closing of the next day', '2026-11-23T23:00:00Z', '2026-11-24T23:00:00Z'],
    ['on Friday evening: by closing on Monday', '2026-11-27T22:00:00Z', '2026-11-30T23:00:00Z'],
    ['over the change of the clocks', '2026-10-30T21:00:00Z', '2026-11-02T23:00:00Z'],
  ])('%s', (_, since, due) => {
    expect(dueAt({ level: 'sameDay', since }, limits)).toEqual(new Date(due));
  });

  it('in a clinic that never opens: at once', () => {
    const since = '2026-11-23T15:00:00Z';
    expect(dueAt({ level: 'sameDay', since }, { ...limits, hours: { ...limits.hours, ...never } })).toEqual(
      new Date(since),
    );
  });
});

describe('C03 the clinic is told of an item', () => {
  const item: SafetyItem = { id: 'a', level: 'urgent', since: '2026-11-23T15:00:00Z', isClaimed: false };
  const due = (one: SafetyItem, now: string, told?: string) =>
    escalationsDue([one], new Map(told ? [[one.id, new Date(told)]] : []), limits, new Date(now)).length;

  it.each([
    ['just before its limit: no', item, '2026-11-23T15:14:59Z', undefined, 0],
    ['at its limit: yes', item, '2026-11-23T15:15:00Z', undefined, 1],
    ['that was told of 14 minutes ago: no', item, '2026-11-23T15:29:59Z', '2026-11-23T15:15:00Z', 0],
    ['that was told of 15 minutes ago: again', item, '2026-11-23T15:30:00Z', '2026-11-23T15:15:00Z', 1],
    ['that somebody has taken: no', { ...item, isClaimed: true }, '2026-11-23T18:00:00Z', undefined, 0],
    ['that needs no call: no', { ...item, level: 'none' as const }, '2026-11-23T18:00:00Z', undefined, 0],
  ])('%s', (_, one, now, told, many) => {
    expect(due(one, now, told)).toBe(many);
  });

  it('and its banner stays between two tellings', () => {
    expect(isOverdue(item, limits, new Date('2026-11-23T15:20:00Z'))).toBe(true);
  });
});
