import { describe, expect, test } from 'vitest';
import type { Question } from './question.ts';
import { answersSchema, firstProblem, pathText, schemaOf } from './schema.ts';

const context = { asOf: '2026-11-22', locations: ['north'] };

const inOne = { label: 'Label', short: 'Short', options: { a: 'A', b: 'B', c: 'C' }, items: [], scale: [] };
const words = { en: inOne, es: inOne };

const questions: readonly Question[] = [
  { kind: 'choices', key: 'goals', words, options: ['a', 'b', 'c'] },
  {
    kind: 'choice',
    key: 'main',
    words,
    options: ['a', 'b', 'c'],
    among: 'goals',
    shown: { key: 'goals', count: 2 },
  },
  { kind: 'items', key: 'mood', words, count: 3, values: [0, 1, 2] },
  { kind: 'text', key: 'name', words, control: 'line', max: 3 },
  { kind: 'number', key: 'size', words, min: 1, max: 9, whole: true, control: 'plain' },
  { kind: 'trials', key: 'tried', words },
  { kind: 'medications', key: 'taken', words },
  { kind: 'treatment', key: 'had', words },
];
const schema = answersSchema(questions, context);

const problem = (answers: unknown) => {
  const parsed = schema.safeParse(answers);
  return parsed.success ? undefined : firstProblem(parsed.error.issues);
};

test.each([
  ['an unknown key', { other: 1 }, 'other', 'is not a known key'],
  ['a key called __proto__', JSON.parse('{"__proto__":1}'), '__proto__', 'is not a known key'],
  ['null', { size: null }, 'size', 'is of the wrong type or missing'],
  ['too much', { size: 10 }, 'size', 'is too large or too long'],
  ['too little', { size: 0 }, 'size', 'is too small or too short'],
  ['a part of a whole number', { size: 1.5 }, 'size', 'is not a whole number'],
  ['infinity', { size: Number.POSITIVE_INFINITY }, 'size', 'is of the wrong type or missing'],
  ['space alone', { name: '  ' }, 'name', 'is empty'],
  ['a long text', { name: 'abcd' }, 'name', 'is too long'],
  ['half a character', { name: 'a\ud800' }, 'name', 'holds characters that cannot be stored'],
  ['a NUL', { name: 'a\u0000' }, 'name', 'holds characters that cannot be stored'],
  ['an item beyond the scale', { mood: [0, 3, 0] }, 'mood[1]', 'is not one of the allowed values'],
  ['too many items', { mood: [0, 0, 0, 0] }, 'mood', 'is too large or too long'],
  ['a choice outside the list', { goals: ['a', 'd'] }, 'goals[1]', 'is not one of the allowed values'],
  ['a main goal not chosen', { goals: ['a', 'b'], main: 'c' }, 'main', 'is not one of those chosen'],
  ['a row that is no row', { tried: ['x'] }, 'tried[0]', 'is of the wrong type or missing'],
  [
    'a row without what it needs',
    { tried: [{ weeks: 1 }] },
    'tried[0].drug',
    'is of the wrong type or missing',
  ],
  [
    'a day that is none',
    { tried: [{ drug: 'x', startedOn: '2020-02-30' }] },
    'tried[0].startedOn',
    'is not a date',
  ],
  ['a treatment without whether', { had: { sessions: 3 } }, 'had.had', 'is not one of the allowed values'],
])('%s is refused, with where and why', (_what, answers, path, reason) => {
  expect(problem(answers)).toEqual({ path, reason });
});

describe('of the two shapes of a medicine, the one that was meant speaks', () => {
  test.each([
    ['a number', 5, 'taken[1]', 'is not allowed here'],
    ['an empty name', '', 'taken[1]', 'is empty'],
    ['an object without a name', { dose: '5 mg' }, 'taken[1].name', 'is of the wrong type or missing'],
    [
      'an object with a number for a dose',
      { name: 'x', dose: 5 },
      'taken[1].dose',
      'is of the wrong type or missing',
    ],
    ['an object with an unknown key', { name: 'x', mg: 5 }, 'taken[1].mg', 'is not a known key'],
  ])('%s', (_what, medicine, path, reason) => {
    expect(problem({ taken: ['fine', medicine] })).toEqual({ path, reason });
  });
});

test.each([
  ['nothing at all', {}],
  ['three letters of two units each', { name: '𝒶𝒷𝒸' }],
  ['blank items', { mood: [null, 2, null] }],
  ['a main goal that was chosen', { goals: ['a', 'b'], main: 'b' }],
  ['a main goal left behind where it is no longer asked', { goals: ['a'], main: 'b' }],
  ['a row with blanks', { tried: [{ drug: 'x' }] }],
  ['medicines in both shapes', { taken: ['x', { name: 'y', dose: '5 mg' }] }],
])('%s is accepted', (_what, answers) => {
  expect(problem(answers)).toBeUndefined();
});

test('the day is looked at when a birth date is checked', () => {
  const changing = { asOf: '2026-11-22', locations: [] };
  const birth = schemaOf({ kind: 'birthDate', key: 'birth', words }, changing);
  expect(birth.safeParse('2026-11-23').success).toBe(false);
  changing.asOf = '2026-11-23';
  expect(birth.safeParse('2026-11-23').success).toBe(true);
});

test('a path is written as people write it', () => {
  expect(pathText(['tried', 0, 'weeks'])).toBe('tried[0].weeks');
  expect(pathText([])).toBe('');
  expect(firstProblem([])).toEqual({ path: '', reason: 'is not allowed here' });
});
