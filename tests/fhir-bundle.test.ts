import { beforeAll, describe, expect, test } from 'vitest';
import { sha256 } from '../src/server/keys/sha256.ts';
import { demoSettings } from '../src/settings/demo.ts';
import type { Answers } from '../src/steps/catalog.ts';
import { bundleOf, verifiedBundleOf } from '../src/submission/fhir/bundle.ts';
import type { Bundle, Observation, Resource, ResponseItem } from '../src/submission/fhir/types.ts';
import { currentForm } from '../src/submission/form.ts';
import { type Frozen, freeze } from '../src/submission/freeze.ts';
import { frozenOf } from '../src/submission/frozen.fixture.ts';
import { verifiedCase } from '../src/submission/verified.ts';
import { codesOf } from './fhir/codes-of.ts';
import { complaintsAbout, complaintsByProfile, indexDefinitions } from './fhir/validators.ts';
import { type Persona, personas } from './personas.ts';

beforeAll(indexDefinitions, 60_000);

const frozenPersona = ({ answers, asOf }: Persona): Frozen =>
  freeze(
    { formVersion: '1', language: 'en', trail: [], answers },
    {
      submissionId: '8f14e45f-ceea-467f-ab68-c2ac1ffd9a10',
      reference: 'KX7-4M2',
      receivedAt: `${asOf}T15:00:00.000Z`,
      asOf,
      settings: demoSettings,
      sha256,
    },
  );

const exported = (answers: Answers, more: Parameters<typeof frozenOf>[1] = {}): Bundle =>
  bundleOf(frozenOf(answers, more), currentForm);

const resources = <T extends Resource['resourceType']>(
  { entry }: Bundle,
  type: T,
): readonly Extract<Resource, { readonly resourceType: T }>[] =>
  entry
    .map(({ resource }) => resource)
    .filter((one): one is Extract<Resource, { readonly resourceType: T }> => one.resourceType === type);

const only = <T>([one, ...others]: readonly T[]): T => {
  if (one === undefined || others.length > 0)
    throw new Error(`expected one, got ${others.length + (one ? 1 : 0)}`);
  return one;
};

const observationOf = (bundle: Bundle, code: string): Observation =>
  only(resources(bundle, 'Observation').filter((one) => one.code.coding?.[0]?.code === code));

const flat = (items: readonly ResponseItem[]): readonly ResponseItem[] =>
  items.flatMap((item) => [item, ...flat(item.item ?? [])]);
const responseOf = (bundle: Bundle) => only(resources(bundle, 'QuestionnaireResponse'));
const said = (bundle: Bundle, link: string) =>
  flat(responseOf(bundle).item).filter(({ linkId }) => linkId === link);

/** Somebody who says as much as can be said, in Spanish, with help. */
const talkative: Answers = {
  emergencyNow: 'no',
  birthDate: '1961-07-04',
  completedBy: 'other',
  helperName: 'Luz Ejemplo',
  helperRelation: 'hija',
  interpreter: 'yes',
  guardian: 'no',
  firstName: 'Rosa',
  lastName: 'Ejemplo Prueba',
  preferredName: 'Rosi',
  phone: '(615) 555-0101',
  email: 'rosa@example.com',
  contactMethod: 'phone',
  emergencyContactName: 'Luz Ejemplo',
  emergencyContactPhone: '(615) 555-0102',
  conditions: ['depression', 'chronicPain'],
  mainCondition: 'chronicPain',
  phq9: [3, 3, 2, null, 1, 2, 2, 1, 1],
  phq9Difficulty: 2,
  gad7: [null, null, null, null, null, null, null],
  traumaEver: 'yes',
  pcptsd5: [1, 1, null, 0, 0],
  peg: [8, null, 8],
  asq1: 'unsure',
  asq2: 'declined',
  asq3: 'no',
  asq4: 'yes',
  asq4when: 'over1y',
  asq5: 'no',
  trials: [{ drug: 'sertraline', doseMg: 150, weeks: 10, response: 'lostEffect', startedOn: '2019-03' }],
  augmentation: [],
  tms: { had: 'yes', when: '2024', sessions: 30, response: 'some' },
  ect: { had: 'no' },
  sbp: 150,
  bpAge: 'over6m',
  ketamineAllergy: 'yes',
  allergies: 'penicillin: a rash',
  heightIn: 63,
  weightLb: 150.5,
  bodyUnits: 'metric',
  sex: 'intersex',
  canBecomePregnant: 'unsure',
  pregnant: 'declined',
  auditc: [0, 3, 3],
  drugUse: 'declined',
  medications: [
    { name: 'Zoloft', dose: '50 mg', howOften: 'una vez al día', key: 'sertraline' },
    { name: 'té de tila', key: 'not-a-drug' },
    'venlafaxine',
  ],
  consents: {
    version: '1',
    at: '2026-11-22T14:59:00-06:00',
    language: 'es',
    name: 'Luz Ejemplo',
    relation: 'hija',
  },
};

