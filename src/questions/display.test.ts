import { describe, expect, it } from 'vitest';
import { allQuestions, type Key } from '../steps/catalog.ts';
import { answerLines, answerText, dateText, drugText, type Reading, stateOf } from './display.ts';
import type { Question } from './question.ts';

const question = (key: Key): Question => {
  const found = allQuestions.find((one) => one.key === key);
  if (!found) throw new Error(`no question ${key}`);
  return found;
};

const en: Reading = { locale: 'en', locations: [{ id: 'franklin', name: 'Franklin' }] };
const es: Reading = { ...en, locale: 'es' };
const metric: Reading = { ...en, bodyUnits: 'metric' };

describe('the text of an answer', () => {
  it.each<[Key, unknown, Reading, string]>([
    ['aneurysm', 'yes', en, 'Yes'],
    ['aneurysm', 'unsure', en, 'I’m not sure'],
    ['aneurysm', 'no', es, 'No'],
    ['dxBipolar', 'declined', en, 'Prefer not to say'],
    ['dxBipolar', 'declined', es, 'Prefiero no decirlo'],
    ['aneurysm', undefined, en, 'Not answered'],
    ['aneurysm', undefined, es, 'Sin contestar'],
    ['conditions', [], en, 'None'],
    ['location', 'franklin', en, 'Franklin'],
    ['location', 'closed-down', en, 'closed-down'],
    ['sbp', 158, en, '158 mmHg'],
    ['heightIn', 70, en, '5 ft 10 in'],
    ['heightIn', 70.5, en, '5 ft 10.5 in'],
    ['heightIn', 71.96, en, '6 ft 0 in'],
    ['heightIn', 72, en, '6 ft 0 in'],
    ['heightIn', 70.1, metric, '178.1 cm'],
    ['weightLb', 188, en, '188 lb'],
    ['heightIn', 70, es, '5 pies 10 pulgadas'],
    ['weightLb', 188, es, '188 libras'],
    ['weightLb', 188, metric, '85.3 kg'],
    ['birthDate', '1984-02-10', en, 'February 10, 1984'],
    ['birthDate', '1984-02-10', es, '10 de febrero de 1984'],
    ['medications', [], en, 'None'],
    ['trials', [], es, 'Ninguno'],
    ['psychotherapy', { had: 'unsure' }, en, 'I’m not sure'],
    [
      'tms',
      { had: 'yes', when: '2019-03', sessions: 1, response: 'some' },
      en,
      'Yes, March 2019, 1 session, helped: some (25–49 %)',
    ],
  ])('%s: %j', (key, value, reading, text) => {
    expect(answerText(question(key), value, reading)).toBe(text);
  });

  it('of antidepressants tried is a line each, with what is blank left out', () => {
    const trials = [
      {
        drug: 'sertraline',
        doseMg: 150,
        weeks: 10,
        currentEpisode: 'yes',
        mostDays: 'yes',
        response: 'none',
      },
      { drug: 'Effexor', weeks: 1 },
    ];
    expect(answerText(question('trials'), trials, en).split('\n')).toEqual([
      'sertraline, 150 mg a day, 10 weeks, in this spell, taken most days, helped: not at all or a little (0–24 %)',
      'Effexor, 1 week',
    ]);
  });

  it('of medicines is a line each', () => {
    const medications = [
      'sodium-oxybate',
      { name: 'Xanax', dose: '0.5 mg', key: 'alprazolam' },
      'my blue pill',
    ];
    expect(answerText(question('medications'), medications, en).split('\n')).toEqual([
      'sodium oxybate',
      'Xanax, 0.5 mg',
      'my blue pill',
    ]);
  });
});

describe('the lines of an instrument', () => {
  it('keep a blank item apart from an answered one', () => {
    const lines = answerLines(question('phq9'), [3, 0, null, 0, 0, 0, 0, 0, 1], en);
    expect(lines).toHaveLength(9);
    expect(lines[0]).toMatchObject({ key: 'phq9[0]', text: 'Nearly every day', state: 'answered' });
    expect(lines[2]).toMatchObject({ text: 'Not answered', state: 'blank' });
    expect(lines[8]).toMatchObject({ text: 'Several days' });
  });

  it('are all blank when nothing is stored', () => {
    expect(answerLines(question('gad7'), undefined, en).map(({ state }) => state)).toEqual(
      Array(7).fill('blank'),
    );
  });

  it('use the answers of each AUDIT-C item, and end at "Never"', () => {
    expect(answerLines(question('auditc'), [1, 0, 4], en).map(({ text }) => text)).toEqual([
      'Monthly or less',
      '1 or 2',
      'Daily or almost daily',
    ]);
    expect(answerLines(question('auditc'), [0, null, null], en).map(({ text }) => text)).toEqual(['Never']);
  });

  it('name both ends of a PEG scale', () => {
    expect(answerLines(question('peg'), [8, 0, 10], en)[0]?.text).toBe(
      '8 of 10 (No pain – Pain as bad as you can imagine)',
    );
  });

  it('say yes and no in the PC-PTSD-5', () => {
    expect(answerLines(question('pcptsd5'), [1, 0, null, 1, 1], en).map(({ text }) => text)).toEqual([
      'Yes',
      'No',
      'Not answered',
      'Yes',
      'Yes',
    ]);
  });
});

it.each([
  ['yes', 'answered'],
  ['no', 'answered'],
  ['unsure', 'unsure'],
  ['declined', 'declined'],
  [undefined, 'blank'],
  [null, 'blank'],
  [{ had: 'unsure' }, 'unsure'],
  [{ had: 'no' }, 'answered'],
  [0, 'answered'],
  [[], 'answered'],
])('%j is %s', (value, state) => {
  expect(stateOf(value)).toBe(state);
});

it.each([
  ['2019', '2019'],
  ['2019-03', 'March 2019'],
  ['2019-13', '2019-13'],
  ['2019-03-31', 'March 31, 2019'],
])('the date %s reads %s', (date, text) => {
  expect(dateText(date, 'en')).toBe(text);
});

it('a typed name stays as typed, a key loses its hyphens', () => {
  expect(drugText('methylene-blue')).toBe('methylene blue');
  expect(drugText('Paxil-CR')).toBe('Paxil-CR');
});
