import { describe, expect, it } from 'vitest';
import type { Flag } from '../screening/evaluation.ts';
import { clinicsOwnText } from './clinics-own.ts';
import { isReasonOf, reasonText } from './decisions.ts';
import { followUpCodeFrom, followUpCodeWritten, readFollowUpCode } from './follow-up-code.ts';
import { ruleName } from './rule-names.ts';
import { byUrgency, higherLevel, safetyLevelOf } from './safety-level.ts';
import type { SafetyLevel } from './staff-wire.ts';

const flag = (change: Partial<Flag>): Flag => ({
  id: 'SB-DRUG',
  status: 'present',
  spravato: 'review',
  ivKetamine: 'review',
  ...change,
});

describe('how soon a person must be called', () => {
  it.each<[string, readonly Flag[], SafetyLevel]>([
    ['nothing was found', [], 'none'],
    ['nothing about safety was found', [flag({})], 'none'],
    ['a flag is urgent for SPRAVATO', [flag({ spravato: 'urgent' })], 'urgent'],
    ['a flag is urgent for IV ketamine', [flag({ ivKetamine: 'urgent' })], 'urgent'],
    ['an urgent flag is only unknown', [flag({ spravato: 'urgent', status: 'unknown' })], 'none'],
    ['the suicide screen is positive', [flag({ id: 'SU-POSITIVE' })], 'sameDay'],
    ['item 9 was answered', [flag({ id: 'SU-PHQ9-ITEM9' })], 'sameDay'],
    ['item 9 is unknown', [flag({ id: 'SU-PHQ9-ITEM9', status: 'unknown' })], 'none'],
    ['both', [flag({ id: 'SU-POSITIVE' }), flag({ ivKetamine: 'urgent' })], 'urgent'],
  ])('where %s', (_, flags, level) => {
    expect(safetyLevelOf(flags)).toBe(level);
  });

  it.each<[SafetyLevel, SafetyLevel, SafetyLevel]>([
    ['urgent', 'none', 'urgent'],
    ['sameDay', 'urgent', 'urgent'],
    ['sameDay', 'none', 'sameDay'],
    ['none', 'none', 'none'],
  ])('of %s and %s it is %s', (one, other, level) => {
    expect(higherLevel(one, other)).toBe(level);
    expect(higherLevel(other, one)).toBe(level);
  });

  it('the queue begins with the level, then the longest wait, then one fixed order', () => {
    const cases = [
      { level: 'none', since: '2026-11-01T00:00:00Z', id: 'a' },
      { level: 'urgent', since: '2026-11-22T10:00:00Z', id: 'b' },
      { level: 'sameDay', since: '2026-11-20T00:00:00Z', id: 'd' },
      { level: 'sameDay', since: '2026-11-20T00:00:00Z', id: 'c' },
      { level: 'urgent', since: '2026-11-22T09:00:00Z', id: 'e' },
    ] as const;
    const ordered = ['e', 'b', 'c', 'd', 'a'];
    expect(cases.toSorted(byUrgency).map(({ id }) => id)).toEqual(ordered);
    expect(
      cases
        .toReversed()
        .toSorted(byUrgency)
        .map(({ id }) => id),
    ).toEqual(ordered);
    expect(byUrgency(cases[0], cases[0])).toBe(0);
  });
});

it('a rule goes by its short name, a clinic’s own by theirs, one of an older version by its id', () => {
  expect(['CV-AVM', 'CLINIC-RECENT-TMS', 'OLD-RULE'].map(ruleName)).toEqual([
    'AVM',
    'recent tms (clinic’s own)',
    'OLD-RULE',
  ]);
});

it('what the clinic itself added or raised is said in its own name', () => {
  const own = { version: '3', approvedBy: 'Dr. Ana Reyes', approvedOn: '2026-11-20', why: 'protocol' };
  expect(clinicsOwnText({ kind: 'added', ...own })).toBe(
    'Clinic’s own rule, approved by Dr. Ana Reyes on 2026-11-20 (version 3). Why: protocol',
  );
  expect(clinicsOwnText({ kind: 'raised', ...own })).toMatch(/^Raised for IV ketamine by the clinic’s own/);
});

it('the reason of a decision is one of its list, and is shown as it stands where the list has changed', () => {
  expect(isReasonOf('notNow', 'gone by now')).toBe(false);
  expect(isReasonOf('notNow', 'toString')).toBe(false);
  expect(reasonText('notNow', 'gone by now')).toBe('gone by now');
});

it('the code of a follow-up is read as a person copies it', () => {
  const code = followUpCodeFrom(Uint8Array.from({ length: 40 }, (_, index) => index + 250));
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
  const written = followUpCodeWritten(code);
  expect(written).toMatch(/^(\w{4}-){6}\w{2}$/);
  for (const typed of [written, written.toLowerCase(), ` https://clinic.example/reply#${written} `])
    expect(readFollowUpCode(typed)).toBe(code);
  expect(readFollowUpCode(`OIlU${'0'.repeat(22)}`)).toBe(`011V${'0'.repeat(22)}`);
  expect(readFollowUpCode(code.slice(1))).toBeUndefined();
  expect(readFollowUpCode(`${code}0`)).toBeUndefined();
  expect(followUpCodeWritten('')).toBe('');
});