describe('every persona', () => {
  test.each(personas.map((persona) => [persona.id, persona.story, persona] as const))(
    '%s (%s) has no error in either validator, nor in our own schema',
    (_id, _story, persona) => {
      expect(complaintsAbout(bundleOf(frozenPersona(persona), currentForm))).toEqual([]);
    },
  );

  test('has the totals that the clinical reference expects, and none where an item is blank', () => {
    const totals = {
      phq9: '44261-6',
      gad7: '70274-6',
      auditc: '75626-2',
      pcptsd5: '102017-1',
      peg: '91147-9',
    } as const;
    const names = Object.keys(totals) as readonly (keyof typeof totals)[];
    for (const persona of personas) {
      const bundle = bundleOf(frozenPersona(persona), currentForm);
      const told = names.flatMap((name) =>
        resources(bundle, 'Observation')
          .filter((one) => one.code.coding?.[0]?.code === totals[name])
          .map(({ valueInteger, valueQuantity }) => [name, valueInteger ?? valueQuantity?.value ?? null]),
      );
      const expected = names.flatMap((name) => {
        const score = persona.expect.scores[name];
        return score ? [[name, score.min === score.max ? score.min : null]] : [];
      });
      expect([persona.id, told]).toEqual([persona.id, expected]);
    }
  });

  test('has a finding for each expected flag, preliminary where it is unknown', () => {
    for (const persona of personas) {
      const issues = resources(bundleOf(frozenPersona(persona), currentForm), 'DetectedIssue');
      expect(issues.map(({ code, status }) => [code.coding?.[0]?.code, status]).sort()).toEqual(
        persona.expect.flags
          .map(({ id, status }) => [id, status === 'unknown' ? 'preliminary' : 'final'])
          .sort(),
      );
    }
  });

  test('is exported twice as the same bytes', () => {
    for (const persona of personas) {
      const [one, other] = [0, 1].map(() => JSON.stringify(bundleOf(frozenPersona(persona), currentForm)));
      expect(one).toBe(other);
    }
  });

  test.each(['V01', 'V06', 'V12', 'V20', 'V21', 'V22', 'V24', 'V25'])(
    '%s: totals, items and codes are those of the golden file',
    async (id) => {
      const persona = only(personas.filter((one) => one.id === id));
      await expect(codesOf(bundleOf(frozenPersona(persona), currentForm))).toMatchFileSnapshot(
        `fhir/golden/${id}.txt`,
      );
    },
  );
});

test('somebody who says all that can be said, in Spanish, has no error either', async () => {
  const bundle = exported(talkative, { language: 'es' });
  expect(complaintsAbout(bundle)).toEqual([]);
  await expect(codesOf(bundle)).toMatchFileSnapshot('fhir/golden/talkative.txt');
});

test.each([
  ['an unknown field', (bundle: Bundle) => ({ ...bundle, extra: 1 }), 'fhir'],
  ['an unknown field', (bundle: Bundle) => ({ ...bundle, extra: 1 }), 'medplum'],
  ['an unknown field', (bundle: Bundle) => ({ ...bundle, extra: 1 }), 'schema'],
  [
    'a status that does not exist',
    (bundle: Bundle) => JSON.parse(JSON.stringify(bundle).replace('"final"', '"done"')),
    'fhir',
  ],
  ['an id that is too long', (bundle: Bundle) => ({ ...bundle, id: 'x'.repeat(65) }), 'schema'],
])('a planted fault is found: %s (%#)', (_title, plant, validator) => {
  expect(complaintsAbout(plant(exported(talkative))).some((one) => one.startsWith(validator))).toBe(true);
});

