import { describe, expect, test } from 'vitest';
import type { Trial } from '../questions/values.ts';
import { antidepressantKeys, antidepressants } from './medicines/antidepressants.ts';
import { describeTrials, readTrial, reasonsOf, trialCount } from './trials.ts';

const sixWeeks = { trialWeeks: 6 } as const;

const failed = (change: Partial<Trial> = {}): Trial => ({
  drug: 'sertraline',
  doseMg: 100,
  weeks: 10,
  currentEpisode: 'yes',
  mostDays: 'yes',
  response: 'none',
  ...change,
});

const without = (...keys: readonly (keyof Trial)[]): Trial => {
  const trial: Record<string, unknown> = { ...failed() };
  for (const key of keys) delete trial[key];
  return { drug: 'sertraline', ...trial };
};

const minimums = antidepressantKeys.flatMap((drug) => {
  const { minimum } = antidepressants[drug];
  return typeof minimum === 'number' ? [[drug, minimum] as const] : [];
});

test('the table has a minimum for every antidepressant but three', () => {
  expect(antidepressantKeys.length - minimums.length).toBe(3);
});

describe.each(minimums)('%s from %d mg', (drug, minimum) => {
  test.each([
    ['just below', minimum - 0.1, 'absent', [`dose below ${minimum} mg`]],
    ['at', minimum, 'present', []],
    ['just above', minimum + 0.1, 'present', []],
  ] as const)('%s the minimum', (_where, doseMg, result, reasons) => {
    const reading = readTrial(failed({ drug, doseMg }), sixWeeks);
    expect(reading.failed).toBe(result);
    expect(reasonsOf(reading)).toEqual(reasons);
  });

  test('without a dose it cannot be told', () => {
    const reading = readTrial({ ...without('doseMg'), drug }, sixWeeks);
    expect([reading.failed, reasonsOf(reading)]).toEqual(['unknown', ['dose not given']]);
  });
});

test.each([
  ['dextromethorphan-bupropion', 210, 'unknown', 'minimum dose not confirmed'],
  ['Auvelity', 210, 'unknown', 'minimum dose not confirmed'],
  ['gepirone', 72.6, 'unknown', 'minimum dose not confirmed'],
  ['zuranolone', 50, 'absent', 'does not count at any dose'],
  ['zuranolone', undefined, 'absent', 'does not count at any dose'],
  ['lithium', 900, 'unknown', 'not in the dose table'],
  ['a blue pill', 50, 'unknown', 'not in the dose table'],
  ['sertraline and venlafaxine', 225, 'unknown', 'not in the dose table'],
  ['phenylephrine', 10, 'unknown', 'not in the dose table'],
  ['moclobemide', 600, 'unknown', 'moclobemide is not sold in the US; minimum elsewhere 300 mg'],
])('%s at %s mg is %s: %s', (drug, doseMg, result, reason) => {
  const reading = readTrial({ ...without('doseMg'), drug, ...(doseMg && { doseMg }) }, sixWeeks);
  expect([reading.dose.result, reading.dose.reason]).toEqual([result, reason]);
});

test.each([
  [4, 3.9, 'absent'],
  [4, 4, 'present'],
  [6, 0, 'absent'],
  [6, 5.9, 'absent'],
  [6, 6, 'present'],
  [6, 6.1, 'present'],
  [8, 7, 'absent'],
  [8, 8, 'present'],
  [8, 2000, 'present'],
] as const)('where %i weeks are needed, %d weeks are %s', (trialWeeks, weeks, result) => {
  const reading = readTrial(failed({ weeks }), { trialWeeks });
  expect(reading.failed).toBe(result);
  expect(reasonsOf(reading)).toEqual(result === 'present' ? [] : [`fewer than ${trialWeeks} weeks`]);
});

test.each([
  [failed({ currentEpisode: 'no' }), 'absent', 'not in this episode'],
  [failed({ currentEpisode: 'unsure' }), 'unknown', 'not sure whether in this episode'],
  [without('currentEpisode'), 'unknown', 'in this episode: not given'],
  [failed({ mostDays: 'no' }), 'absent', 'not taken most days'],
  [failed({ mostDays: 'unsure' }), 'unknown', 'not sure whether taken most days'],
  [without('mostDays'), 'unknown', 'taken most days: not given'],
  [without('weeks'), 'unknown', 'weeks not given'],
  [failed({ response: 'good' }), 'absent', 'it helped'],
  [failed({ response: 'remission' }), 'absent', 'it helped'],
  [failed({ response: 'lostEffect' }), 'absent', 'it helped, then wore off'],
  [failed({ response: 'unsure' }), 'unknown', 'not sure how much it helped'],
  [without('response'), 'unknown', 'how much it helped: not given'],
] as const)('one test of %j is %s: %s', (trial, result, reason) => {
  const reading = readTrial(trial, sixWeeks);
  expect([reading.failed, reasonsOf(reading)]).toEqual([result, [reason]]);
});

