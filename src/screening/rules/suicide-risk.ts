import { phq9Item9 } from '../../steps/phq9/score.ts';
import { both, type Rule } from '../rule.ts';
import { asq } from '../suicide-screen.ts';
import { and, presentIf } from '../tri.ts';

/** Safety first: what needs a person today. */
export const suicideRisk = [
  {
    id: 'SU-EMERGENCY',
    tier: 'core',
    finds: 'Danger right now on the first page: any answer but a clear no. Never unknown.',
    severity: both('urgent'),
    unknown: 'flag',
    clinician: 'Patient indicated possible immediate danger when opening the form.',
    sources: ['N-ASQ', 'GK'],
    reads: ['emergencyNow'],
    when: ({ answers }) => presentIf(answers.emergencyNow !== 'no'),
  },
  {
    id: 'SU-ACUTE',
    tier: 'core',
    finds:
      'Suicide screen acute positive: any of ASQ 1–4 not a clear no, and ASQ 5 (right now) not a clear no either. A blank, refused or unsure answer counts as positive. Never unknown.',
    severity: both('urgent'),
    unknown: 'flag',
    clinician:
      'ACUTE POSITIVE suicide screen. Needs immediate contact by a clinician; do not wait for routine review.',
    sources: ['N-ASQ', 'C-TRI'],
    reads: asq.reads,
    when: ({ answers, suicideScreen }) => presentIf(suicideScreen.acute(answers)),
  },
  {
    id: 'SU-ATTEMPT-RECENT',
    tier: 'core',
    finds:
      'A suicide attempt in the past 3 months. Unknown when there was an attempt and the time is not given.',
    severity: both('urgent'),
    unknown: 'flag',
    clinician:
      'Suicide attempt in the past 3 months reported (Columbia treats behavior within 3 months as an imminent-risk threshold).',
    sources: ['C-TRI'],
    reads: ['asq4', 'asq4when'],
    when: ({ answers: { asq4, asq4when } }) => {
      if (asq4 !== 'yes' || asq4when === '3to12m' || asq4when === 'over1y') return 'absent';
      return asq4when === 'past3m' ? 'present' : 'unknown';
    },
  },
  {
    id: 'SU-POSITIVE',
    tier: 'core',
    finds:
      'Suicide screen positive: any of ASQ 1–4 not a clear no; a blank or refused answer counts as positive. Never unknown.',
    severity: both('review'),
    unknown: 'flag',
    clinician:
      'Positive (at least non-acute) suicide screen. Same-day clinician contact; brief suicide-safety assessment before any scheduling.',
    sources: ['N-ASQ'],
    reads: asq.reads,
    when: ({ answers, suicideScreen }) => presentIf(suicideScreen.positive(answers)),
  },
  {
    id: 'SU-PHQ9-ITEM9',
    tier: 'core',
    finds: 'PHQ-9 item 9 of 1 or more. Unknown when it is blank.',
    severity: both('review'),
    unknown: 'flag',
    clinician:
      'PHQ-9 item 9 = {n}. Item 9 mixes passive death thoughts and self-harm; read together with the suicide screen.',
    places: ({ answers }) => ({ n: phq9Item9(answers.phq9) ?? 'blank' }),
    sources: ['N-TELE', 'N-PHQ'],
    reads: ['phq9'],
    when: ({ answers }) => {
      const item9 = phq9Item9(answers.phq9);
      return item9 === undefined ? 'unknown' : presentIf(item9 >= 1);
    },
  },
  {
    id: 'SU-DISCORDANT',
    tier: 'core',
    finds: 'PHQ-9 item 9 of 1 or more while every item of the suicide screen is a clear no.',
    severity: both('review'),
    unknown: 'omit',
    clinician:
      'Discordant: PHQ-9 item 9 positive, suicide screen negative. Clarify in conversation; do not average the two.',
    sources: ['N-TELE', 'GK'],
    reads: ['phq9', ...asq.reads],
    when: ({ answers, suicideScreen }) =>
      and(presentIf((phq9Item9(answers.phq9) ?? 0) >= 1), presentIf(!suicideScreen.positive(answers))),
  },
] as const satisfies readonly Rule[];