test('every id is legal and unique, and every reference leads to a resource of the bundle', () => {
  const bundle = exported(talkative);
  const known = bundle.entry.map(({ resource: { resourceType, id } }) => `${resourceType}/${id}`);
  expect(new Set(known).size).toBe(known.length);
  for (const { resource } of bundle.entry) expect(resource.id).toMatch(/^[A-Za-z0-9.-]{1,64}$/);
  const references = [...JSON.stringify(bundle).matchAll(/"reference":"([^"]+)"/g)].map(([, one]) => one);
  expect(references.filter((one) => !known.includes(one ?? ''))).toEqual([]);
});

test('every rule leaves room in an id of 64 characters', async () => {
  const { rules } = await import('../src/screening/rules.ts');
  expect(rules.filter(({ id }) => `${'0'.repeat(36)}-${id}`.length > 64)).toEqual([]);
});

describe('the answers', () => {
  test('hold what is on the path alone', () => {
    const bundle = exported({ mi: 'no', miWhen: 'over6m' });
    expect(said(bundle, 'miWhen')).toEqual([]);
  });

  test('tell a blank from "not sure", from a refusal, from a no, and from what was not asked', () => {
    const bundle = exported({
      mi: 'no',
      htn: 'unsure',
      conditions: ['ptsd'],
      traumaEver: 'declined',
    });
    const code = (link: string) => said(bundle, link).map(({ answer }) => answer?.[0]?.valueCoding?.code);
    expect(code('mi')).toEqual(['no']);
    expect(code('htn')).toEqual(['unsure']);
    expect(code('traumaEver')).toEqual(['declined']);
    expect(said(bundle, 'aneurysm')).toEqual([
      {
        extension: [
          { url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'unknown' },
        ],
        linkId: 'aneurysm',
        text: expect.any(String),
      },
    ]);
    expect(said(bundle, 'miWhen')).toEqual([]);
  });

  test('name the form’s version, and stand in the words that were read', () => {
    const bundle = exported(
      { phq9: [3, null, null, null, null, null, null, null, null] },
      { language: 'es' },
    );
    expect(responseOf(bundle).questionnaire).toBe('https://prelude.example/fhir/Questionnaire/intake|1');
    expect(responseOf(bundle).language).toBe('es');
    const [item] = said(bundle, 'phq9.1');
    expect(item?.text).toBe('Poco interés o placer en hacer cosas');
    expect(item?.answer?.[0]?.valueCoding?.display).toBe('Casi todos los días');
  });

  test('tell an empty list from one that nobody touched', () => {
    const none = (trials?: []) => said(exported(trials ? { trials } : {}), 'trials.none')[0]?.answer;
    expect(none([])).toEqual([{ valueBoolean: true }]);
    expect(none()).toBeUndefined();
  });

  test('after "Never" the other questions about alcohol were not asked, whatever is stored', () => {
    const bundle = exported({ auditc: [0, 3, 3] });
    expect(said(bundle, 'auditc.2')).toEqual([]);
    expect(observationOf(bundle, '75626-2').valueInteger).toBe(0);
  });

  test('"not sure" to the ASQ, which its form does not offer, keeps its meaning', () => {
    expect(said(exported({ asq1: 'unsure' }), 'asq1')[0]?.answer?.[0]?.valueCoding).toMatchObject({
      code: 'unsure',
    });
  });
});

