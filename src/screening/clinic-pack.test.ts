import { describe, expect, it, test } from 'vitest';
import type { ClinicCondition, ClinicRules } from '../settings/clinic-rules.ts';
import { parseSettings } from '../settings/settings.ts';
import { clinicsOwn } from './clinic-pack.ts';
import { clinicPackOf, wrongIn } from './clinic-pack-of.ts';
import { explain } from './explain.ts';
import { intakeOf } from './intake-of.ts';
import { type Change, circumstances, plainPersonBut } from './plain-person.fixture.ts';
import { rules } from './rules.ts';
import { screen } from './screen.ts';

const rulesWith = (more: Partial<ClinicRules>): ClinicRules => ({
  version: '3',
  approvedBy: 'Dr. Ana Reyes, medical director',
  approvedOn: '2026-11-20',
  raise: [],
  add: [],
  ...more,
});

const added = (when: ClinicCondition, more: Partial<ClinicRules['add'][number]> = {}) => ({
  id: 'CLINIC-OWN',
  severity: 'review' as const,
  finds: 'What the clinic looks for.',
  clinician: 'What the clinic says.',
  source: 'Local protocol, page 4',
  unknown: 'flag' as const,
  when,
  ...more,
});

const screened = (change: Change, clinicRules: ClinicRules) =>
  screen(plainPersonBut(change), {
    ...circumstances,
    settings: { ...circumstances.settings, clinicRules },
  });

const resultOf = (when: ClinicCondition, change: Change) =>
  screened(change, rulesWith({ add: [added(when)] })).findings.find(({ id }) => id === 'CLINIC-OWN')?.result;

describe('a condition over answers finds something present, absent or unknown', () => {
  test.each<[string, ClinicCondition, Change, string | undefined]>([
    ['a listed answer', { key: 'seizure', is: ['yes'] }, { seizure: 'yes' }, 'present'],
    ['another answer', { key: 'seizure', is: ['yes'] }, { seizure: 'no' }, 'absent'],
    ['not sure', { key: 'seizure', is: ['yes'] }, { seizure: 'unsure' }, 'unknown'],
    ['a blank', { key: 'seizure', is: ['yes'] }, { seizure: undefined }, 'unknown'],
    ['a blank that is listed', { key: 'seizure', is: ['yes', null] }, { seizure: undefined }, 'present'],
    ['refused', { key: 'dxBipolar', is: ['yes'] }, { dxBipolar: 'declined' }, 'unknown'],
    ['a parent that is no', { key: 'miWhen', is: ['over6m'] }, { mi: 'no' }, 'absent'],
    ['a parent that is not sure', { key: 'miWhen', is: ['over6m'] }, { mi: 'unsure' }, 'unknown'],
    ['a parent that is yes', { key: 'miWhen', is: ['over6m'] }, { mi: 'yes', miWhen: 'over6m' }, 'present'],
    ['a number at the cut', { key: 'sbp', above: 150 }, { sbp: 150 }, 'absent'],
    ['a number above it', { key: 'sbp', above: 150 }, { sbp: 151 }, 'present'],
    ['a number left blank', { key: 'sbp', above: 150 }, { sbp: undefined }, 'unknown'],
    ['an item of a scale', { key: 'gad7', above: 2 }, { gad7: [3, 0, 0, 0, 0, 0, null] }, 'present'],
    ['items too low', { key: 'gad7', above: 2 }, { gad7: [2, 0, 0, 0, 0, 0, 0] }, 'absent'],
    ['items too low, one blank', { key: 'gad7', above: 2 }, { gad7: [2, 0, 0, 0, 0, 0, null] }, 'unknown'],
    ['a goal', { key: 'conditions', is: ['ocd'] }, { conditions: ['ocd'] }, 'present'],
    ['no goal', { key: 'conditions', is: ['ocd'] }, { conditions: undefined }, 'absent'],
    ['a medicine by its brand', { key: 'medications', is: ['bupropion-xl'] }, {}, 'absent'],
    ['a medicine', { key: 'medications', is: ['lithium'] }, { medications: ['Lithium'] }, 'present'],
    ['so many trials', { key: 'trials', count: 2 }, {}, 'present'],
    ['trials never answered', { key: 'trials', count: 2 }, { trials: undefined }, 'unknown'],
    ['given', { key: 'insurer', given: true }, { insurer: 'Example Health' }, 'present'],
    ['not given', { key: 'insurer', given: true }, { insurer: undefined }, 'absent'],
    [
      'all, one unknown',
      {
        all: [
          { key: 'seizure', is: ['yes'] },
          { key: 'lung', is: ['yes'] },
        ],
      },
      { seizure: 'yes', lung: 'unsure' },
      'unknown',
    ],
    [
      'any, one present',
      {
        any: [
          { key: 'seizure', is: ['yes'] },
          { key: 'lung', is: ['yes'] },
        ],
      },
      { seizure: 'yes', lung: 'unsure' },
      'present',
    ],
  ])('%s', (_title, when, change, result) => {
    expect(resultOf(when, change)).toBe(result);
  });
});

