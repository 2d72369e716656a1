import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyAnswers } from '../../tests/any-answers.ts';
import type { Response, Trial } from '../questions/values.ts';
import type { Answers } from '../steps/catalog.ts';
import { answersNeeded } from './answers-needed.ts';
import { evaluate } from './evaluate.ts';
import { asOf, factsAbout } from './facts.fixture.ts';
import { factsOf } from './facts.ts';
import type { Criterion, Pack } from './pack.ts';
import { packOf, packs } from './packs.ts';
import type { StaffFields } from './staff-fields.ts';

const one = (criterion: Criterion): Pack => ({ ...packOf('general'), criteria: [criterion] });

const outcome = (criterion: Criterion, ...about: Parameters<typeof factsAbout>) => {
  const [only] = evaluate(one(criterion), factsAbout(...about));
  if (!only) throw new Error('no result');
  return only;
};
const result = (criterion: Criterion, ...about: Parameters<typeof factsAbout>) =>
  outcome(criterion, ...about).result;

const failed = (drug: string, more: Partial<Trial> = {}): Trial => ({
  drug,
  doseMg: 400,
  weeks: 12,
  currentEpisode: 'yes',
  mostDays: 'yes',
  response: 'none',
  ...more,
});

describe('trials', () => {
  const two: Criterion = { kind: 'trials', count: 2, weeks: 6 };

  test.each([
    ['one', ['sertraline'], 'unmet'],
    ['two', ['sertraline', 'venlafaxine'], 'met'],
    ['three', ['sertraline', 'venlafaxine', 'bupropion'], 'met'],
    ['one twice, by brand and by key', ['sertraline', 'Zoloft'], 'unmet'],
    ['none', [], 'unmet'],
    ['one and a name that is not known', ['sertraline', 'the blue one'], 'unknown'],
  ] as const)('two are asked: %s', (_title, drugs, expected) => {
    expect(result(two, { trials: drugs.map((drug) => failed(drug)) })).toBe(expected);
  });

  test('a list that was never answered is unknown, an empty one says none tried', () => {
    expect(resultWithout(two, 'trials')).toBe('unknown');
    expect(outcome(two, { trials: [] }).because).toBe('None tried.');
  });

  test.each([
    [5.9, 'unmet'],
    [6, 'met'],
    [7, 'met'],
    [undefined, 'unknown'],
  ] as const)('six weeks are asked: %s', (weeks, expected) => {
    expect(result(two, { trials: [failed('sertraline'), failed('venlafaxine', { weeks })] })).toBe(expected);
  });

  test.each([
    [3.9, 'unmet'],
    [4, 'unknown'],
    [5.9, 'unknown'],
    [6, 'met'],
  ])('four to six weeks are asked: %s', (weeks, expected) => {
    const span: Criterion = { kind: 'trials', count: 2, weeks: { from: 4, to: 6 } };
    expect(result(span, { trials: [failed('sertraline'), failed('venlafaxine', { weeks })] })).toBe(expected);
  });

  test.each([
    [1, 'unknown'],
    [6, 'met'],
    [undefined, 'unknown'],
  ] as const)('no length is named: %s weeks', (weeks, expected) => {
    const lengthless: Criterion = { kind: 'trials', count: 1 };
    expect(result(lengthless, { trials: [failed('sertraline', { weeks })] })).toBe(expected);
  });

  test.each([
    [1, 'unmet'],
    [2, 'unknown'],
    [3, 'unknown'],
    [4, 'met'],
  ])('two trials, some payers four: %s', (count, expected) => {
    const drugs = ['sertraline', 'venlafaxine', 'bupropion', 'mirtazapine'].slice(0, count);
    const span: Criterion = { kind: 'trials', count: { from: 2, to: 4 }, weeks: 6 };
    expect(result(span, { trials: drugs.map((drug) => failed(drug)) })).toBe(expected);
  });

  test.each([
    ['of one class', 'sertraline', 'citalopram', 'unmet'],
    ['of two classes', 'sertraline', 'venlafaxine', 'met'],
    ['one of a class that is not known', 'sertraline', 'the blue one', 'unknown'],
    ['one with two known names', 'sertraline', 'bupropion or mirtazapine', 'unknown'],
  ])('different classes are asked, two drugs %s', (_title, first, second, expected) => {
    const classes: Criterion = { kind: 'trials', count: 2, weeks: 6, differentClasses: true };
    expect(result(classes, { trials: [failed(first), failed(second)] })).toBe(expected);
  });

  test.each([
    ['yes', 'met', 'met'],
    ['no', 'unmet', 'met'],
    ['unsure', 'unknown', 'met'],
    [undefined, 'unknown', 'met'],
  ] as const)(
    'in this episode: %s; where the payer asks %s, where it does not %s',
    (currentEpisode, asked, not) => {
      const trials = [failed('sertraline', { currentEpisode })];
      expect(result({ kind: 'trials', count: 1, weeks: 6, currentEpisode: true }, { trials })).toBe(asked);
      expect(result({ kind: 'trials', count: 1, weeks: 6 }, { trials })).toBe(not);
    },
  );

  test.each<[Response | undefined, number, string]>([
    ['none', 25, 'met'],
    ['none', 23, 'unknown'],
    ['none', 24, 'met'],
    ['some', 24, 'unmet'],
    ['some', 25, 'unknown'],
    ['some', 48, 'unknown'],
    ['some', 49, 'met'],
    ['good', 49, 'unmet'],
    ['good', 50, 'unknown'],
    ['remission', 25, 'unmet'],
    ['lostEffect', 25, 'unmet'],
    ['unsure', 25, 'unknown'],
    [undefined, 25, 'unknown'],
  ])('helped %s, at most %s %% is asked: %s', (response, responseAtMost, expected) => {
    const asked: Criterion = { kind: 'trials', count: 1, weeks: 6, responseAtMost };
    expect(result(asked, { trials: [failed('sertraline', { response })] })).toBe(expected);
  });

  test.each<[Response, string]>([
    ['none', 'met'],
    ['some', 'met'],
    ['good', 'unmet'],
    ['remission', 'unmet'],
  ])('helped %s, no percentage is named: %s', (response, expected) => {
    expect(
      result({ kind: 'trials', count: 1, weeks: 6 }, { trials: [failed('sertraline', { response })] }),
    ).toBe(expected);
  });

  test.each<[string, Partial<Trial>]>([
    ['a dose below the table', { doseMg: 49 }],
    ['a dose that is not known', { doseMg: undefined }],
    ['not taken most days', { mostDays: 'no' }],
  ])('%s is unknown, for no row of the packs names it', (_title, more) => {
    expect(result({ kind: 'trials', count: 1, weeks: 6 }, { trials: [failed('sertraline', more)] })).toBe(
      'unknown',
    );
  });

  test('the reason names each drug with its class', () => {
    expect(outcome(two, { trials: [failed('Zoloft'), failed('venlafaxine', { weeks: 5 })] }).because).toBe(
      '1 of 2 antidepressants by self-report: sertraline (SSRI): counts; venlafaxine (SNRI): 5 weeks, fewer than 6.',
    );
  });
});

