import { auditcScore } from '../../steps/alcohol/score.ts';
import type { Intake } from '../intake.ts';
import { both, type Rule, rangeText } from '../rule.ts';
import { atLeast, type Tri, tri } from '../tri.ts';

/** From here alcohol use disorder and withdrawal must be assessed. L-AUD; the cut is GK. */
const highAuditc = 8;

/** Alcohol and drugs. */
export const substances = [
  {
    id: 'SB-ALCOHOL',
    tier: 'core',
    finds:
      'AUDIT-C at or over the clinic’s cut (4 for men, 3 for anybody else unless set otherwise), unless it is surely high. Unknown when blanks leave it open.',
    severity: both('caution'),
    unknown: 'flag',
    clinician: 'AUDIT-C {n}: positive screen. If all points come from item 1, check actual intake.',
    places: ({ answers }) => ({ n: rangeText(auditcScore(answers.auditc)) }),
    sources: ['L-AUD', 'S-7.1'],
    reads: ['auditc', 'sex'],
    when: (intake) => {
      if (highAlcohol(intake) === 'present') return 'absent';
      const { auditcMen, auditcOthers } = intake.thresholds;
      const { auditc, sex } = intake.answers;
      return atLeast(auditcScore(auditc), sex === 'male' ? auditcMen : auditcOthers);
    },
  },
  {
    id: 'SB-ALCOHOL-HIGH',
    tier: 'core',
    finds: 'AUDIT-C of 8 or more.',
    severity: both('review'),
    unknown: 'omit',
    clinician: 'AUDIT-C {n}: high; assess alcohol use disorder and withdrawal risk.',
    places: ({ answers }) => ({ n: rangeText(auditcScore(answers.auditc)) }),
    sources: ['L-AUD', 'GK (cut)'],
    reads: ['auditc'],
    when: (intake) => highAlcohol(intake),
  },
  {
    id: 'SB-DRUG',
    tier: 'core',
    finds: 'Drug use in the past year, however seldom. Unknown when not sure, refused or blank.',
    severity: both('caution'),
    unknown: 'flag',
    clinician: 'Single-question drug screen positive: name the substance.',
    sources: ['L-SQ', 'S-5.4'],
    reads: ['drugUse', 'drugsUsed'],
    when: ({ answers: { drugUse } }) => {
      if (drugUse === 'never') return 'absent';
      return drugUse !== undefined && frequencies.includes(drugUse) ? 'present' : 'unknown';
    },
  },
  {
    id: 'SB-SUD-ACTIVE',
    tier: 'core',
    finds: 'A problem with alcohol or drugs now.',
    severity: both('review'),
    unknown: 'flag',
    clinician:
      'Active substance use problem. ASRA: no serial infusions with active substance abuse; SPR: weigh risk (§5.4). If substance use is the treatment goal, record so.',
    tags: ['consensusContraindication'],
    sources: ['S-5.4', 'A-CH'],
    reads: ['sudCurrent'],
    when: ({ answers }) => tri(answers.sudCurrent),
  },
  {
    id: 'SB-SUD-PAST',
    tier: 'core',
    finds: 'A problem with alcohol or drugs in the past, unless there is one now.',
    severity: both('caution'),
    unknown: 'omit',
    clinician: 'Substance use disorder history (in remission): monitor for misuse.',
    sources: ['S-5.4'],
    reads: ['sudPast', 'sudCurrent'],
    when: ({ answers }) => (answers.sudCurrent === 'yes' ? 'absent' : tri(answers.sudPast)),
  },
  {
    id: 'SB-KETAMINE-MISUSE',
    tier: 'core',
    finds: 'Ketamine without a prescription.',
    severity: both('review'),
    unknown: 'flag',
    clinician: 'Non-medical ketamine use: misuse risk, bladder, liver.',
    sources: ['S-5.4', 'F-CMP'],
    reads: ['ketamineMisuse'],
    when: ({ answers }) => tri(answers.ketamineMisuse),
  },
] as const satisfies readonly Rule[];

const frequencies: readonly string[] = ['onceTwice', 'monthly', 'weekly', 'daily'];

const highAlcohol = ({ answers }: Intake): Tri => atLeast(auditcScore(answers.auditc), highAuditc);
