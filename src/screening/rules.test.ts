import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Thresholds } from '../settings/settings.ts';
import { type Answers, allQuestions, type Key } from '../steps/catalog.ts';
import type { Intake } from './intake.ts';
import { intakeOf } from './intake-of.ts';
import { type Change, circumstances, plainPerson, plainPersonBut } from './plain-person.fixture.ts';
import { severities } from './rule.ts';
import { brainAndEyeCases, breathingCases, organsCases, pregnancyCases } from './rules/body.cases.fixture.ts';
import type { Case } from './rules/cases.fixture.ts';
import { demographicsCases } from './rules/demographics.cases.fixture.ts';
import { heartCases } from './rules/heart.cases.fixture.ts';
import { indicationCases } from './rules/indication.cases.fixture.ts';
import { logisticsAndScoresCases } from './rules/logistics-and-scores.cases.fixture.ts';
import { medicinesCases } from './rules/medicines.cases.fixture.ts';
import { psychiatricCases } from './rules/psychiatric.cases.fixture.ts';
import { substancesCases } from './rules/substances.cases.fixture.ts';
import { suicideRiskCases } from './rules/suicide-risk.cases.fixture.ts';
import { type RuleId, ruleOf, rules } from './rules.ts';
import { screen } from './screen.ts';
import { sourceName, sources } from './sources.ts';

const cases: Readonly<Record<RuleId, readonly Case[]>> = {
  ...demographicsCases,
  ...suicideRiskCases,
  ...psychiatricCases,
  ...indicationCases,
  ...heartCases,
  ...brainAndEyeCases,
  ...breathingCases,
  ...organsCases,
  ...pregnancyCases,
  ...substancesCases,
  ...medicinesCases,
  ...logisticsAndScoresCases,
};

/** By section 3.3 these are T or F, whatever is blank. */
const neverUnknown: ReadonlySet<string> = new Set<RuleId>([
  'SU-EMERGENCY',
  'SU-ACUTE',
  'SU-POSITIVE',
  'SU-DISCORDANT',
  'TRD-MET',
  'TRD-NOT-MET',
  'TRD-UNKNOWN',
  'IND-SPR-NONMDD',
  'IND-IVK-OFFLABEL',
  'IND-MDSI',
  'CV-BP-SEVERE',
  'CV-BP-ELEVATED',
  'CV-BP-UNKNOWN',
  'RS-APNEA-TREATED',
  'HEP-DISEASE',
  'RX-BENZO',
  'RX-OPIOID',
  'RX-BENZO-OPIOID',
  'RX-CNS-DEPRESSANT',
  'RX-STIMULANT',
  'RX-MAOI',
  'RX-THEOPHYLLINE',
  'RX-SYMPATHOMIMETIC',
  'RX-CYP',
  'RX-LAMOTRIGINE',
  'RX-NALTREXONE',
  'RX-NASAL',
  'RX-LIST-INCOMPLETE',
  'LG-REMS',
  'SC-LOW-SYMPTOMS',
  'SC-INCOMPLETE',
]);

const findingOf = (id: string, answers: Answers, thresholds?: Partial<Thresholds>) => {
  const settings = {
    ...circumstances.settings,
    thresholds: { ...circumstances.settings.thresholds, ...thresholds },
  };
  return ruleOf(id)?.when(intakeOf(answers, { ...circumstances, settings }));
};

describe.each(rules.map(({ id }) => id))('%s', (id) => {
  test.each(cases[id])('%s', (_situation, change, finds) => {
    expect(findingOf(id, plainPersonBut(change))).toBe(finds);
  });
});

const hasBlankOrUnsure = ([, change]: Case) =>
  Object.values(change).some((value) => value === undefined || value === 'unsure' || value === 'declined');

test.each(rules.map(({ id }) => id))('%s has a case of each kind', (id) => {
  const found = new Set(cases[id].map(([, , finds]) => finds));
  expect([...found].sort()).toEqual(
    neverUnknown.has(id) ? ['absent', 'present'] : ['absent', 'present', 'unknown'],
  );
  expect(cases[id].some(hasBlankOrUnsure)).toBe(true);
});

test('there are 80 rules, 67 of them core, each with an id of its own', () => {
  expect(new Set(rules.map(({ id }) => id)).size).toBe(80);
  expect(rules.filter(({ tier }) => tier === 'core')).toHaveLength(67);
});

test.each(rules)('$id says what it finds, how much it weighs, for whom, and on what it rests', (rule) => {
  expect(rule.finds).toMatch(/\.$/);
  expect(rule.clinician.length).toBeGreaterThan(0);
  expect(rule.sources.length).toBeGreaterThan(0);
  for (const source of rule.sources) expect(Object.keys(sources)).toContain(source.split(' (')[0]);
  const weights = Object.values(rule.severity).filter((severity) => severity !== null);
  expect(weights.length).toBeGreaterThan(0);
  for (const weight of weights) expect(severities).toContain(weight);
  expect(rule.reads.length).toBeGreaterThan(0);
});