describe('augmentations', () => {
  const two: Criterion = { kind: 'augmentations', count: 2, weeks: 4 };
  const lithium = { drug: 'lithium', weeks: 4, response: 'none' } as const;

  test.each<[string, Answers['augmentation'], string]>([
    ['never answered', undefined, 'unknown'],
    ['none', [], 'unmet'],
    ['one', [lithium], 'unmet'],
    ['two', [lithium, { drug: 'Abilify aripiprazole', weeks: 5, response: 'some' }], 'met'],
    ['one too short', [lithium, { drug: 'buspirone', weeks: 3.9, response: 'none' }], 'unmet'],
    ['one that helped', [lithium, { drug: 'buspirone', weeks: 9, response: 'good' }], 'unmet'],
    ['one without weeks', [lithium, { drug: 'buspirone', response: 'none' }], 'unknown'],
    ['one without response', [lithium, { drug: 'buspirone', weeks: 9 }], 'unknown'],
    ['one of another kind', [lithium, { drug: 'lamotrigine', weeks: 9, response: 'none' }], 'unknown'],
  ])('two are asked: %s', (_title, augmentation, expected) => {
    expect(result(two, augmentation ? { augmentation } : {})).toBe(expected);
  });

  test.each<[string, Answers, string]>([
    ['two trials and one added', { augmentation: [{ ...lithium, weeks: 8 }] }, 'met'],
    ['two trials, nothing added', { augmentation: [] }, 'unmet'],
    ['two trials, not said whether anything was added', {}, 'unknown'],
    ['one added for 7 weeks', { augmentation: [{ ...lithium, weeks: 7 }] }, 'unmet'],
    ['nothing at all', { trials: [], augmentation: [] }, 'unmet'],
  ])('three agents are asked: %s', (_title, answers, expected) => {
    expect(result({ kind: 'agents', count: 3, weeks: 8 }, answers)).toBe(expected);
  });
});

