import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Answers, allQuestions, type Key } from '../steps/catalog.ts';
import { asOf, circumstances, plainPerson, plainPersonBut } from './plain-person.fixture.ts';
import { rules, rulesVersion } from './rules.ts';
import { screen } from './screen.ts';

const unknown = { status: 'unknown' };
const flag = (id: string, answers: Answers) =>
  screen(answers, circumstances).flags.find((one) => one.id === id);

test('the plain person is met by the two flags that inform, and is routine', () => {
  const evaluation = screen(plainPerson, circumstances);
  expect(evaluation.flags).toEqual([
    { id: 'TRD-MET', status: 'present', spravato: 'info', ivKetamine: null },
    { id: 'IND-IVK-OFFLABEL', status: 'present', spravato: null, ivKetamine: 'info' },
  ]);
  expect(evaluation.urgent).toBe(false);
  expect(evaluation.disposition).toEqual({ spravato: 'ROUTINE', ivKetamine: 'ROUTINE' });
  expect(evaluation.rulesVersion).toBe(rulesVersion);
  expect(evaluation.findings.map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
});

describe('under 18', () => {
  const minor = plainPersonBut({ birthDate: '2008-11-23', aneurysm: 'yes', asq5: 'yes' });

  test('only the stop is found, and no score is kept', () => {
    const { flags, findings, scores, urgent, disposition } = screen(minor, circumstances);
    expect(flags.map(({ id }) => id)).toEqual(['DEM-UNDER18']);
    expect(findings).toEqual([
      { id: 'DEM-UNDER18', result: 'present' },
      { id: 'SU-EMERGENCY', result: 'absent' },
    ]);
    expect(scores).toEqual({});
    expect(urgent).toBe(false);
    expect(disposition).toEqual({ spravato: 'STOP-UNDER-18', ivKetamine: 'STOP-UNDER-18' });
  });

  test.each(['yes', 'unsure', undefined] as const)(
    'danger now answered %s is urgent beside the stop',
    (answer) => {
      const { emergencyNow: _, ...rest } = minor;
      const { flags, urgent, disposition } = screen(
        { ...rest, ...(answer && { emergencyNow: answer }) },
        circumstances,
      );
      expect(flags.map(({ id }) => id)).toEqual(['DEM-UNDER18', 'SU-EMERGENCY']);
      expect(urgent).toBe(true);
      expect(disposition.spravato).toBe('STOP-UNDER-18');
    },
  );
});

test('somebody without a birth date is read as an adult, and the age is a question', () => {
  const { flags, scores, disposition } = screen(plainPersonBut({ birthDate: undefined }), circumstances);
  expect(flags.map(({ id, status }) => [id, status])).toEqual([
    ['DEM-UNDER18', 'unknown'],
    ['TRD-MET', 'present'],
    ['IND-IVK-OFFLABEL', 'present'],
  ]);
  expect(scores.phq9).toEqual({ min: 17, max: 17 });
  expect(disposition).toEqual({ spravato: 'REVIEW', ivKetamine: 'REVIEW' });
});

test('nothing answered at all is urgent: the suicide screen is missing', () => {
  const { urgent, disposition, scores } = screen({}, circumstances);
  expect(urgent).toBe(true);
  expect(disposition).toEqual({ spravato: 'REVIEW', ivKetamine: 'REVIEW' });
  expect(scores).toEqual({
    phq9: { min: 0, max: 27 },
    gad7: { min: 0, max: 21 },
    auditc: { min: 0, max: 12 },
  });
});

test('an urgent flag that is only unknown does not ring', () => {
  const { flags, urgent, disposition } = screen(
    plainPersonBut({ asq4: 'yes', asq4when: 'unsure', asq5: 'no' }),
    circumstances,
  );
  expect(flags.find(({ id }) => id === 'SU-ATTEMPT-RECENT')).toMatchObject(unknown);
  expect(urgent).toBe(false);
  expect(disposition.spravato).toBe('REVIEW');
});

test('a contraindication for one treatment leaves the other for review', () => {
  expect(screen(plainPersonBut({ raisedIcp: 'yes' }), circumstances).disposition).toEqual({
    spravato: 'LABEL-CI',
    ivKetamine: 'REVIEW',
  });
});

test('a contraindication that is unknown is review, not a label contraindication', () => {
  expect(screen(plainPersonBut({ aneurysm: 'unsure' }), circumstances).disposition).toEqual({
    spravato: 'REVIEW',
    ivKetamine: 'REVIEW',
  });
});

test('a label contraindication stays one beside an urgent flag', () => {
  const { urgent, disposition } = screen(plainPersonBut({ avm: 'yes', emergencyNow: 'yes' }), circumstances);
  expect([urgent, disposition.ivKetamine]).toEqual([true, 'LABEL-CI']);
});

test('cautions and information are routine', () => {
  const { flags, disposition } = screen(
    plainPersonBut({ sbp: 150, ride: 'no', bladder: 'yes', sudPast: 'yes' }),
    circumstances,
  );
  expect(flags).toHaveLength(6);
  expect(disposition).toEqual({ spravato: 'ROUTINE', ivKetamine: 'ROUTINE' });
});

test('a caution that is unknown is routine too', () => {
  const answers = plainPersonBut({ ride: 'unsure' });
  expect(flag('LG-RIDE', answers)).toMatchObject(unknown);
  expect(screen(answers, circumstances).disposition.spravato).toBe('ROUTINE');
});

describe('scores', () => {
  test('PC-PTSD-5 only after a yes to the opening question', () => {
    const asked = plainPersonBut({ traumaEver: 'yes', pcptsd5: [1, 1, 1, null, 0] });
    expect(screen(asked, circumstances).scores.pcptsd5).toEqual({ min: 3, max: 4 });
    expect(
      screen(plainPersonBut({ pcptsd5: [1, 1, 1, 1, 1] }), circumstances).scores.pcptsd5,
    ).toBeUndefined();
    expect(screen(plainPersonBut({ traumaEver: 'yes' }), circumstances).scores.pcptsd5).toEqual({
      min: 0,
      max: 5,
    });
  });

  test('PEG only where pain is a goal and all three are answered', () => {
    const inPain = { conditions: ['depression', 'chronicPain'] as const };
    expect(screen(plainPersonBut({ ...inPain, peg: [8, 7, 8] }), circumstances).scores.peg).toEqual({
      min: 7.7,
      max: 7.7,
    });
    expect(
      screen(plainPersonBut({ ...inPain, peg: [8, null, 8] }), circumstances).scores.peg,
    ).toBeUndefined();
    expect(screen(plainPersonBut({ peg: [8, 7, 8] }), circumstances).scores.peg).toBeUndefined();
  });

  test('for pain alone the trauma questions are not asked, whatever is stored', () => {
    const answers = plainPersonBut({
      conditions: ['chronicPain'],
      traumaEver: 'yes',
      pcptsd5: [1, 1, 1, 1, 1],
    });
    expect(screen(answers, circumstances).scores.pcptsd5).toBeUndefined();
  });
});

test('answers off the path count nowhere', () => {
  const leftBehind = plainPersonBut({
    miWhen: 'within6w',
    htnControlled: 'no',
    liverSevere: 'yes',
    maniaCurrent: 'yes',
    priorKetReaction: 'bad',
    pregnant: 'yes',
    asq4when: 'past3m',
    asq5: 'yes',
    peg: [9, 9, null],
  });
  expect(screen(leftBehind, circumstances)).toEqual(screen(plainPerson, circumstances));
});

const keys = allQuestions.map(({ key }) => key);

const anythingInEveryKey = fc.dictionary(
  fc.constantFrom(...keys),
  fc.oneof(fc.jsonValue(), fc.constantFrom('yes', 'no', 'unsure', 'declined', null), fc.anything()),
  { maxKeys: keys.length, size: 'max' },
);

test('no answers, however odd, make a rule throw', () => {
  fc.assert(
    fc.property(anythingInEveryKey, fc.string(), (answers, day) => {
      for (const on of [asOf, day]) {
        const { flags, disposition } = screen(answers as Answers, { ...circumstances, asOf: on });
        expect(flags.length).toBeLessThanOrEqual(rules.length);
        expect(disposition.spravato).toBeTruthy();
      }
    }),
    { numRuns: 500 },
  );
});

const yesNoKeys: readonly Key[] = allQuestions
  .filter((question) => question.kind === 'yesNo' && question.options.some((one) => one === 'unsure'))
  .map(({ key }) => key);

/** Answers a person could give, as far as rules read them. */
const somePerson: fc.Arbitrary<Answers> = fc
  .record({
    yesNo: fc.tuple(...yesNoKeys.map(() => fc.constantFrom('yes', 'no', 'unsure', 'declined', undefined))),
    birthDate: fc.constantFrom('1984-02-10', '2008-11-23', '1950-01-01', undefined),
    conditions: fc.option(fc.subarray(['depression', 'bipolarDepression', 'ptsd', 'chronicPain']), {
      nil: undefined,
    }),
    interest: fc.constantFrom('spravato', 'ivKetamine', 'either', undefined),
    phq9: fc.array(fc.constantFrom(0, 1, 2, 3, null), { minLength: 9, maxLength: 9 }),
    auditc: fc.array(fc.constantFrom(0, 1, 4, null), { minLength: 3, maxLength: 3 }),
    miWhen: fc.constantFrom('within6w', '6wTo6m', 'over6m', 'unsure', undefined),
    sbp: fc.constantFrom(120, 141, 190, undefined),
    medications: fc.subarray(['diazepam', 'oxycodone', 'phenelzine', 'something']),
  })
  .map(({ yesNo, ...rest }) => {
    const answers = Object.entries({
      ...rest,
      ...Object.fromEntries(yesNoKeys.map((key, index) => [key, yesNo[index]])),
    });
    return Object.fromEntries(answers.filter(([, value]) => value !== undefined)) as Answers;
  });

test('turning a no into a not sure never removes a flag of a contraindication', () => {
  const contraindications = (answers: Answers) =>
    screen(answers, circumstances)
      .flags.filter((one) => one.spravato === 'contraindication' || one.ivKetamine === 'contraindication')
      .map(({ id }) => id);
  fc.assert(
    fc.property(somePerson, fc.constantFrom(...yesNoKeys), (person, key) => {
      const before = contraindications({ ...person, [key]: 'no' });
      const after = contraindications({ ...person, [key]: 'unsure' });
      expect(before.filter((id) => !after.includes(id))).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

test('a not sure never makes an urgent intake quiet', () => {
  fc.assert(
    fc.property(
      somePerson,
      fc.constantFrom('emergencyNow', 'asq1', 'asq2', 'asq3', 'asq5'),
      (person, key) => {
        const before = screen({ ...person, [key]: 'no' }, circumstances).urgent;
        const after = screen({ ...person, [key]: 'unsure' }, circumstances).urgent;
        expect(before && !after).toBe(false);
      },
    ),
    { numRuns: 500 },
  );
});

test('the order in which answers are stored changes nothing', () => {
  fc.assert(
    fc.property(somePerson, (person) => {
      const reversed = Object.fromEntries(Object.entries(person).reverse()) as Answers;
      expect(screen(reversed, circumstances)).toEqual(screen(person, circumstances));
    }),
  );
});