describe('the person', () => {
  test.each([
    ['male', 'male'],
    ['female', 'female'],
    ['intersex', 'other'],
    ['declined', 'unknown'],
    [undefined, undefined],
  ] as const)('sex %s is gender %s', (sex, gender) => {
    expect(only(resources(exported(sex ? { sex } : {}), 'Patient')).gender).toBe(gender);
  });

  test.each([
    ['self', ['author Patient', 'assembler Device']],
    ['other', ['author RelatedPerson', 'assembler Device']],
    ['staff', ['informant Patient', 'enterer Clinic staff, on the phone', 'assembler Device']],
    [undefined, ['author Not said who filled in the form', 'assembler Device']],
  ] as const)('filled in by %s: %j', (completedBy, agents) => {
    const bundle = exported(completedBy ? { completedBy } : {});
    expect(
      only(resources(bundle, 'Provenance')).agent.map(
        ({ type, who }) => `${type.coding?.[0]?.code} ${who.reference?.split('/')[0] ?? who.display}`,
      ),
    ).toEqual(agents);
    expect(resources(bundle, 'RelatedPerson')).toHaveLength(completedBy === 'other' ? 1 : 0);
  });

  test('what a helper said is performed by the helper', () => {
    expect(observationOf(exported(talkative), '44261-6').performer[0]?.reference).toContain('RelatedPerson/');
  });
});

describe('observations', () => {
  test('an incomplete PHQ-9 has no total; the range stands as text', () => {
    const total = observationOf(exported({ phq9: [2, 2, 2, 2, 2, 2, 2, 3, null] }), '44261-6');
    expect(total.valueInteger).toBeUndefined();
    expect(total.dataAbsentReason?.coding?.[0]?.code).toBe('unknown');
    expect(total.dataAbsentReason?.text).toBe('Incomplete: between 17 and 20; 1 of 9 items not answered');
  });

  test('a PHQ-9 with a blank that cannot change the total has no total either', () => {
    const blank = observationOf(exported({ auditc: [1, null, 0] }), '75626-2');
    expect(blank.valueInteger).toBeUndefined();
  });

  test('the PHQ-9 is a panel of its items, the difficulty and the total, derived from the answers', () => {
    const bundle = exported({ phq9: [1, 0, 0, 0, 0, 0, 0, 0, 0], phq9Difficulty: 1 });
    const panel = observationOf(bundle, '44249-1');
    expect(panel.hasMember).toHaveLength(11);
    expect(panel.derivedFrom[0]?.reference).toBe(`QuestionnaireResponse/${responseOf(bundle).id}`);
    expect(observationOf(bundle, '69722-7').valueCodeableConcept?.coding?.[0]?.code).toBe('LA6573-5');
  });

  test.each([
    ['declined', 'asked-declined'],
    ['unsure', 'asked-unknown'],
    [undefined, 'unknown'],
  ] as const)('the drug question answered %s has no value: %s', (drugUse, code) => {
    const seen = observationOf(exported(drugUse ? { drugUse } : {}), '68524-8');
    expect(seen.dataAbsentReason?.coding?.[0]?.code).toBe(code);
    expect(seen.valueCodeableConcept).toBeUndefined();
  });

  test.each([
    ['yes', 'LA15173-0', undefined],
    ['no', 'LA26683-5', undefined],
    ['unsure', undefined, 'asked-unknown'],
    ['declined', undefined, 'asked-declined'],
  ] as const)('pregnant: %s', (pregnant, value, reason) => {
    const seen = observationOf(exported({ canBecomePregnant: 'yes', pregnant }), '82810-3');
    expect(seen.valueCodeableConcept?.coding?.[0]?.code).toBe(value);
    expect(seen.dataAbsentReason?.coding?.[0]?.code).toBe(reason);
  });

  test('pregnancy that was not asked is not observed', () => {
    const codes = resources(exported({ canBecomePregnant: 'no' }), 'Observation').map(
      ({ code }) => code.coding?.[0]?.code,
    );
    expect(codes).not.toContain('82810-3');
  });

  test.each([
    ['within6m', { start: '2026-05-22', end: '2026-11-22' }],
    ['over6m', { end: '2026-05-22' }],
    [undefined, { end: '2026-11-22' }],
  ] as const)('a blood pressure measured %s has a time no more exact than that', (bpAge, period) => {
    const seen = observationOf(exported({ sbp: 124, dbp: 78, ...(bpAge && { bpAge }) }), '85354-9');
    expect(seen.effectivePeriod).toEqual(period);
    expect(seen.component?.map(({ valueQuantity }) => valueQuantity?.value)).toEqual([124, 78]);
  });

  test('one number of two: the other is not known', () => {
    const seen = observationOf(exported({ sbp: 124 }), '85354-9');
    expect(seen.component?.[1]?.dataAbsentReason?.coding?.[0]?.code).toBe('unknown');
  });

  test('70 inches and 188 pounds are 177.8 cm, 85.3 kg and 27 kg/m2', () => {
    const bundle = exported({ heightIn: 70, weightLb: 188 });
    const value = (code: string) => observationOf(bundle, code).valueQuantity;
    expect(value('8302-2')).toMatchObject({ value: 177.8, code: 'cm' });
    expect(value('29463-7')).toMatchObject({ value: 85.3, code: 'kg' });
    expect(value('39156-5')).toMatchObject({ value: 27, code: 'kg/m2' });
  });

  test('every observation says that it is self-reported', () => {
    for (const { note } of resources(exported(talkative), 'Observation'))
      expect(note[0]?.text).toContain('Self-reported');
  });

  const fitting = { sbp: 124, dbp: 78, bpAge: 'within6m', heightIn: 70, weightLb: 188 } as const;
  test.each([
    ['8302-2', 'bodyheight'],
    ['29463-7', 'bodyweight'],
    ['39156-5', 'bmi'],
  ])('%s fits the vital sign %s of R4', (code, name) => {
    const seen = observationOf(exported(fitting), code);
    // That the others it is derived from are vital signs too is more than the validator follows.
    const alone = { ...seen, derivedFrom: seen.derivedFrom.slice(0, 1) };
    expect(complaintsByProfile(alone, `http://hl7.org/fhir/StructureDefinition/${name}`)).toEqual([]);
  });

  test('a blood pressure fits the profile of US Core, but for an invariant that R4 wrote for dateTime alone', () => {
    const profile = 'http://hl7.org/fhir/us/core/StructureDefinition/us-core-blood-pressure';
    const complaints = complaintsByProfile(observationOf(exported(fitting), '85354-9'), profile);
    expect(complaints).toEqual([expect.stringContaining('vs-1')]);
  });

  test('a person with a name and a sex fits the patient of US Core', () => {
    const profile = 'http://hl7.org/fhir/us/core/StructureDefinition/us-core-patient';
    expect(complaintsByProfile(only(resources(exported(talkative), 'Patient')), profile)).toEqual([]);
  });
});