describe('any of two', () => {
  const any: Criterion = {
    kind: 'anyOf',
    of: [
      { kind: 'age', under: 65 },
      { kind: 'trials', count: 2, weeks: 6 },
    ],
  };
  const young = '1984-02-10';
  const old = '1950-02-28';
  const two = [failed('sertraline'), failed('venlafaxine')];
  const maybeTwo = [failed('sertraline'), failed('the blue one')];

  test.each<[string, Answers, string]>([
    ['both hold', { birthDate: young, trials: two }, 'met'],
    ['the first holds', { birthDate: young, trials: [] }, 'met'],
    ['the second holds', { birthDate: old, trials: two }, 'met'],
    ['neither holds', { birthDate: old, trials: [] }, 'unmet'],
    ['one does not, one is unknown', { birthDate: old, trials: maybeTwo }, 'unknown'],
  ])('%s', (_title, answers, expected) => {
    expect(result(any, answers)).toBe(expected);
  });

  test('the reason tells each', () => {
    expect(outcome(any, { birthDate: old, trials: [] }).because).toBe(
      '(1) unmet: 76 years old. (2) unmet: None tried.',
    );
  });
});

test.each([
  ['1961-11-23', 'met'],
  ['1961-11-22', 'unmet'],
  ['1961-11-21', 'unmet'],
])('under 65 is asked, born %s: %s', (birthDate, expected) => {
  expect(result({ kind: 'age', under: 65 }, { birthDate })).toBe(expected);
});

test('under 65 is asked, birth date blank: unknown', () => {
  expect(resultWithout({ kind: 'age', under: 65 }, 'birthDate')).toBe('unknown');
});

/** Of a person who left a question blank. */
function resultWithout(criterion: Criterion, blank: keyof Answers): string | undefined {
  const { [blank]: _, ...answers } = factsAbout().answers;
  const facts = factsOf(answers, { asOf, requestedOn: asOf, locationCount: 1 }, {});
  return evaluate(one(criterion), facts)[0]?.result;
}

