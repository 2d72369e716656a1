import type { Range } from '../questions/total.ts';
import { auditcScore } from '../steps/alcohol/score.ts';
import type { Answers } from '../steps/catalog.ts';
import { gad7Score } from '../steps/gad7/score.ts';
import { pegScore } from '../steps/peg/score.ts';
import { phq9Score } from '../steps/phq9/score.ts';
import { pcptsd5Score } from '../steps/ptsd/score.ts';
import { type Disposition, dispositionFor } from './disposition.ts';
import { type Circumstances, type Intake, intakeOf } from './intake.ts';
import type { Severities, Treatment } from './rule.ts';
import { type RuleId, rules, rulesVersion } from './rules.ts';
import type { Tri } from './tri.ts';

/** What one rule found. */
export interface Finding {
  readonly id: RuleId;
  readonly result: Tri;
}

/** What a clinician should look at: found present, or not to be told from the answers. */
export interface Flag extends Severities {
  readonly id: RuleId;
  readonly status: 'present' | 'unknown';
}

/** Totals as ranges: both ends are the same where nothing is blank. The PEG is its mean. */
export interface Scores {
  readonly phq9?: Range;
  readonly gad7?: Range;
  readonly auditc?: Range;
  /** Only where the questions were shown. */
  readonly pcptsd5?: Range;
  /** Only where the questions were shown and all answered. */
  readonly peg?: Range;
}

/** Everything screening says of one intake. */
export interface Evaluation {
  readonly rulesVersion: string;
  readonly flags: readonly Flag[];
  /** The result of each rule that was looked at, in the order of the protocol. */
  readonly findings: readonly Finding[];
  readonly scores: Scores;
  /** A flag of severity urgent is present: a person must be called now, whatever the disposition says. */
  readonly urgent: boolean;
  readonly disposition: Readonly<Record<Treatment, Disposition>>;
}

/** All that is looked at for somebody under 18. */
const rulesUnder18 = rules.filter(({ id }) => id === 'DEM-UNDER18' || id === 'SU-EMERGENCY');

/**
 * Screens one intake: which rules find something, the scores, and where it goes. Answers that are off the path count
 * nowhere. It never throws, decides nothing, and is read by clinicians only. The one automatic stop is age under 18.
 *
 * @example screen(answers, { asOf: '2026-11-22', settings }).disposition.spravato // 'REVIEW'
 */
export function screen(answers: Answers, circumstances: Circumstances): Evaluation {
  const intake = intakeOf(answers, circumstances);
  const adult = intake.age === undefined || intake.age >= 18;
  const findings: Finding[] = [];
  const flags: Flag[] = [];
  for (const rule of adult ? rules : rulesUnder18) {
    const result = rule.when(intake);
    findings.push({ id: rule.id, result });
    if (result === 'present' || (result === 'unknown' && rule.unknown === 'flag')) {
      const { spravato, ivKetamine } = rule.severity;
      flags.push({ id: rule.id, status: result, spravato, ivKetamine });
    }
  }
  return {
    rulesVersion,
    flags,
    findings,
    scores: adult ? scoresOf(intake) : {},
    urgent: flags.some(
      ({ status, spravato, ivKetamine }) =>
        status === 'present' && (spravato === 'urgent' || ivKetamine === 'urgent'),
    ),
    disposition: {
      spravato: dispositionFor('spravato', flags),
      ivKetamine: dispositionFor('ivKetamine', flags),
    },
  };
}

function scoresOf({ answers, shown }: Intake): Scores {
  const peg = shown.has('peg') ? pegScore(answers.peg) : undefined;
  return {
    phq9: ends(phq9Score(answers.phq9)),
    gad7: ends(gad7Score(answers.gad7)),
    auditc: ends(auditcScore(answers.auditc)),
    ...(shown.has('pcptsd5') && { pcptsd5: ends(pcptsd5Score(answers.pcptsd5)) }),
    ...(peg !== undefined && { peg: { min: peg, max: peg } }),
  };
}

const ends = ({ min, max }: Range): Range => ({ min, max });
