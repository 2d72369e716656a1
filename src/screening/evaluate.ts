import type { Range } from '../questions/total.ts';
import { auditcScore } from '../steps/alcohol/score.ts';
import { gad7Score } from '../steps/gad7/score.ts';
import { pegScore } from '../steps/peg/score.ts';
import { phq9Score } from '../steps/phq9/score.ts';
import { pcptsd5Score } from '../steps/ptsd/score.ts';
import { type ClinicPack, raisedFor, resultOf } from './clinic-pack.ts';
import { dispositionFor } from './disposition.ts';
import type { Evaluation, Finding, Flag, Scores } from './evaluation.ts';
import type { Intake } from './intake.ts';
import type { Rule, Severities } from './rule.ts';
import { rules, rulesVersion } from './rules.ts';
import type { Tri } from './tri.ts';

/** All that is looked at for somebody under 18. */
const rulesUnder18 = rules.filter(({ id }) => id === 'DEM-UNDER18' || id === 'SU-EMERGENCY');

/**
 * Puts every rule to one intake, and to an adult's also those of the clinic. It knows no question and no page: what
 * was asked stands in the intake.
 */
export function evaluate(intake: Intake, clinic: ClinicPack | null): Evaluation {
  const adult = intake.age === undefined || intake.age >= 18;
  const findings: Finding[] = [];
  const flags: Flag[] = [];
  const look = (id: Flag['id'], result: Tri, unknown: Rule['unknown'], severity: Severities) => {
    findings.push({ id, result });
    if (result === 'present' || (result === 'unknown' && unknown === 'flag'))
      flags.push({ id, status: result, spravato: severity.spravato, ivKetamine: severity.ivKetamine });
  };
  for (const { id, when, unknown, severity } of adult ? rules : rulesUnder18) {
    const ivKetamine = raisedFor(clinic, id, severity.ivKetamine);
    look(id, when(intake), unknown, { spravato: severity.spravato, ivKetamine });
  }
  for (const rule of adult ? (clinic?.add ?? []) : [])
    look(rule.id, resultOf(rule, intake), rule.unknown, { spravato: null, ivKetamine: rule.severity });
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
