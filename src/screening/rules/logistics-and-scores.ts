import { blanksIn } from '../../questions/total.ts';
import { auditcBlanks } from '../../steps/alcohol/score.ts';
import { GAD7_ITEMS } from '../../steps/gad7/score.ts';
import { PEG_ITEMS } from '../../steps/peg/score.ts';
import { PHQ9_ITEMS, phq9Cut, phq9Score } from '../../steps/phq9/score.ts';
import { PCPTSD5_ITEMS } from '../../steps/ptsd/score.ts';
import { hopesForDepression, type Intake } from '../intake.ts';
import { both, type Rule, rangeText } from '../rule.ts';
import { and, not, presentIf, tri } from '../tri.ts';

/** What a treatment day needs, and what the scores leave open. */
export const logisticsAndScores = [
  {
    id: 'LG-RIDE',
    tier: 'core',
    finds: 'No ride home. Unknown when not sure or blank.',
    severity: both('caution'),
    unknown: 'flag',
    clinician: 'No confirmed ride home.',
    sources: ['S-5.9', 'S-REMS'],
    reads: ['ride'],
    when: ({ answers }) => not(tri(answers.ride)),
  },
  {
    id: 'LG-STAY',
    tier: 'core',
    finds: 'Cannot stay for 2 hours.',
    severity: { spravato: 'caution', ivKetamine: 'info' },
    unknown: 'omit',
    clinician: 'Cannot stay ≥ 2 h.',
    sources: ['S-2', 'S-REMS'],
    reads: ['stay2h'],
    when: ({ answers }) => not(tri(answers.stay2h)),
  },
  {
    id: 'LG-REMS',
    tier: 'core',
    finds: 'Interested in more than IV ketamine alone, and would not enroll in the REMS.',
    severity: { spravato: 'review', ivKetamine: null },
    unknown: 'omit',
    clinician: 'Unwilling to enroll in SPRAVATO REMS: cannot be treated as an outpatient.',
    sources: ['S-REMS'],
    reads: ['rems', 'interest'],
    when: ({ answers }) => presentIf(answers.interest !== 'ivKetamine' && answers.rems === 'no'),
  },
  {
    id: 'SC-LOW-SYMPTOMS',
    tier: 'core',
    finds: 'Depression is a goal, and the PHQ-9 is below 10 even if every blank item were 3.',
    severity: both('caution'),
    unknown: 'omit',
    clinician: 'PHQ-9 {n} (< 10): confirm a current episode (partial remission? maintenance request?).',
    places: ({ answers }) => ({ n: rangeText(phq9Score(answers.phq9)) }),
    sources: ['N-PHQ'],
    reads: ['phq9', 'conditions'],
    when: (intake) =>
      and(presentIf(hopesForDepression(intake)), presentIf(phq9Score(intake.answers.phq9).max < phq9Cut)),
  },
  {
    id: 'SC-INCOMPLETE',
    tier: 'core',
    finds:
      'An item is blank in a PHQ-9, GAD-7, PC-PTSD-5, PEG or AUDIT-C that was asked. What AUDIT-C “Never” skips is not blank.',
    severity: both('info'),
    unknown: 'omit',
    clinician: 'Instrument incomplete: total shown as a range, not a score.',
    sources: ['N-PHQ (rule GK)'],
    reads: ['phq9', 'gad7', 'pcptsd5', 'peg', 'auditc'],
    when: (intake) => presentIf(hasBlankItem(intake)),
  },
] as const satisfies readonly Rule[];

const instruments = [
  { key: 'phq9', count: PHQ9_ITEMS },
  { key: 'gad7', count: GAD7_ITEMS },
  { key: 'pcptsd5', count: PCPTSD5_ITEMS },
  { key: 'peg', count: PEG_ITEMS },
] as const;

const hasBlankItem = ({ answers, shown }: Intake): boolean =>
  instruments.some(({ key, count }) => shown.has(key) && blanksIn(answers[key], count) > 0) ||
  auditcBlanks(answers.auditc) > 0;