describe('a clinic’s own rules', () => {
  const own = rulesWith({
    raise: [{ rule: 'RS-APNEA-TREATED', to: 'review', why: 'Our recovery room has no capnography.' }],
    add: [added({ key: 'seizure', is: ['yes'] })],
  });

  it('raise a rule for IV ketamine alone', () => {
    const { flags, disposition } = screened({ apnea: 'treated' }, own);
    const before = screen(plainPersonBut({ apnea: 'treated' }), circumstances);
    const flag = flags.find(({ id }) => id === 'RS-APNEA-TREATED');
    const flagBefore = before.flags.find(({ id }) => id === 'RS-APNEA-TREATED');
    expect(flag).toMatchObject({ ivKetamine: 'review', spravato: flagBefore?.spravato });
    expect(disposition).toEqual({ spravato: before.disposition.spravato, ivKetamine: 'REVIEW' });
  });

  it('add a rule, shown for IV ketamine alone, with its words and whose it is', () => {
    const answers = plainPersonBut({ seizure: 'yes' });
    const { flags } = screened({ seizure: 'yes' }, own);
    expect(flags.find(({ id }) => id === 'CLINIC-OWN')).toEqual({
      id: 'CLINIC-OWN',
      status: 'present',
      spravato: null,
      ivKetamine: 'review',
    });
    const clinic = clinicPackOf(own);
    const explained = explain(flags, intakeOf(answers, circumstances), clinic);
    expect(explained.find(({ flag }) => flag.id === 'CLINIC-OWN')).toMatchObject({
      words: 'What the clinic says.',
      sources: [{ code: 'clinic', name: 'Local protocol, page 4' }],
      reads: ['seizure'],
      clinicsOwn: { kind: 'added', approvedBy: 'Dr. Ana Reyes, medical director', approvedOn: '2026-11-20' },
    });
  });

  it('name each question they look at once, in whatever part it stands', () => {
    const when: ClinicCondition = {
      any: [
        {
          all: [
            { key: 'seizure', is: ['yes'] },
            { key: 'lung', is: ['yes'] },
          ],
        },
        { key: 'seizure', is: ['no'] },
      ],
    };
    const pack = clinicPackOf(rulesWith({ add: [added(when)] }));
    expect(pack?.add[0]?.reads).toEqual(['seizure', 'lung']);
    expect(clinicPackOf(undefined)).toBeNull();
    expect(clinicPackOf(own)).toBe(clinicPackOf(own));
  });

  it('are said to be theirs, each in its own way, and ours are not', () => {
    const clinic = clinicPackOf(own);
    expect(clinicsOwn(clinic, 'CLINIC-OWN')).toMatchObject({ kind: 'added', why: 'Local protocol, page 4' });
    expect(clinicsOwn(clinic, 'RS-APNEA-TREATED')).toMatchObject({
      kind: 'raised',
      why: 'Our recovery room has no capnography.',
    });
    expect(clinicsOwn(clinic, 'CV-AVM')).toBeUndefined();
    expect(clinicsOwn(null, 'RS-APNEA-TREATED')).toBeUndefined();
  });

  it('a flag that neither our rules nor theirs know is told no words for', () => {
    const { flags } = screened({ seizure: 'yes' }, own);
    const intake = intakeOf(plainPersonBut({ seizure: 'yes' }), circumstances);
    expect(explain(flags, intake, null).map(({ flag }) => flag.id)).toEqual(
      flags.map(({ id }) => id).filter((id) => id !== 'CLINIC-OWN'),
    );
  });

  it('are not put to somebody under 18', () => {
    const { flags } = screened({ birthDate: '2010-01-01', seizure: 'yes' }, own);
    expect(flags.map(({ id }) => id)).toEqual(['DEM-UNDER18']);
  });

  it('never make a rule weigh less, whatever was written into a store', () => {
    const lower = rulesWith({ raise: rules.map(({ id }) => ({ rule: id, to: 'info', why: 'no' })) });
    const people: Change[] = [{ aneurysm: 'yes' }, { seizure: 'yes' }, { avm: 'unsure', htn: 'yes' }];
    for (const change of people) {
      const { flags } = screened(change, lower);
      for (const flag of screen(plainPersonBut(change), circumstances).flags) {
        const now = flags.find(({ id }) => id === flag.id);
        if (flag.ivKetamine === null) expect(now?.ivKetamine).toBe('info');
        else expect(now).toEqual(flag);
      }
    }
  });
});