describe('medicines and allergies', () => {
  test('a medicine keeps its text; a code is that of a drug of our lists, never a guess', () => {
    expect(
      resources(exported(talkative), 'MedicationStatement').map(
        ({ medicationCodeableConcept: { text, coding } }) => [text, coding?.[0]?.code],
      ),
    ).toEqual([
      ['Zoloft', 'sertraline'],
      ['té de tila', undefined],
      ['venlafaxine', 'venlafaxine'],
    ]);
    expect(JSON.stringify(exported(talkative))).not.toContain('rxnorm');
  });

  test.each([
    ['yes', 1],
    ['no', 0],
    ['unsure', 0],
  ] as const)('an allergy to ketamine answered %s makes %s entries', (ketamineAllergy, count) => {
    expect(resources(exported({ ketamineAllergy }), 'AllergyIntolerance')).toHaveLength(count);
  });
});

test('a finding tells its rule, its words, its sources, and how it weighs for each treatment', () => {
  const issue = only(
    resources(exported({ raisedIcp: 'yes' }), 'DetectedIssue').filter(
      ({ code }) => code.coding?.[0]?.code === 'NEU-ICP',
    ),
  );
  expect(issue.status).toBe('final');
  expect(issue.severity).toBe('high');
  expect(issue.extension.slice(0, 2)).toEqual(
    [
      ['spravato', 'contraindication'],
      ['ivKetamine', 'review'],
    ].map(([treatment, severity]) => ({
      url: 'https://prelude.example/fhir/StructureDefinition/treatment-severity',
      extension: [
        { url: 'treatment', valueCode: treatment },
        { url: 'severity', valueCode: severity },
      ],
    })),
  );
  expect(issue.evidence[0]?.code[0]?.text).toContain('label');
  expect(issue.detail.length).toBeGreaterThan(10);
});

