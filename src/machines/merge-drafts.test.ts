import { expect, test } from 'vitest';
import { applyPage, type Draft, keepAnswers } from './draft.ts';
import { mergeDrafts } from './merge-drafts.ts';
import { emptyDraft } from './session.fixture.ts';

const at = (second: number) => `2026-11-22T10:00:${String(second).padStart(2, '0')}.000Z`;
const base = (): Draft => applyPage(emptyDraft(), 'danger', { emergencyNow: 'no', firstName: 'Sam' }, at(1));

test('answers given on two devices are all kept', () => {
  const mine = applyPage(base(), 'heart', { mi: 'no' }, at(2));
  const theirs = applyPage(base(), 'vessels', { avm: 'no' }, at(3));
  const { draft, conflicts } = mergeDrafts(mine, theirs);
  expect(draft.answers).toEqual({ emergencyNow: 'no', firstName: 'Sam', mi: 'no', avm: 'no' });
  expect(draft.passed).toEqual(['danger', 'heart', 'vessels']);
  expect(conflicts).toEqual([]);
});

test('of two changes of one answer the later is kept, and the other is listed', () => {
  const mine = keepAnswers(base(), { firstName: 'Samuel' }, at(2));
  const theirs = keepAnswers(base(), { firstName: 'Samantha' }, at(3));
  const { draft, conflicts } = mergeDrafts(mine, theirs, base());
  expect(draft.answers.firstName).toBe('Samantha');
  expect(draft.changedAt.firstName).toBe(at(3));
  expect(conflicts).toEqual([{ key: 'firstName', kept: 'theirs', other: 'Samuel' }]);
  expect(mergeDrafts(theirs, mine, base()).draft.answers.firstName).toBe('Samantha');
});

test('a blanking that came later blanks', () => {
  const mine = keepAnswers(base(), { firstName: 'Samuel' }, at(2));
  const theirs = keepAnswers(base(), { firstName: undefined }, at(3));
  const { draft, conflicts } = mergeDrafts(mine, theirs, base());
  expect('firstName' in draft.answers).toBe(false);
  expect(conflicts).toEqual([{ key: 'firstName', kept: 'theirs', other: 'Samuel' }]);
});

test('at the same instant mine is kept', () => {
  const mine = keepAnswers(base(), { firstName: 'Samuel' }, at(2));
  const theirs = keepAnswers(base(), { firstName: 'Samantha' }, at(2));
  expect(mergeDrafts(mine, theirs).draft.answers.firstName).toBe('Samuel');
});

test('an answer that only one copy changed is that copy’s, even if its clock is slow', () => {
  const theirs = keepAnswers(base(), { firstName: 'Samantha' }, at(0));
  const { draft, conflicts } = mergeDrafts(base(), theirs, base());
  expect(draft.answers.firstName).toBe('Samantha');
  expect(conflicts).toEqual([]);
});

test('merging a copy with itself, or with what it came from, changes nothing', () => {
  const mine = applyPage(base(), 'heart', { mi: 'no' }, at(2));
  expect(mergeDrafts(mine, mine)).toEqual({ draft: mine, conflicts: [] });
  expect(mergeDrafts(mine, base(), base())).toEqual({ draft: mine, conflicts: [] });
});

test('the trails become one, in the order of time, each change once', () => {
  const passed = applyPage(emptyDraft(), 'vessels', { aneurysm: 'yes', avm: 'no' }, at(1));
  const mine = applyPage(passed, 'vessels', { aneurysm: 'no' }, at(4));
  const theirs = applyPage(passed, 'vessels', { avm: 'unsure' }, at(3));
  const { trail } = mergeDrafts(mine, theirs).draft;
  expect(trail.map(({ key }) => key)).toEqual(['avm', 'aneurysm']);
  expect(mergeDrafts(mergeDrafts(mine, theirs).draft, theirs).draft.trail).toEqual(trail);
});

test('support that was passed for one answer is met again for the other', () => {
  const mine = keepAnswers(base(), { emergencyNow: 'yes' }, at(5));
  const theirs = applyPage(
    keepAnswers(base(), { emergencyNow: 'unsure' }, at(2)),
    'dangerSupport',
    {},
    at(3),
  );
  expect(mergeDrafts(mine, theirs).draft.passed).toEqual(['danger']);
  expect(mergeDrafts(base(), theirs, base()).draft.passed).toEqual(['danger', 'dangerSupport']);
});

test('the draft that was begun first lends its ids', () => {
  const later = emptyDraft({ startedAt: at(30), submissionId: '4b3b1c52-3f6c-4c53-9d0e-1f7f6a0f3aff' });
  expect(mergeDrafts(later, emptyDraft()).draft.submissionId).toBe(emptyDraft().submissionId);
});
