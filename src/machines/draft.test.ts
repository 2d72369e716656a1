import { describe, expect, test } from 'vitest';
import { applyPage, type Draft, inLanguage, keepAnswers } from './draft.ts';
import { emptyDraft } from './session.fixture.ts';

const at = (second: number) => `2026-11-22T10:00:${String(second).padStart(2, '0')}.000Z`;

test('a person who presses Continue keeps the answers, and the page is behind them', () => {
  const draft = applyPage(emptyDraft(), 'danger', { emergencyNow: 'no' }, at(1));
  expect(draft.answers).toEqual({ emergencyNow: 'no' });
  expect(draft.passed).toEqual(['danger']);
  expect(draft.changedAt).toEqual({ emergencyNow: at(1) });
});

test('a page passed twice stands there once', () => {
  const once = applyPage(emptyDraft(), 'name', {}, at(1));
  expect(applyPage(once, 'name', { firstName: 'Sam' }, at(2)).passed).toEqual(['name']);
});

test('what is typed without Continue is kept, and no page is passed', () => {
  const draft = keepAnswers(emptyDraft(), { firstName: 'Sam' }, at(1));
  expect(draft.answers).toEqual({ firstName: 'Sam' });
  expect(draft.passed).toEqual([]);
});

test('a blanked answer is gone, and when it was blanked is known', () => {
  const given = keepAnswers(emptyDraft(), { firstName: 'Sam' }, at(1));
  const blanked = keepAnswers(given, { firstName: undefined }, at(2));
  expect('firstName' in blanked.answers).toBe(false);
  expect(blanked.changedAt.firstName).toBe(at(2));
});

test('nothing changed is the same draft', () => {
  const draft = keepAnswers(emptyDraft(), { phq9: [1, 0, 0, null, null, null, null, null, null] }, at(1));
  expect(keepAnswers(draft, { phq9: [1, 0, 0, null, null, null, null, null, null] }, at(2))).toBe(draft);
});

test('the other language changes nothing else', () => {
  const draft = keepAnswers(emptyDraft(), { firstName: 'Sam' }, at(1));
  expect(inLanguage(draft, 'es')).toEqual({ ...draft, language: 'es' });
  expect(inLanguage(draft, 'en')).toBe(draft);
});

describe('what came up once', () => {
  const inDanger = () =>
    applyPage(
      applyPage(emptyDraft(), 'danger', { emergencyNow: 'unsure' }, at(1)),
      'dangerSupport',
      {},
      at(2),
    );

  test('stays behind the person while the answer stays', () => {
    expect(applyPage(inDanger(), 'danger', { emergencyNow: 'unsure' }, at(3)).passed).toContain(
      'dangerSupport',
    );
  });

  test('comes up again for another answer', () => {
    expect(applyPage(inDanger(), 'danger', { emergencyNow: 'yes' }, at(3)).passed).toEqual(['danger']);
  });

  test('support after item 9 does not come again for another item', () => {
    const phq9 = [0, 0, 0, 0, 0, 0, 0, 0, 1];
    const draft = applyPage(
      applyPage(emptyDraft(), 'phq9Thoughts', { phq9 }, at(1)),
      'thoughtsSupport',
      {},
      at(2),
    );
    const milder = keepAnswers(draft, { phq9: [1, 0, 0, 0, 0, 0, 0, 0, 1] }, at(3));
    expect(milder.passed).toContain('thoughtsSupport');
    const other = keepAnswers(draft, { phq9: [0, 0, 0, 0, 0, 0, 0, 0, 2] }, at(3));
    expect(other.passed).not.toContain('thoughtsSupport');
  });

  test('a signature does not outlive a change of any answer', () => {
    const consents = { version: '1', at: at(1), language: 'en', name: 'Sam' } as const;
    const draft = applyPage(emptyDraft(), 'sign', { consents }, at(1));
    expect(applyPage(draft, 'name', {}, at(2)).passed).toContain('sign');
    expect(keepAnswers(draft, { pronouns: 'they' }, at(2)).passed).not.toContain('sign');
  });
});

describe('the trail of answers about risk', () => {
  const passedVessels = (): Draft => applyPage(emptyDraft(), 'vessels', { aneurysm: 'yes' }, at(1));

  test('holds nothing while a page is filled in for the first time', () => {
    const first = keepAnswers(emptyDraft(), { aneurysm: 'yes' }, at(1));
    expect(applyPage(keepAnswers(first, { aneurysm: 'no' }, at(2)), 'vessels', {}, at(3)).trail).toEqual([]);
  });

  test('holds what the answer was before it was changed after Continue', () => {
    const changed = applyPage(passedVessels(), 'vessels', { aneurysm: 'no' }, at(5));
    expect(changed.trail).toEqual([{ key: 'aneurysm', at: at(5), from: 'yes' }]);
  });

  test('holds null for an answer that had been left blank', () => {
    const changed = applyPage(passedVessels(), 'vessels', { avm: 'yes' }, at(5));
    expect(changed.trail).toEqual([{ key: 'avm', at: at(5), from: null }]);
  });

  test('holds one entry for one visit to the page, however often the answer changes there', () => {
    const unsure = keepAnswers(passedVessels(), { aneurysm: 'unsure' }, at(5));
    const no = applyPage(keepAnswers(unsure, { aneurysm: 'no' }, at(6)), 'vessels', {}, at(7));
    expect(no.trail).toEqual([{ key: 'aneurysm', at: at(5), from: 'yes' }]);
    const again = applyPage(no, 'vessels', { aneurysm: 'yes' }, at(9));
    expect(again.trail.at(-1)).toEqual({ key: 'aneurysm', at: at(9), from: 'no' });
    expect(again.trail).toHaveLength(2);
  });

  test('holds nothing of a change that was taken back on the spot', () => {
    const unsure = keepAnswers(passedVessels(), { aneurysm: 'unsure' }, at(5));
    expect(keepAnswers(unsure, { aneurysm: 'yes' }, at(6)).trail).toEqual([]);
  });

  test('does not take the next page of an instrument for a change', () => {
    const mood = applyPage(
      emptyDraft(),
      'phq9Mood',
      { phq9: [1, 1, 1, null, null, null, null, null, null] },
      at(1),
    );
    const body = applyPage(mood, 'phq9Body', { phq9: [1, 1, 1, 2, 2, 2, null, null, null] }, at(2));
    expect(body.trail).toEqual([]);
    const changed = applyPage(body, 'phq9Mood', { phq9: [3, 1, 1, 2, 2, 2, null, null, null] }, at(3));
    expect(changed.trail.map(({ key }) => key)).toEqual(['phq9']);
  });

  test('leaves out answers that are not about risk', () => {
    const named = applyPage(emptyDraft(), 'name', { firstName: 'Sam' }, at(1));
    expect(applyPage(named, 'name', { firstName: 'Sim' }, at(2)).trail).toEqual([]);
  });
});