test.each(['none', 'some'] as const)('an adequate trial that helped %s has failed', (response) => {
  expect(readTrial(failed({ response }), sixWeeks).failed).toBe('present');
});

test('one test not passed outweighs what is not known', () => {
  expect(readTrial({ ...without('doseMg', 'response'), weeks: 2 }, sixWeeks).failed).toBe('absent');
});

const count = (trials: readonly Trial[] | undefined) => {
  const { answered, adequate, possible, resistance } = trialCount(trials, sixWeeks);
  return { answered, adequate, possible, resistance };
};

test.each([
  ['never answered', undefined, { answered: false, adequate: 0, possible: 0, resistance: 'unknown' }],
  ['none tried', [], { answered: true, adequate: 0, possible: 0, resistance: 'notMet' }],
  [
    'a brand and its generic',
    [failed({ drug: 'Zoloft' }), failed()],
    { answered: true, adequate: 1, possible: 1, resistance: 'notMet' },
  ],
  [
    'two forms of paroxetine',
    [failed({ drug: 'Paxil CR' }), failed({ drug: 'paroxetine' })],
    { answered: true, adequate: 1, possible: 1, resistance: 'notMet' },
  ],
  [
    'selegiline and its patch',
    [failed({ drug: 'Emsam' }), failed({ drug: 'selegiline' })],
    { answered: true, adequate: 1, possible: 1, resistance: 'notMet' },
  ],
  [
    'citalopram and escitalopram',
    [failed({ drug: 'citalopram' }), failed({ drug: 'escitalopram' })],
    { answered: true, adequate: 2, possible: 2, resistance: 'met' },
  ],
  [
    'venlafaxine and desvenlafaxine',
    [failed({ drug: 'venlafaxine', doseMg: 150 }), failed({ drug: 'desvenlafaxine' })],
    { answered: true, adequate: 2, possible: 2, resistance: 'met' },
  ],
  [
    'bupropion, and its combination beside it',
    [failed({ drug: 'bupropion', doseMg: 300 }), failed({ drug: 'Auvelity' })],
    { answered: true, adequate: 1, possible: 2, resistance: 'unknown' },
  ],
  [
    'a drug once too short and once long enough',
    [failed({ weeks: 2 }), failed({ weeks: 8 })],
    { answered: true, adequate: 1, possible: 1, resistance: 'notMet' },
  ],
  [
    'an unknown drug in two spellings',
    [failed({ drug: 'Blue  pill' }), failed({ drug: 'blue pill.' })],
    { answered: true, adequate: 0, possible: 1, resistance: 'notMet' },
  ],
  [
    'two unknown drugs',
    [failed({ drug: 'blue pill' }), failed({ drug: 'white pill' })],
    { answered: true, adequate: 0, possible: 2, resistance: 'unknown' },
  ],
] as const)('%s', (_what, trials, expected) => {
  expect(count(trials)).toEqual(expected);
});

test('the worked example of the ATRQ authors counts one trial of four', () => {
  const trials = [
    failed({ drug: 'sertraline', doseMg: 100, weeks: 13 }),
    failed({ drug: 'citalopram', doseMg: 20, weeks: 4 }),
    failed({ drug: 'venlafaxine', doseMg: 75, weeks: 7 }),
    failed({ drug: 'duloxetine', doseMg: 90, weeks: 104, response: 'lostEffect' }),
  ];
  expect(describeTrials(trialCount(trials, sixWeeks))).toBe(
    [
      'sertraline 100 mg, 13 weeks: counts',
      'citalopram 20 mg, 4 weeks: fewer than 6 weeks',
      'venlafaxine 75 mg, 7 weeks: dose below 150 mg',
      'duloxetine 90 mg, 104 weeks: it helped, then wore off',
    ].join('; '),
  );
});

test('a list that was not answered and one with none tried read differently', () => {
  expect(describeTrials(trialCount(undefined, sixWeeks))).toBe('list of antidepressants not answered');
  expect(describeTrials(trialCount([], sixWeeks))).toBe('none tried');
});

test('the patch carries its note', () => {
  expect(readTrial(failed({ drug: 'Emsam', doseMg: 6 }), sixWeeks).note).toContain('not oral');
});