describe('what does not fit is named, each with its place', () => {
  test.each<[string, Partial<ClinicRules>, string, string]>([
    [
      'a rule that is not there',
      { raise: [{ rule: 'NO-SUCH', to: 'review', why: 'x' }] },
      'clinicRules.raise.0.rule',
      'is no rule',
    ],
    [
      'a label contraindication made a review',
      { raise: [{ rule: 'CV-ANEURYSM', to: 'review', why: 'x' }] },
      'clinicRules.raise.0.to',
      'does not raise it: it is contraindication',
    ],
    [
      'the same weight',
      { raise: [{ rule: 'NEU-SEIZURE', to: 'info', why: 'x' }] },
      'clinicRules.raise.0.to',
      'does not raise it',
    ],
    [
      'a key that is not there',
      { add: [added({ key: 'shoeSize', is: ['yes'] })] },
      'clinicRules.add.0.when.key',
      'is no key',
    ],
    [
      'an answer that cannot be',
      { add: [added({ any: [{ key: 'seizure', is: ['maybe'] }] })] },
      'clinicRules.add.0.when.any.0.is.0',
      'is no answer to seizure',
    ],
    [
      'a medicine nobody knows',
      { add: [added({ key: 'medications', is: ['wonderdrug'] })] },
      'clinicRules.add.0.when.is.0',
      'is no answer to medications',
    ],
    [
      'above, of a word',
      { add: [added({ key: 'seizure', above: 2 })] },
      'clinicRules.add.0.when.above',
      'is no number',
    ],
    [
      'a count, of no list',
      { add: [added({ key: 'sbp', count: 2 })] },
      'clinicRules.add.0.when.count',
      'is no list',
    ],
    [
      'a rule raised twice',
      {
        raise: [
          { rule: 'RS-APNEA-TREATED', to: 'review', why: 'x' },
          { rule: 'RS-APNEA-TREATED', to: 'review', why: 'y' },
        ],
      },
      'clinicRules.raise.1.rule',
      'is raised twice',
    ],
    [
      'a part among others that cannot be',
      {
        add: [
          added({
            all: [
              { key: 'lung', is: ['yes'] },
              { key: 'sbp', is: [39] },
            ],
          }),
        ],
      },
      'clinicRules.add.0.when.all.1.is.0',
      'is no answer to sbp',
    ],
    [
      'an id twice',
      { add: [added({ key: 'lung', is: ['yes'] }), added({ key: 'lung', is: ['yes'] })] },
      'clinicRules.add.1.id',
      'twice',
    ],
  ])('%s', (_title, more, path, reason) => {
    const [wrong, ...others] = wrongIn(rulesWith(more));
    expect(others).toEqual([]);
    expect(wrong?.path).toBe(path);
    expect(wrong?.reason).toContain(reason);
  });

  test.each<[string, ClinicCondition]>([
    ['a word of a choice', { key: 'miWhen', is: ['within6w', null] }],
    ['a goal', { key: 'conditions', is: ['ocd'] }],
    ['a number at both its ends', { key: 'sbp', is: [40, 300] }],
    ['an item of a scale', { key: 'gad7', is: [0, 3] }],
    ['a rating', { key: 'peg', is: [0, 10] }],
    ['a medicine by its key', { key: 'medications', is: ['lithium'] }],
    ['a number above', { key: 'sbp', above: 150 }],
    ['an item above', { key: 'gad7', above: 2 }],
    ['so many goals', { key: 'conditions', count: 2 }],
    ['so many trials', { key: 'trials', count: 2 }],
    ['so many medicines', { key: 'medications', count: 5 }],
    ['so many augmentations', { key: 'augmentation', count: 2 }],
    ['that something was given', { key: 'insurer', given: true }],
  ])('a clinic may ask for %s', (_title, when) => {
    expect(wrongIn(rulesWith({ add: [added(when)] }))).toEqual([]);
  });

  test.each<[string, ClinicCondition]>([
    ['a word of another question', { key: 'seizure', is: ['within6w'] }],
    ['a number that the field refuses, too low', { key: 'sbp', is: [39] }],
    ['a number that the field refuses, too high', { key: 'sbp', is: [301] }],
    ['a number as text', { key: 'sbp', is: ['120'] }],
    ['an item that no scale has', { key: 'gad7', is: [4] }],
    ['a text', { key: 'insurer', is: ['Example Health'] }],
    ['a medicine as a number', { key: 'medications', is: [1] }],
  ])('an answer cannot be %s', (_title, when) => {
    expect(wrongIn(rulesWith({ add: [added(when)] }))).toMatchObject([
      { path: 'clinicRules.add.0.when.is.0' },
    ]);
  });

  test.each([
    ['contraindication, which is a label’s word', { severity: 'contraindication' }],
    ['urgent, which is the safety rules’', { severity: 'urgent' }],
    ['an id like one of ours', { id: 'CV-ANEURYSM' }],
    ['a condition that is none', { when: { key: 'lung', unless: 'yes' } }],
    ['no condition', { when: undefined }],
  ])('%s is refused by the schema', (_title, more) => {
    const add = [{ ...added({ key: 'lung', is: ['yes'] }), ...more }];
    const parsed = parseSettings({ clinicRules: { ...rulesWith({}), add } });
    expect(
      parsed.ok ? [] : parsed.error.map(({ path }) => path).filter((path) => path.startsWith('clinicRules')),
    ).not.toEqual([]);
  });
});