describe('a baseline scale', () => {
  const above15: Criterion = { kind: 'baselineScale', phq9Above: 15, withinWeeks: 4 };

  test.each<[readonly (number | null)[], string, string]>([
    [[2, 2, 2, 2, 2, 2, 2, 0, 0], 'unmet', 'met'],
    [[2, 2, 2, 2, 2, 2, 2, 1, 0], 'unmet', 'met'],
    [[2, 2, 2, 2, 2, 2, 2, 2, 0], 'met', 'met'],
    [[2, 2, 2, 2, 2, 2, 2, null, 0], 'unknown', 'unknown'],
    [[3, 3, 3, 3, 3, 1, null, 0, 0], 'met', 'unknown'],
    [[1, 1, 1, 1, 1, null, null, 0, 0], 'unmet', 'unknown'],
    [[null, null, null, null, null, null, null, null, null], 'unknown', 'unknown'],
  ])('%j: above 15 %s, any scale %s', (phq9, above, any) => {
    expect(result(above15, { phq9 })).toBe(above);
    expect(result({ kind: 'baselineScale' }, { phq9 })).toBe(any);
  });

  test.each([
    ['2026-12-19', 'met'],
    ['2026-12-20', 'met'],
    ['2026-12-21', 'unknown'],
    ['2026-11-21', 'unknown'],
  ])('answered on 22 November, requested on %s: within four weeks %s', (requestedOn, expected) => {
    expect(result(above15, {}, {}, { requestedOn })).toBe(expected);
  });
});

test.each<[Criterion['kind'] & ('highestToleratedDose' | 'pdmpCheck' | 'psychiatrist'), StaffFields, string]>(
  [
    ['psychiatrist', { specialty: 'psychiatry' }, 'met'],
    ['psychiatrist', { specialty: 'other' }, 'unmet'],
    ['psychiatrist', { specialty: 'consultation' }, 'unknown'],
    ['psychiatrist', {}, 'unknown'],
    ['pdmpCheck', { pdmpChecked: 'yes' }, 'met'],
    ['pdmpCheck', { pdmpChecked: 'no' }, 'unmet'],
    ['pdmpCheck', {}, 'unknown'],
    ['highestToleratedDose', { highestToleratedDose: 'yes' }, 'met'],
    ['highestToleratedDose', { highestToleratedDose: 'no' }, 'unmet'],
    ['highestToleratedDose', {}, 'unknown'],
  ],
)('%s, staff said %j: %s', (kind, staff, expected) => {
  expect(result({ kind }, {}, staff)).toBe(expected);
});

describe('an oral antidepressant', () => {
  test.each<[string, Answers, string]>([
    ['takes one', { medications: ['venlafaxine'] }, 'met'],
    ['takes one by its brand', { medications: [{ name: 'Effexor XR 75 mg' }] }, 'met'],
    ['takes none, and the list is complete', { medications: ['lisinopril'] }, 'unmet'],
    ['takes nothing, and the list is complete', { medications: [] }, 'unmet'],
    ['takes none, list not complete', { medications: [], medsComplete: 'unsure' }, 'unknown'],
    ['takes something that is not known', { medications: ['the blue one'] }, 'unknown'],
    ['takes trazodone, maybe for sleep', { medications: ['trazodone'] }, 'unknown'],
    ['has the patch alone', { medications: ['Emsam'] }, 'unmet'],
  ])('%s', (_title, answers, expected) => {
    expect(result({ kind: 'oralAntidepressant' }, answers)).toBe(expected);
  });

  test.each([
    ['2026-11-09', 'unmet'],
    ['2026-11-08', 'met'],
    ['2026-11-07', 'met'],
    [undefined, 'unknown'],
  ])('stable for two weeks is asked, unchanged since %s: %s', (since, expected) => {
    const staff = since === undefined ? {} : { antidepressantStableSince: since };
    expect(result({ kind: 'oralAntidepressant', stableWeeks: 2 }, {}, staff)).toBe(expected);
  });
});

test.each([
  ['yes', 'met'],
  ['no', 'unmet'],
  ['unsure', 'unknown'],
] as const)('talk therapy: %s', (had, expected) => {
  expect(result({ kind: 'psychotherapyTried' }, { psychotherapy: { had } })).toBe(expected);
});

