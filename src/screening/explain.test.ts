import { expect, test } from 'vitest';
import { explain } from './explain.ts';
import { intakeOf } from './intake-of.ts';
import { type Change, circumstances, plainPersonBut } from './plain-person.fixture.ts';
import { screen } from './screen.ts';

const explained = (id: string, change: Change) => {
  const answers = plainPersonBut(change);
  const { flags } = screen(answers, circumstances);
  return explain(flags, intakeOf(answers, circumstances), null).find(({ flag }) => flag.id === id);
};

test.each([
  [
    'CV-BP-SEVERE',
    { sbp: 190, dbp: 100 },
    'Self-reported BP 190/100: severe range. Not for dosing until evaluated.',
  ],
  [
    'CV-BP-SEVERE',
    { sbp: 190, dbp: undefined },
    'Self-reported BP 190/–: severe range. Not for dosing until evaluated.',
  ],
  [
    'SU-PHQ9-ITEM9',
    { phq9: [2, 2, 2, 2, 2, 2, 2, 3, 1] },
    'PHQ-9 item 9 = 1. Item 9 mixes passive death thoughts and self-harm; read together with the suicide screen.',
  ],
  [
    'SB-ALCOHOL',
    { auditc: [4, 0, null] },
    'AUDIT-C 4–8: positive screen. If all points come from item 1, check actual intake.',
  ],
  [
    'RX-CNS-DEPRESSANT',
    { medications: ['Xyrem', 'trazodone', 'lorazepam'] },
    'Other CNS depressant(s): sodium oxybate, trazodone.',
  ],
  ['TRD-NOT-MET', { trials: [] }, 'Treatment resistance not shown by self-report (none tried).'],
  [
    'TRD-UNKNOWN',
    { trials: undefined },
    'Treatment resistance cannot be determined (list of antidepressants not answered).',
  ],
] as const)('%s of %j tells the clinician: %s', (id, change, words) => {
  expect(explained(id, change)?.words).toBe(words);
});

test('a flag comes with its rule in words, its tags, its sources by name, and the questions behind it', () => {
  expect(explained('CV-AVM', { avm: 'yes' })).toEqual({
    flag: { id: 'CV-AVM', status: 'present', spravato: 'contraindication', ivKetamine: 'contraindication' },
    words: 'Arteriovenous malformation reported. SPRAVATO §4; IV ketamine inferred from Ketalar §4.',
    finds: 'Arteriovenous malformation.',
    tags: ['inferred'],
    sources: [
      { code: 'S-4', name: 'SPRAVATO label, contraindications (§4)' },
      { code: 'K-4', name: 'Ketamine injection label, contraindications (§4)' },
    ],
    reads: ['avm'],
  });
});

test('a question that was not asked is not among those behind a flag', () => {
  expect(explained('CV-HTN-UNCONTROLLED', { htn: 'unsure', htnControlled: 'no' })?.reads).toEqual(['htn']);
  expect(explained('CV-HTN-UNCONTROLLED', { htn: 'yes' })?.reads).toEqual(['htn', 'htnControlled']);
});
