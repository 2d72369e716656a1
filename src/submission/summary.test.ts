import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyAnswers } from '../../tests/any-answers.ts';
import cases from '../../tests/personas/cases.json' with { type: 'json' };
import { codePoints } from '../lib/code-points.ts';
import { answersSchema } from '../questions/schema.ts';
import { plainPersonBut } from '../screening/plain-person.fixture.ts';
import { rules } from '../screening/rules.ts';
import { demoSettings } from '../settings/demo.ts';
import { type Answers, allQuestions } from '../steps/catalog.ts';
import { frozenOf } from './frozen.fixture.ts';
import { chipsOf, queueEntryOf } from './queue-entry.ts';
import { ruleName } from './rule-names.ts';
import { LINE_LENGTH } from './short-text.ts';
import { type Summary, summary as summarySchema } from './staff-wire.ts';
import { summaryOf } from './summary.ts';

const schema = answersSchema(allQuestions, { asOf: '2026-11-22', locations: [] });
const personas = cases.map(({ id, story, answers, expect: expected }) => {
  const parsed: Answers = schema.parse(answers);
  return { id, story, answers: parsed, expected };
});
const persona = (id: string): Answers => personas.find((one) => one.id === id)?.answers ?? {};

const summarize = (answers: Answers, more: Parameters<typeof frozenOf>[1] = {}): Summary =>
  summaryOf(frozenOf(answers, more), []);
const line = (id: Summary['lines'][number]['id'], answers: Answers): string =>
  summarize(answers).lines.find((one) => one.id === id)?.text ?? '';
const lineIds = ['safety', 'treatable', 'howIll', 'tried', 'medicines', 'next'];

describe.each(personas)('$id, $story', ({ answers, expected }) => {
  const summary = summarize(answers);

  it('is of the agreed shape, with the flags, the disposition and the words of every rule', () => {
    expect(summarySchema.parse(summary)).toEqual(summary);
    expect(summary.flags.map(({ id }) => id).sort()).toEqual(expected.flags.map(({ id }) => id).sort());
    expect(summary.disposition).toEqual(expected.disposition);
    expect(summary.level === 'urgent').toBe(expected.urgent);
    for (const flag of summary.flags) {
      expect(flag.words).not.toMatch(/[{}]/);
      expect(flag.sources.length).toBeGreaterThan(0);
    }
  });

  it('is told in six lines that fit', () => {
    expect(summary.lines.map(({ id }) => id)).toEqual(lineIds);
    for (const { text } of summary.lines) {
      expect(text).not.toBe('');
      expect(codePoints(text), text).toBeLessThanOrEqual(LINE_LENGTH);
    }
  });
});

const longText = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 });
const wordy: fc.Arbitrary<Answers> = fc
  .record({
    answers: anyAnswers,
    drugs: fc.array(longText, { maxLength: 12 }),
    allergies: longText,
    name: longText,
  })
  .map(({ answers, drugs, allergies, name }) => ({
    ...answers,
    allergies,
    firstName: name,
    lastName: name,
    medications: [...drugs, 'phenelzine', 'oxycodone', 'alprazolam'],
    trials: drugs.map((drug) => ({ drug, weeks: 12, response: 'none' as const })),
  }));