describe('nothing alongside', () => {
  const none: Criterion = { kind: 'noConcurrent', treatments: ['ect', 'tms', 'ketamine'] };
  const never: Answers = { ect: { had: 'no' }, tms: { had: 'no' }, priorKetamine: 'no' };

  test.each<[string, Answers, StaffFields, string]>([
    ['never had any', never, {}, 'met'],
    ['had one once', { ...never, tms: { had: 'yes' } }, {}, 'unknown'],
    ['one not answered', { ect: { had: 'no' } }, {}, 'unknown'],
    ['staff: none now', { tms: { had: 'yes' } }, { concurrent: [] }, 'met'],
    ['staff: one now', never, { concurrent: ['tms'] }, 'unmet'],
    ['staff: another one now', never, { concurrent: ['vns'] }, 'met'],
  ])('%s', (_title, answers, staff, expected) => {
    expect(result(none, answers, staff)).toBe(expected);
  });

  test('DBS is not asked of the patient', () => {
    expect(result({ kind: 'noConcurrent', treatments: ['dbs'] }, never)).toBe('unknown');
  });
});

test.each<[Criterion, Answers, string]>([
  [{ kind: 'substanceUseStatus' }, { sudCurrent: 'yes' }, 'met'],
  [{ kind: 'substanceUseStatus' }, { sudCurrent: 'no' }, 'met'],
  [{ kind: 'substanceUseStatus' }, { sudCurrent: 'unsure' }, 'unknown'],
  [{ kind: 'substanceUseStatus' }, { sudCurrent: 'declined' }, 'unknown'],
  [{ kind: 'suicidalityHistory' }, {}, 'met'],
  [{ kind: 'suicidalityHistory' }, { asq4: 'yes' }, 'met'],
  [{ kind: 'suicidalityHistory' }, { asq4: 'declined' }, 'unknown'],
  [{ kind: 'heightAndWeight' }, { heightIn: 70, weightLb: 188 }, 'met'],
])('what has to be stated is met once it is, never unmet: %j %j', (criterion, answers, expected) => {
  expect(result(criterion, answers)).toBe(expected);
});

test('height without weight is unknown', () => {
  expect(resultWithout({ kind: 'heightAndWeight' }, 'weightLb')).toBe('unknown');
});

test.each<[StaffFields, string]>([
  [{}, 'unknown'],
  [{ attached: [] }, 'unmet'],
  [{ attached: ['unnamed'] }, 'unmet'],
  [{ attached: ['chartNotes'] }, 'met'],
])('chart notes are asked, attached %j: %s', (staff, expected) => {
  expect(result({ kind: 'documents', papers: ['chartNotes'] }, {}, staff)).toBe(expected);
});

test('every result says why, and what settles it', () => {
  for (const pack of packs)
    for (const { asks, because, settledBy } of evaluate(pack, factsAbout()))
      for (const text of [asks, because, settledBy]) expect(text).toMatch(/^.{4,}$/);
});

test('the patient is asked only for what the payer’s conditions read', () => {
  expect(answersNeeded(packOf('cigna'))).toEqual(['trials']);
  expect(answersNeeded(packOf('western-health-older'))).toEqual([
    'trials',
    'augmentation',
    'medications',
    'medsComplete',
  ]);
  expect(answersNeeded(packOf('medical-mutual'))).toEqual([
    'trials',
    'phq9',
    'psychotherapy',
    'ect',
    'tms',
    'vns',
    'priorKetamine',
  ]);
});

test('whatever is answered, and whatever is off the path, nothing is thrown; blank answers meet nothing', () => {
  fc.assert(
    fc.property(anyAnswers, (answers) => {
      for (const pack of packs) {
        const facts = factsOf(answers, { asOf, requestedOn: asOf, locationCount: 2 }, {});
        expect(evaluate(pack, facts)).toHaveLength(pack.criteria.length);
      }
    }),
    { numRuns: 100 },
  );
  for (const pack of packs) {
    const facts = factsOf({}, { asOf, requestedOn: asOf, locationCount: 1 }, {});
    expect(evaluate(pack, facts).map(({ result }) => result)).toEqual(pack.criteria.map(() => 'unknown'));
  }
});
