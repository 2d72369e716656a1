import { type Intake, includes } from '../intake.ts';
import { both, type Rule } from '../rule.ts';
import { and, or, type Tri, tri } from '../tri.ts';

/** Psychosis, mood, dissociation, cognition, and what ketamine did before. */
export const psychiatric = [
  {
    id: 'PSY-PSYCHOSIS-CURRENT',
    tier: 'core',
    finds: 'Hearing or seeing things, or fixed beliefs that others do not share, in the past 3 months.',
    severity: both('review'),
    unknown: 'flag',
    clinician:
      'Current psychotic symptoms reported. SPR: assess carefully, start only if benefit outweighs risk. IVK: consensus contraindication (avoid in poorly controlled / active psychosis).',
    tags: ['consensusContraindication'],
    sources: ['S-5.2', 'A-CH', 'A-AC'],
    reads: ['psychosisCurrent'],
    when: ({ answers }) => tri(answers.psychosisCurrent),
  },
  {
    id: 'PSY-PSYCHOSIS-PAST',
    tier: 'core',
    finds: 'Psychosis ever, unless psychosis now or a primary psychotic disorder is reported.',
    severity: both('review'),
    unknown: 'flag',
    clinician:
      'Past psychosis, none current: establish context (mood episode, postpartum, substance, medical) and time since.',
    sources: ['S-5.2', 'S-MG'],
    reads: ['psychosisEver', 'psychosisCurrent', 'dxSchizophrenia'],
    when: ({ answers }) => {
      if (answers.psychosisCurrent === 'yes' || answers.dxSchizophrenia === 'yes') return 'absent';
      return tri(answers.psychosisEver);
    },
  },
  {
    id: 'PSY-SCHIZ',
    tier: 'core',
    finds: 'Schizophrenia, schizoaffective or delusional disorder.',
    severity: both('review'),
    unknown: 'flag',
    clinician: 'Primary psychotic disorder reported.',
    tags: ['consensusContraindication'],
    sources: ['S-5.2', 'A-CH'],
    reads: ['dxSchizophrenia'],
    when: ({ answers }) => tri(answers.dxSchizophrenia),
  },
  {
    id: 'PSY-MANIA-CURRENT',
    tier: 'core',
    finds:
      'High energy in the past week, in somebody who has ever had such a period. Unknown when that is unknown.',
    severity: both('review'),
    unknown: 'flag',
    clinician: 'Possible current mania/hypomania/mixed state: not a candidate until assessed.',
    sources: ['E-PIL', 'GK'],
    reads: ['maniaCurrent', 'highPeriodEver'],
    when: ({ answers: { highPeriodEver, maniaCurrent } }) =>
      highPeriodEver === 'yes' ? tri(maniaCurrent) : tri(highPeriodEver),
  },
  {
    id: 'PSY-BIPOLAR',
    tier: 'core',
    finds: 'A bipolar diagnosis, or bipolar depression among the goals.',
    severity: { spravato: 'review', ivKetamine: 'caution' },
    unknown: 'flag',
    clinician:
      'Bipolar disorder reported. SPR: outside the labelled population (MDD). IVK: off-label; confirm mood stabilizer and switch risk.',
    sources: ['S-1', 'E-PIL'],
    reads: ['dxBipolar', 'conditions'],
    when: (intake) => bipolar(intake),
  },
  {
    id: 'PSY-BIPOLAR-POSSIBLE',
    tier: 'core',
    finds:
      'Without reported bipolar disorder: a past high-energy period that brought trouble or that others noticed. Plain history questions, not a scale.',
    severity: { spravato: 'review', ivKetamine: 'caution' },
    unknown: 'flag',
    clinician: 'History suggests a possible past high-energy period. Not a diagnosis; take a mania history.',
    sources: ['GK (MDQ/RMS not shippable)'],
    reads: ['highPeriodEver', 'highPeriodTrouble', 'highPeriodNoticed', 'dxBipolar', 'conditions'],
    when: (intake) => {
      if (bipolar(intake) === 'present') return 'absent';
      const { highPeriodEver, highPeriodTrouble, highPeriodNoticed } = intake.answers;
      if (tri(highPeriodEver) === 'unknown') return 'unknown';
      return and(tri(highPeriodEver), or(tri(highPeriodTrouble), tri(highPeriodNoticed)));
    },
  },
  {
    id: 'PSY-DISSOCIATIVE',
    tier: 'extended',
    finds: 'A dissociative disorder.',
    severity: both('caution'),
    unknown: 'omit',
    clinician:
      'Dissociative disorder reported; dissociation is the commonest acute effect (61–75% on CADSS in SPRAVATO trials).',
    sources: ['S-5.2'],
    reads: ['dissociativeDx'],
    when: ({ answers }) => tri(answers.dissociativeDx),
  },
  {
    id: 'PSY-COGNITIVE',
    tier: 'core',
    finds: 'Dementia, delirium or a serious memory problem.',
    severity: both('review'),
    unknown: 'flag',
    clinician: 'Cognitive disorder reported: capacity, monitoring, cognitive effects.',
    sources: ['S-5.8', 'GK'],
    reads: ['cognitive'],
    when: ({ answers }) => tri(answers.cognitive),
  },
  {
    id: 'PSY-PRIOR-KET-REACTION',
    tier: 'extended',
    finds: 'A bad reaction to ketamine or esketamine, in somebody who says they have had it before.',
    severity: both('review'),
    unknown: 'flag',
    clinician: 'Previous bad reaction to ketamine/esketamine (psychological or physical): obtain records.',
    sources: ['GK'],
    reads: ['priorKetamine', 'priorKetReaction'],
    when: ({ answers: { priorKetamine, priorKetReaction } }) => {
      if (priorKetamine !== 'yes' || priorKetReaction === 'none') return 'absent';
      return priorKetReaction === 'bad' ? 'present' : 'unknown';
    },
  },
] as const satisfies readonly Rule[];

const bipolar = ({ answers }: Intake): Tri =>
  includes(answers.conditions, 'bipolarDepression') ? 'present' : tri(answers.dxBipolar);
