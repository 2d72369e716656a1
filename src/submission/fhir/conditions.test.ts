import { expect, it } from 'vitest';
import type { Condition } from '../../questions/condition.ts';
import { currentForm, questionsOf } from '../form.ts';
import { monthsBefore } from './body.ts';
import { clausesOf, enabledWhen, isNever } from './conditions.ts';
import type { QuestionnaireItem } from './types.ts';

const questions = new Map(questionsOf(currentForm).map((question) => [question.key, question]));
const none = { questions, locations: [] };

/** `a or b and c`, as deep as the groups go. */
const read = ({
  linkId,
  enableWhen = [],
  enableBehavior,
  extension,
  item = [],
}: QuestionnaireItem): string => {
  const comparisons = enableWhen.map(({ question, operator, answerBoolean, answerCoding, answerInteger }) =>
    operator === 'exists'
      ? `${answerBoolean ? '' : 'no '}${question}`
      : `${question}${operator}${answerCoding?.code ?? answerInteger}`,
  );
  const expression = extension?.map(({ valueExpression }) => valueExpression?.expression) ?? [];
  const own = [...comparisons, ...expression].join(enableBehavior === 'all' ? ' and ' : ' or ');
  return [`${linkId}: ${own}`, ...item.map(read)].join(' | ');
};
const said = (condition: Condition) =>
  read(enabledWhen({ linkId: 'x', type: 'string' }, clausesOf(condition, none)));

const heart: Condition = { key: 'mi', is: ['yes'] };
const htn: Condition = { key: 'htn', is: ['yes', null] };

it.each<[string, Condition, string]>([
  ['one value', heart, 'x: mi=yes'],
  ['a blank', htn, 'x: htn=yes or no htn'],
  ['all of single comparisons', { all: [heart, { key: 'sbp', given: true }] }, 'x: mi=yes and sbp'],
  ['any of several', { any: [heart, htn] }, 'x: mi=yes or htn=yes or no htn'],
  [
    'all of any',
    { all: [htn, { key: 'sex', is: ['male', 'female'] }] },
    'x.if: htn=yes or no htn | x: sex=male or sex=female',
  ],
  [
    'any of all, spread out',
    { any: [{ all: [heart, { key: 'avm', is: ['yes'] }] }, { key: 'lung', is: ['yes'] }] },
    'x.if: mi=yes or lung=yes | x: avm=yes or lung=yes',
  ],
  ['a number above', { key: 'sbp', above: 140 }, 'x: sbp>140'],
  ['an item of a plain scale above', { key: 'peg', above: 6 }, 'x: peg.1>6 or peg.2>6 or peg.3>6'],
  ['one chosen', { key: 'conditions', count: 1 }, 'x: conditions'],
  [
    'two chosen',
    { key: 'conditions', count: 2 },
    "x.if: conditions | x: %resource.item.item.item.where(linkId = 'conditions').answer.count() >= 2",
  ],
])('%s', (_title, condition, expected) => {
  expect(said(condition)).toBe(expected);
});

it('the clinic’s settings are worked out: always, or never', () => {
  const condition: Condition = { setting: 'locations', count: 2 };
  const two = { questions, locations: ['a', 'b'].map((id) => ({ id, name: id })) };
  expect(clausesOf(condition, two)).toEqual([]);
  expect(isNever(clausesOf(condition, none))).toBe(true);
  expect(isNever(clausesOf({ any: [condition, heart] }, none))).toBe(false);
});

it.each<[string, Condition]>([
  ['a question that the form does not ask', { key: 'shoeSize', is: ['yes'] }],
  ['a count within "any"', { any: [{ key: 'conditions', count: 2 }, heart] }],
  ['how many were chosen of what not everybody is asked', { key: 'mainCondition', count: 2 }],
  ['an option that is not there', { key: 'mi', is: ['perhaps'] }],
  ['rows', { key: 'trials', given: true }],
])('what FHIR cannot say is a fault, not a form that opens at random: %s', (_title, condition) => {
  expect(() => clausesOf(condition, none)).toThrow();
});

it.each([
  ['2026-11-22', '2026-05-22'],
  ['2026-08-31', '2026-02-28'],
  ['2024-08-31', '2024-02-29'],
  ['2026-03-01', '2025-09-01'],
  ['2026-06-30', '2025-12-30'],
])('six months before %s is %s', (date, earlier) => {
  expect(monthsBefore(date, 6)).toBe(earlier);
});
