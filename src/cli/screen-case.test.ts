import { expect, test } from 'vitest';
import { demoSettings } from '../settings/demo.ts';
import { caseScreener } from './screen-case.ts';

const screenCase = caseScreener(demoSettings);
const asOf = '2026-11-22';
const screened = (value: unknown) => screenCase({ ok: true, value });
const pathOf = (answers: unknown) => {
  const result = screened({ id: 'x', asOf, answers });
  return 'error' in result ? result.path : undefined;
};

test('a case is answered with its id and what screening says, nothing else', () => {
  const result = screened({ id: 'x', asOf, answers: {}, story: 'left out', expect: 1 });
  expect(Object.keys(result)).toEqual(['id', 'rulesVersion', 'flags', 'scores', 'urgent', 'disposition']);
});

test.each([[5], [null], ['text'], [[]], [true]])('%j is not a case', (value) => {
  expect(screened(value)).toEqual({ id: null, error: 'is not a JSON object', path: '' });
});

test('what is not JSON has no id and no path', () => {
  expect(screenCase({ ok: false, error: 'notJson' })).toEqual({ id: null, error: 'is not JSON', path: '' });
});

test.each([[undefined], [null], ['2026-02-29'], ['2026-13-01'], ['22/11/2026'], [20261122], ['']])(
  'a day of %j is refused',
  (day) => {
    expect(screened({ id: 7, asOf: day, answers: {} })).toMatchObject({ id: 7, path: 'asOf' });
  },
);

test.each([[undefined], [null], [[]], ['yes'], [5]])('answers of %j are refused', (answers) => {
  expect(screened({ id: 7, asOf, answers })).toMatchObject({ id: 7, path: 'answers' });
});

test.each([[0], [''], [null], [false], [{ a: 1 }], [['a']], ['V01']])('an id of %j comes back', (id) => {
  expect(screened({ id, asOf, answers: {} }).id).toEqual(id);
  expect(screened({ id, asOf: 'x', answers: {} }).id).toEqual(id);
});

test('a case without an id has none', () => {
  expect(screened({ asOf, answers: {} }).id).toBeNull();
});

test.each([
  ['a key that nobody asks', { shoeSize: 44 }, 'shoeSize'],
  ['a key of an instrument that is not installed', { cssrs1: 'yes' }, 'cssrs1'],
  ['a key called __proto__', JSON.parse('{"__proto__": {"sbp": 1}}'), '__proto__'],
  ['a key called constructor', { constructor: 1 }, 'constructor'],
  ['an answer outside the list', { mi: 'maybe' }, 'mi'],
  ['a refusal where none is offered', { aneurysm: 'declined' }, 'aneurysm'],
  ['null for a question', { mi: null }, 'mi'],
  ['null for an instrument', { phq9: null }, 'phq9'],
  ['null in a list of goals', { conditions: ['depression', null] }, 'conditions[1]'],
  ['an item too high', { phq9: [0, 0, 0, 4, 0, 0, 0, 0, 0] }, 'phq9[3]'],
  ['half an item', { auditc: [0.5, 0, 0] }, 'auditc[0]'],
  ['an instrument of the wrong length', { gad7: [1, 1] }, 'gad7'],
  ['a pressure below the range', { sbp: 39 }, 'sbp'],
  ['a pressure above the range', { sbp: 301 }, 'sbp'],
  ['half a pressure', { dbp: 80.5 }, 'dbp'],
  ['a pressure as text', { dbp: '80' }, 'dbp'],
  ['a height below the range', { heightIn: 35.9 }, 'heightIn'],
  ['a weight above the range', { weightLb: 900.1 }, 'weightLb'],
  ['a birth date tomorrow', { birthDate: '2026-11-23' }, 'birthDate'],
  ['a birth date that does not exist', { birthDate: '2001-02-29' }, 'birthDate'],
  ['somebody of 121', { birthDate: '1905-11-22' }, 'birthDate'],
  ['a trial without a drug', { trials: [{ weeks: 6 }] }, 'trials[0].drug'],
  [
    'weeks above the range',
    { trials: [{ drug: 'sertraline' }, { drug: 'x', weeks: 2001 }] },
    'trials[1].weeks',
  ],
  ['weeks below the range', { trials: [{ drug: 'sertraline', weeks: -1 }] }, 'trials[0].weeks'],
  ['null for weeks', { trials: [{ drug: 'sertraline', weeks: null }] }, 'trials[0].weeks'],
  ['a dose of nothing', { trials: [{ drug: 'sertraline', doseMg: 0 }] }, 'trials[0].doseMg'],
  ['an unknown key in a trial', { trials: [{ drug: 'sertraline', mood: 'good' }] }, 'trials[0].mood'],
  ['a medicine without a name', { medications: ['x', { dose: '5 mg' }] }, 'medications[1].name'],
  ['a medicine that is a number', { medications: [5] }, 'medications[0]'],
  ['an unknown key in a medicine', { medications: [{ name: 'x', colour: 'blue' }] }, 'medications[0].colour'],
  ['a location of nowhere', { location: 'north' }, 'location'],
  ['a partial date that does not exist', { ect: { had: 'yes', when: '2020-13' } }, 'ect.when'],
  ['a name that is too long', { firstName: 'a'.repeat(101) }, 'firstName'],
  ['half a character', { firstName: '\ud83d' }, 'firstName'],
  ['a NUL', { lastName: 'a\u0000b' }, 'lastName'],
  ['a main goal that was not chosen', { conditions: ['ptsd', 'gad'], mainCondition: 'ocd' }, 'mainCondition'],
  ['a main goal outside the list', { mainCondition: 'sleep' }, 'mainCondition'],
  ['a wrong answer off the path', { mi: 'no', miWhen: 'yesterday' }, 'miWhen'],
])('%s is refused with its path', (_what, answers, path) => {
  expect(pathOf(answers)).toBe(`answers.${path}`);
});

test.each([
  ['the ends of the ranges', { sbp: 40, dbp: 200, heightIn: 36, weightLb: 900 }],
  ['fractions of inches and pounds', { heightIn: 65.4, weightLb: 150.3 }],
  ['somebody of 120', { birthDate: '1906-11-22' }],
  ['somebody born today', { birthDate: asOf }],
  ['a hundred letters, each of two units', { firstName: '𝒶'.repeat(100) }],
  ['blank items', { phq9: [0, null, 1, 2, 3, null, 0, 0, 0] }],
  ['no trials and no medicines', { trials: [], medications: [] }],
  [
    'weeks at both ends',
    {
      trials: [
        { drug: 'a', weeks: 0 },
        { drug: 'b', weeks: 2000 },
      ],
    },
  ],
  ['a main goal of one chosen', { conditions: ['ptsd', 'gad'], mainCondition: 'gad' }],
  ['a main goal left behind off the path', { conditions: ['ptsd'], mainCondition: 'gad' }],
  ['a valid answer off the path', { mi: 'no', miWhen: 'over6m' }],
])('%s are accepted', (_what, answers) => {
  expect(pathOf(answers)).toBeUndefined();
});

test('an error never holds the value', () => {
  const result = screened({ id: 1, asOf, answers: { firstName: 'Secret\u0000', sbp: 31337 } });
  expect(JSON.stringify(result)).not.toMatch(/Secret|31337/);
});