test('a signature is a consent with the version of the text', () => {
  const consent = only(resources(exported(talkative), 'Consent'));
  expect(consent.dateTime).toBe('2026-11-22T14:59:00-06:00');
  expect(consent.policyRule.coding?.[0]?.code).toBe('1');
  expect(resources(exported({}), 'Consent')).toEqual([]);
});

describe('what clinicians verified', () => {
  const reported = frozenOf({ ...talkative, birthDate: '1961-07-04', sbp: 186, dbp: 96, aneurysm: 'unsure' });
  const by = 'Ana Reyes, RN';
  const at = '2026-11-23T16:05:00.000Z';
  const bundle = verifiedBundleOf(
    verifiedCase(reported, [
      { key: 'sbp', kind: 'corrected', value: 128, by, at },
      { key: 'dbp', kind: 'corrected', value: 82, by, at },
      { key: 'aneurysm', kind: 'corrected', value: 'no', by, at },
      { key: 'firstName', kind: 'confirmed', by, at: '2026-11-23T16:00:00.000Z' },
    ]),
    currentForm,
  );
  const responses = resources(bundle, 'QuestionnaireResponse');
  const valueIn = (status: string, link: string) =>
    flat(responses.find((one) => one.status === status)?.item ?? []).find(({ linkId }) => linkId === link)
      ?.answer?.[0];

  test('stands in a second response, beside the one of the patient', () => {
    expect(complaintsAbout(bundle)).toEqual([]);
    expect(valueIn('completed', 'sbp')).toMatchObject({ valueInteger: 186 });
    expect(valueIn('amended', 'sbp')).toMatchObject({ valueInteger: 128 });
    expect(responses.map(({ author }) => author?.display)).toEqual([undefined, by]);
    const ids = bundle.entry.map(({ resource: { resourceType, id } }) => `${resourceType}/${id}`);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { reference } of JSON.stringify(bundle)
      .matchAll(/"reference":"(?<reference>[^"]+)"/g)
      .map(({ groups }) => groups ?? {}))
      expect(ids).toContain(reference);
  });

  test('makes the observation, on the word of the clinician, and leaves the others to the patient', () => {
    const pressure = observationOf(bundle, '85354-9');
    expect(pressure).toMatchObject({
      status: 'corrected',
      performer: [{ display: by }],
      component: [{ valueQuantity: { value: 128 } }, { valueQuantity: { value: 82 } }],
    });
    expect(JSON.stringify(pressure.note)).not.toContain('Self-reported');
    const others = resources(bundle, 'Observation').filter((one) => one !== pressure);
    expect(new Set(others.map(({ status }) => status))).toEqual(new Set(['final']));
  });

  test('keeps the finding that only the patient’s own words make, and says so', () => {
    const issue = only(resources(bundle, 'DetectedIssue').filter(({ id }) => id.endsWith('CV-ANEURYSM')));
    expect(issue.extension).toContainEqual({
      url: 'https://prelude.example/fhir/StructureDefinition/found-by',
      valueCode: 'as-said',
    });
  });

  test('is vouched for by name, as a revision of what was said', () => {
    const verification = only(resources(bundle, 'Provenance').filter(({ extension }) => extension));
    expect(verification).toMatchObject({
      recorded: at,
      agent: [{ who: { display: by } }],
      entity: [{ role: 'revision' }],
    });
    expect(verification.extension).toHaveLength(4);
  });

  test('leaves the bundle as it is where answers were only confirmed, but for whose word that is', () => {
    const acts = [{ key: 'aneurysm', kind: 'confirmed', by, at }] as const;
    const confirmed = verifiedBundleOf(verifiedCase(reported, acts), currentForm);
    expect(complaintsAbout(confirmed)).toEqual([]);
    expect(confirmed.entry.slice(0, -1)).toEqual(bundleOf(reported, currentForm).entry);
  });
});
