import { expect, test } from 'vitest';
import type { Answers } from './catalog.ts';
import { allQuestions } from './catalog.ts';
import { isUnder18, relevant } from './relevant.ts';

const oneLocation = { asOf: '2026-11-22', locationCount: 1 };
const adult: Answers = { emergencyNow: 'no', birthDate: '1984-02-10' };
const counting = (answers: Answers) => relevant(answers, oneLocation).answers;

test('an answer whose question is not asked counts nowhere, and one that is asked counts', () => {
  expect(counting({ ...adult, mi: 'no', miWhen: 'over6m' })).toEqual({ ...adult, mi: 'no' });
  expect(counting({ ...adult, mi: 'yes', miWhen: 'over6m' })).toEqual({
    ...adult,
    mi: 'yes',
    miWhen: 'over6m',
  });
});

test('what is stored is never touched', () => {
  const stored = Object.freeze({ ...adult, mi: 'no', miWhen: 'over6m' } as const);
  expect(relevant(stored, oneLocation).answers).toEqual({ ...adult, mi: 'no' });
  expect(stored.miWhen).toBe('over6m');
});

test('a question under one that is itself not asked is not asked', () => {
  const { shown, answers } = relevant(
    { ...adult, conditions: ['chronicPain'], traumaEver: 'yes', pcptsd5: [1, 1, 1, 1, 1] },
    oneLocation,
  );
  expect(shown.has('traumaEver')).toBe(false);
  expect(shown.has('pcptsd5')).toBe(false);
  expect(answers).toEqual({ ...adult, conditions: ['chronicPain'] });
});

test('a question that was left blank is asked and has no answer', () => {
  const { shown, answers } = relevant(adult, oneLocation);
  expect(shown.has('mi')).toBe(true);
  expect('mi' in answers).toBe(false);
});

test('a main goal that is no longer chosen is a blank', () => {
  const chosen = { ...adult, conditions: ['ptsd', 'gad'] } as const;
  expect(counting({ ...chosen, mainCondition: 'gad' }).mainCondition).toBe('gad');
  expect(counting({ ...chosen, mainCondition: 'ocd' })).toEqual(chosen);
  expect(relevant({ ...chosen, mainCondition: 'ocd' }, oneLocation).shown.has('mainCondition')).toBe(true);
});

test('somebody under 18 is asked two questions, and only those answers count', () => {
  const minor: Answers = { emergencyNow: 'yes', birthDate: '2008-11-23', asq1: 'yes' };
  const { shown, answers } = relevant(minor, oneLocation);
  expect([...shown]).toEqual(['emergencyNow', 'birthDate']);
  expect(answers).toEqual({ emergencyNow: 'yes', birthDate: '2008-11-23' });
});

test.each([
  ['2008-11-23', true],
  ['2008-11-22', false],
  ['2008-11-21', false],
  [undefined, false],
] as const)('born on %s is under 18: %s', (birthDate, expected) => {
  expect(isUnder18(birthDate ? { birthDate } : {}, '2026-11-22')).toBe(expected);
});

test.each([
  [0, false],
  [1, false],
  [2, true],
])('with %i locations the location is asked: %s', (locationCount, expected) => {
  expect(relevant(adult, { ...oneLocation, locationCount }).shown.has('location')).toBe(expected);
});

test('an unknown key is left out', () => {
  expect(counting({ ...adult, ...JSON.parse('{"__proto__": 1, "shoeSize": 44}') })).toEqual(adult);
});

test('every question is asked of somebody', () => {
  const asked = new Set(
    [
      { conditions: ['depression', 'chronicPain'], completedBy: 'other', phq9: [1, 0, 0, 0, 0, 0, 0, 0, 0] },
      {
        traumaEver: 'yes',
        conditions: ['ptsd', 'gad'],
        asq4: 'yes',
        highPeriodEver: 'yes',
        priorKetamine: 'yes',
      },
      { mi: 'yes', htn: 'yes', sbp: 120, liver: 'yes', canBecomePregnant: 'yes', drugUse: 'daily' },
    ].flatMap((answers) => [...relevant(answers as Answers, { ...oneLocation, locationCount: 2 }).shown]),
  );
  expect(allQuestions.map(({ key }) => key).filter((key) => !asked.has(key))).toEqual([]);
});