test.each(rules)('$id fills every place of its words', (rule) => {
  const places = [...rule.clinician.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
  const filled = rule.places?.(intakeOf(plainPerson, circumstances)) ?? {};
  expect(Object.keys(filled).sort()).toEqual(places.sort());
});

test('a source is named with the part of the rule that rests on it', () => {
  expect(sourceName('GK (threshold)')).toBe('General knowledge, to be confirmed by the clinic (threshold)');
  expect(sourceName('S-4')).toBe('SPRAVATO label, contraindications (§4)');
});

/** The intake, and the questions that a rule looks at in it, by name or by what follows from them. */
function watched(intake: Intake): { readonly intake: Intake; readonly looked: Set<string> } {
  const looked = new Set<string>();
  const noting = <T>(key: Key, value: T): T => {
    looked.add(key);
    return value;
  };
  const answers = new Proxy(intake.answers, {
    get: (target, key) => noting(String(key) as Key, Reflect.get(target, key)),
  });
  return {
    looked,
    intake: {
      ...intake,
      answers,
      get age() {
        return noting('birthDate', intake.age);
      },
      medicines: () => noting('medications', intake.medicines()),
      trials: () => noting('trials', intake.trials()),
    },
  };
}

test.each(rules)('$id names every question it looks at, and no more than its cases show', (rule) => {
  const looked = new Set<string>();
  for (const [, change] of cases[rule.id]) {
    const watching = watched(intakeOf(plainPersonBut(change), circumstances));
    rule.when(watching.intake);
    for (const key of watching.looked) looked.add(key);
  }
  const named: readonly string[] = rule.reads;
  expect([...looked].filter((key) => !named.includes(key))).toEqual([]);
  expect(named.filter((key) => !looked.has(key) && !beside.has(key))).toEqual([]);
});

/** Read by no rule: shown to the clinician beside the answer that they explain. */
const beside = new Set(['asq5', 'helperName', 'helperRelation', 'allergies', 'drugsUsed', 'bpAge']);

/** What must be answered for a rule to be able to tell, where the question is not asked of everybody. */
const asked: Partial<Record<RuleId, Change>> = {
  'SU-ATTEMPT-RECENT': { asq4: 'yes' },
  'PSY-PRIOR-KET-REACTION': { priorKetamine: 'yes' },
  'CV-MI-RECENT': { mi: 'yes' },
};

test.each(rules.filter(({ unknown }) => unknown === 'flag').map(({ id }) => id))(
  '%s surfaces when nothing was answered',
  (id) => {
    const { flags } = screen((asked[id] ?? {}) as Answers, circumstances);
    expect(flags.find((flag) => flag.id === id)?.status).toBe(neverUnknown.has(id) ? 'present' : 'unknown');
  },
);

test('a rule that never is unknown is not, whatever is left blank', () => {
  const someAnswered = fc.subarray(Object.keys(plainPerson) as Key[]);
  fc.assert(
    fc.property(someAnswered, (keys) => {
      const answers = Object.fromEntries(keys.map((key) => [key, plainPerson[key]])) as Answers;
      const intake = intakeOf(answers, circumstances);
      const unknown = rules.filter((rule) => rule.when(intake) === 'unknown').map(({ id }) => id);
      expect(unknown.filter((id) => neverUnknown.has(id))).toEqual([]);
    }),
  );
});

test.each([
  ['CV-BP-SEVERE', { sbp: 159 }, { severeSystolic: 160 }, 'absent'],
  ['CV-BP-SEVERE', { sbp: 160 }, { severeSystolic: 160 }, 'present'],
  ['CV-BP-ELEVATED', { sbp: 160 }, { severeSystolic: 160 }, 'absent'],
  ['CV-BP-SEVERE', { dbp: 100 }, { severeDiastolic: 100 }, 'present'],
  ['CV-BP-SEVERE', { dbp: 99 }, { severeDiastolic: 100 }, 'absent'],
  ['SB-ALCOHOL', { auditc: [4, 0, 0] }, { auditcMen: 5 }, 'absent'],
  ['SB-ALCOHOL', { auditc: [4, 1, 0] }, { auditcMen: 5 }, 'present'],
  ['SB-ALCOHOL', { auditc: [4, 0, 0], sex: 'female' }, { auditcOthers: 5 }, 'absent'],
  ['SB-ALCOHOL', { auditc: [4, 1, 0], sex: 'female' }, { auditcOthers: 5 }, 'present'],
  ['TRD-MET', {}, { trialWeeks: 8 }, 'present'],
] as const)('%s follows the clinic’s own threshold: %j with %j is %s', (id, change, thresholds, finds) => {
  expect(findingOf(id, plainPersonBut(change), thresholds)).toBe(finds);
});

test('every rule reads questions that exist', () => {
  const keys = new Set<string>(allQuestions.map(({ key }) => key));
  expect(rules.flatMap(({ reads }) => reads.filter((key) => !keys.has(key)))).toEqual([]);
});