it('whatever is answered, however long: the shape holds, six lines fit on one line each, and no flag is lost', () => {
  fc.assert(
    fc.property(
      fc.oneof(anyAnswers, wordy),
      fc.constantFrom('en' as const, 'es' as const),
      (answers, language) => {
        const frozen = frozenOf(answers, { language });
        const summary = summaryOf(frozen, []);
        expect(summarySchema.safeParse(summary).success).toBe(true);
        for (const { text } of summary.lines) {
          expect(codePoints(text)).toBeLessThanOrEqual(LINE_LENGTH);
          expect(text).not.toMatch(/[\r\n]/);
          expect(text).not.toBe('');
        }
        expect(summary.flags).toHaveLength(frozen.screening.evaluation.flags.length);
        expect(queueEntryOf(frozen).chips.length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 300, seed: 20261122 },
  );
}, 60_000);

describe('the line on safety', () => {
  it.each<[string, Answers, string]>([
    ['all no', plainPersonBut({}), 'danger now: no · ASQ 1–4: no · item 9 = 0'],
    ['V04', persona('V04'), 'danger now: no · ASQ 1–4: no · item 9 = 1, disagrees with ASQ'],
    [
      'V05',
      persona('V05'),
      'danger now: no · suicidal now: no · attempt: past 3 months · ASQ 4 yes · item 9 = 0',
    ],
    ['V06', persona('V06'), 'danger now: no · suicidal now: yes · ASQ 1+2+3 yes · item 9 = 3'],
    ['V25', persona('V25'), 'danger now: no · suicidal now: declined · ASQ 3 declined · item 9 not answered'],
    [
      'not sure of the danger',
      plainPersonBut({ emergencyNow: 'unsure' }),
      'danger now: not sure · ASQ 1–4: no · item 9 = 0',
    ],
    [
      'nothing answered',
      {},
      'danger now: not answered · attempt: not answered · ASQ 1–4: not answered · item 9 not answered',
    ],
  ])('%s', (_, answers, text) => {
    expect(line('safety', answers)).toBe(text);
  });
});

describe('the line on what stands against treatment', () => {
  it.each<[string, Answers, string]>([
    ['V01', persona('V01'), 'label CI: none reported · BP 124/78 · nothing else to review'],
    ['V11', persona('V11'), 'label CI: none reported · BP 141/88 elevated · not known: hypertension control'],
    [
      'V12',
      persona('V12'),
      'label CI: none reported · CI not known: aneurysm · BP not known · nothing else to review',
    ],
    ['V24', persona('V24'), 'label CI: AVM · BP 124/78 · review: seizures'],
    ['V28', persona('V28'), 'label CI: raised ICP (SPRAVATO) · BP 124/78 · caution: BMI 35 or more'],
    [
      'one number, of an old reading',
      plainPersonBut({ sbp: 190, dbp: undefined, bpAge: 'over6m' }),
      'label CI: none reported · BP 190/? severe (over 6 months old)',
    ],
  ])('%s', (_, answers, text) => {
    expect(line('treatable', answers)).toBe(text);
  });
});

describe('the line on how ill', () => {
  it.each<[string, Answers, string]>([
    ['V25', persona('V25'), 'PHQ-9 17–20 incomplete · GAD-7 9 mild · AUDIT-C 1 negative · goal: depression'],
    [
      'V20',
      persona('V20'),
      'PHQ-9 7 mild · GAD-7 9 mild · PEG 7.7 · AUDIT-C 1 negative · goal: chronic pain',
    ],
    [
      'nothing answered',
      {},
      'PHQ-9 not answered · GAD-7 not answered · AUDIT-C not answered · goal: none chosen',
    ],
  ])('%s', (_, answers, text) => {
    expect(line('howIll', answers)).toBe(text);
  });
});

describe('the line on what was tried', () => {
  it.each<[string, Answers, string]>([
    [
      'V01',
      persona('V01'),
      'TRD met by self-report (2 failed) · sertraline 10 wk ✗ · venlafaxine 12 wk ✗ · no ketamine before · +1 more',
    ],
    [
      'V08',
      persona('V08'),
      'TRD cannot be told (1 failed) · sertraline 10 wk ? · venlafaxine 12 wk ✗ · no ketamine before · +1 more',
    ],
    [
      'none tried',
      plainPersonBut({ trials: [], tms: { had: 'yes' }, priorKetamine: 'yes', priorKetReaction: 'bad' }),
      'TRD not shown (0 failed) · no antidepressant tried · ketamine before: bad reaction · TMS',
    ],
    [
      'nothing answered',
      {},
      'no depression goal · antidepressants not answered · ketamine before: not answered · ECT, TMS, VNS not known',
    ],
  ])('%s', (_, answers, text) => {
    expect(line('tried', answers)).toBe(text);
  });
});

describe('the line on medicines', () => {
  it.each<[string, Answers, string]>([
    [
      'V20',
      persona('V20'),
      'oxycodone (opioid), diazepam (sedation) · allergies: not ketamine, others not answered',
    ],
    ['V23', persona('V23'), 'phenelzine (MAOI) · allergies: not ketamine, others not answered'],
    [
      'none, and the list is whole',
      plainPersonBut({ medications: [], allergies: 'penicillin' }),
      'no medicines · allergies: penicillin',
    ],
    [
      'a name nobody knows',
      plainPersonBut({ medications: ['the blue\none'], medsComplete: 'unsure', ketamineAllergy: 'yes' }),
      'the blue one (not recognized) · list may not be complete · KETAMINE ALLERGY; others not answered',
    ],
  ])('%s', (_, answers, text) => {
    expect(line('medicines', answers)).toBe(text);
  });
});

describe('the line on what is next', () => {
  it.each<[string, Answers, string]>([
    ['V01', persona('V01'), 'suggested: clinician review (rules 2026-11-28)'],
    ['V06', persona('V06'), 'suggested: clinician calls now → clinician review (rules 2026-11-28)'],
    ['V12', persona('V12'), 'suggested: clarify aneurysm → measure BP → clinician review (rules 2026-11-28)'],
    ['V24', persona('V24'), 'suggested: confirm AVM → clinician review (rules 2026-11-28)'],
  ])('%s', (_, answers, text) => {
    expect(line('next', answers)).toBe(text);
  });

  it('never decides', () => {
    for (const { answers } of personas) {
      expect(line('next', answers)).not.toMatch(/eligible|qualif|approv|reject|treat with|start/i);
    }
  });
});

describe('beside each flag stands what the patient said', () => {
  const said = (answers: Answers, id: string) =>
    summarize(answers)
      .flags.find((flag) => flag.id === id)
      ?.patientSaid.map(({ key, text, state }) => [key, text, state]);

  it('in the words they read', () => {
    const spanish = summarize(plainPersonBut({ aneurysm: 'unsure' }), { language: 'es' });
    const [aneurysm] = spanish.flags.find(({ id }) => id === 'CV-ANEURYSM')?.patientSaid ?? [];
    expect(aneurysm).toMatchObject({ key: 'aneurysm', text: 'No lo sé', state: 'unsure' });
    expect(aneurysm?.label).toMatch(/aneurisma/i);
    const english = spanish.sections.flatMap(({ answers }) => answers).find(({ key }) => key === 'aneurysm');
    expect(english).toMatchObject({ text: 'I’m not sure', state: 'unsure' });
  });

  it('item 9 alone where the rule is about item 9', () => {
    expect(said(persona('V04'), 'SU-PHQ9-ITEM9')).toEqual([['phq9[8]', 'Several days', 'answered']]);
  });

  it('the blank items where a scale is incomplete', () => {
    expect(said(persona('V25'), 'SC-INCOMPLETE')).toEqual([['phq9[8]', 'Not answered', 'blank']]);
  });

  it('a question that was not asked is not listed', () => {
    expect(said(plainPersonBut({ asq1: 'yes', asq5: 'no' }), 'SU-POSITIVE')?.map(([key]) => key)).toEqual([
      'asq1',
      'asq2',
      'asq3',
      'asq4',
      'asq5',
    ]);
  });
});

it('no, not sure, prefer not to say and a blank are four different things', () => {
  const { sections } = summarize(
    plainPersonBut({
      dxBipolar: 'no',
      dxSchizophrenia: 'unsure',
      dissociativeDx: 'declined',
      cognitive: undefined,
    }),
  );
  const lines = sections.flatMap(({ answers }) => answers);
  const of = (key: string) => lines.find((one) => one.key === key);
  expect(of('dxBipolar')).toMatchObject({ text: 'No', state: 'answered' });
  expect(of('dxSchizophrenia')).toMatchObject({ text: 'I’m not sure', state: 'unsure' });
  expect(of('dissociativeDx')).toMatchObject({ text: 'Prefer not to say', state: 'declined' });
  expect(of('cognitive')).toMatchObject({ text: 'Not answered', state: 'blank' });
});

it('questions that were not asked are not among the answers', () => {
  const { sections } = summarize(plainPersonBut({ mi: 'no', miWhen: 'within6w' }));
  expect(sections.flatMap(({ answers }) => answers).some(({ key }) => key === 'miWhen')).toBe(false);
});

it('every question that was asked is listed, in the order of the seven sections', () => {
  const frozen = frozenOf(plainPersonBut({}));
  const summary = summaryOf(frozen, []);
  expect(summary.sections.map(({ id }) => id)).toEqual([
    'aboutYou',
    'hopes',
    'feelings',
    'mind',
    'body',
    'substances',
    'plans',
  ]);
  const listed = new Set(
    summary.sections.flatMap(({ answers }) => answers.map(({ key }) => key.replace(/\[\d+\]$/, ''))),
  );
  expect([...frozen.content.shown].filter((key) => !listed.has(key))).toEqual(['bodyUnits']);
});

it('each trial says why it counts, does not count, or cannot be told', () => {
  expect(summarize(persona('V07')).trials).toEqual([
    {
      drug: 'sertraline',
      dose: '100 mg a day',
      weeks: '12 weeks',
      verdict: 'counts',
      reasons: [
        'dose reaches the minimum',
        'at least 6 weeks',
        'in this episode',
        'taken most days',
        'helped less than half',
      ],
    },
    {
      drug: 'venlafaxine',
      dose: '75 mg a day',
      weeks: '7 weeks',
      verdict: 'doesNotCount',
      reasons: ['dose below 150 mg'],
    },
  ]);
  expect(summarize(persona('V08')).trials[0]).toMatchObject({
    dose: 'not given',
    verdict: 'cannotTell',
    reasons: ['dose not given'],
  });
});

it('an incomplete scale is a range without a band where it could be two', () => {
  const [phq9] = summarize(persona('V25')).scores;
  expect(phq9).toMatchObject({ id: 'phq9', min: 17, max: 20, highest: 27, band: null });
  expect(phq9?.items[8]).toMatchObject({ text: 'Not answered', value: null });
});

it('an answer changed before sending is shown from and to, item by item', () => {
  const at = (minute: number) => `2026-11-22T14:0${minute}:00.000Z`;
  const { trail } = summarize(plainPersonBut({ aneurysm: 'no' }), {
    trail: [
      { key: 'aneurysm', at: at(3), from: 'unsure' },
      { key: 'aneurysm', at: at(1), from: 'yes' },
      { key: 'phq9', at: at(2), from: [2, 2, 2, 2, 2, 2, 2, 3, 3] },
      { key: 'asq1', at: at(4) },
    ],
  });
  expect(trail.map(({ from, to, at: when }) => [when, from, to])).toEqual([
    [at(1), 'Yes', 'I’m not sure'],
    [at(2), 'Nearly every day', 'Not at all'],
    [at(3), 'I’m not sure', 'No'],
    [at(4), 'Not answered', 'No'],
  ]);
});

it('an alert that is still raised lifts the level of its case, one taken back does not', () => {
  const frozen = frozenOf(plainPersonBut({}));
  const alert = (state: string) => [
    {
      id: '7b0d6e2e-58a7-4c1e-9b8e-2f8f3c1a0a11',
      level: 'urgent' as const,
      state,
      receivedAt: '2026-11-22T14:00:00.000Z',
    },
  ];
  expect(summaryOf(frozen, alert('raised')).level).toBe('urgent');
  expect(summaryOf(frozen, alert('withdrawn')).level).toBe('none');
});

describe('the queue’s line of a case', () => {
  it.each<[string, Answers, string[]]>([
    ['V01', persona('V01'), ['clear No flags to review']],
    ['V02', persona('V02'), ['note 1 caution']],
    ['V06', persona('V06'), ['safety Safety: call now']],
    ['V04', persona('V04'), ['review Safety: call today']],
    ['V12', persona('V12'), ['review Label CI not known: aneurysm']],
    ['V13', persona('V13'), ['review Review']],
    [
      'three contraindications',
      plainPersonBut({ aneurysm: 'yes', avm: 'unsure', brainBleed: 'yes' }),
      ['review Label CI: aneurysm', 'review Label CI not known: AVM', 'review Label CI: +1 more'],
    ],
  ])('%s', (_, answers, chips) => {
    const entry = queueEntryOf(frozenOf(answers));
    expect(chipsOf(entry.level, entry.chips, false).map(({ tone, text }) => `${tone} ${text}`)).toEqual(
      chips,
    );
  });

  it('names people so that a passer-by learns little', () => {
    const { name, contact } = queueEntryOf(
      frozenOf(plainPersonBut({ firstName: 'Ana', lastName: 'Rivera', preferredName: 'Annie' })),
    );
    expect(name).toBe('R., Ana');
    expect(contact.name).toBe('Ana Rivera (goes by Annie)');
  });
});

it('every rule has a name short enough for a chip', () => {
  for (const { id } of rules) {
    expect(ruleName(id)).not.toBe(id);
    expect(codePoints(ruleName(id))).toBeLessThanOrEqual(28);
  }
});

it('what is frozen survives being written as JSON', () => {
  const frozen = frozenOf(persona('V20'), { language: 'es' });
  expect(summaryOf(JSON.parse(JSON.stringify(frozen)), [])).toEqual(summaryOf(frozen, []));
});

it('the settings of the day are frozen with it', () => {
  expect(frozenOf(persona('V01')).content.settings).toEqual({
    locations: [],
    thresholds: demoSettings.thresholds,
  });
});
