import { hopesForDepression, type Intake } from '../intake.ts';
import type { Rule } from '../rule.ts';
import { asq } from '../suicide-screen.ts';
import { and, or, presentIf } from '../tri.ts';
import { describeTrials } from '../trials.ts';

/** What the treatment would be for, and whether treatment resistance shows. */
export const indication = [
  {
    id: 'TRD-MET',
    tier: 'core',
    finds:
      'Depression is a goal, and at least 2 different antidepressants failed in this episode at an adequate dose and duration.',
    severity: { spravato: 'info', ivKetamine: null },
    unknown: 'omit',
    clinician:
      '≥ 2 adequate oral antidepressant failures in current episode by self-report; verify with records.',
    sources: ['S-1', 'T-ATRQ'],
    reads: ['conditions', 'trials'],
    when: (intake) => resistance(intake, 'met'),
  },
  {
    id: 'TRD-NOT-MET',
    tier: 'core',
    finds:
      'Depression is a goal, the list of antidepressants was answered (also with "none"), and fewer than 2 could count.',
    severity: { spravato: 'review', ivKetamine: 'info' },
    unknown: 'omit',
    clinician: 'Treatment resistance not shown by self-report ({trials}).',
    places: ({ trials }) => ({ trials: describeTrials(trials()) }),
    sources: ['S-1', 'T-ATRQ'],
    reads: ['conditions', 'trials'],
    when: (intake) => resistance(intake, 'notMet'),
  },
  {
    id: 'TRD-UNKNOWN',
    tier: 'core',
    finds:
      'Depression is a goal, and either the list of antidepressants was never answered, or missing answers decide whether 2 count.',
    severity: { spravato: 'review', ivKetamine: 'info' },
    unknown: 'omit',
    clinician: 'Treatment resistance cannot be determined ({trials}).',
    places: ({ trials }) => ({ trials: describeTrials(trials()) }),
    sources: ['T-ATRQ'],
    reads: ['conditions', 'trials'],
    when: (intake) => resistance(intake, 'unknown'),
  },
  {
    id: 'IND-SPR-NONMDD',
    tier: 'core',
    finds: 'Interest in SPRAVATO or either treatment, and depression is not among the goals.',
    severity: { spravato: 'review', ivKetamine: null },
    unknown: 'omit',
    clinician: 'Interest in SPRAVATO without a depression (MDD) goal: outside US indications.',
    sources: ['S-1'],
    reads: ['interest', 'conditions'],
    when: (intake) =>
      and(
        presentIf(intake.answers.interest === 'spravato' || intake.answers.interest === 'either'),
        presentIf(!hopesForDepression(intake)),
      ),
  },
  {
    id: 'IND-IVK-OFFLABEL',
    tier: 'core',
    finds: 'Interest in IV ketamine or either treatment.',
    severity: { spravato: null, ivKetamine: 'info' },
    unknown: 'omit',
    clinician: 'Off-label consent needed; evidence varies by condition.',
    sources: ['K-1', 'F-CMP'],
    reads: ['interest'],
    when: ({ answers }) => presentIf(answers.interest === 'ivKetamine' || answers.interest === 'either'),
  },
  {
    id: 'IND-MDSI',
    tier: 'extended',
    finds: 'Depression is a goal, and the suicide screen is positive.',
    severity: { spravato: 'info', ivKetamine: null },
    unknown: 'omit',
    clinician:
      'Second US indication exists (MDD with acute suicidal ideation/behavior, with an oral antidepressant); it does not replace hospitalization and has not been shown to prevent suicide.',
    sources: ['S-1'],
    reads: ['conditions', ...asq.reads],
    when: (intake) => {
      const { answers, suicideScreen } = intake;
      return and(
        presentIf(hopesForDepression(intake)),
        or(presentIf(suicideScreen.positive(answers)), presentIf(suicideScreen.acute(answers))),
      );
    },
  },
] as const satisfies readonly Rule[];

const resistance = (intake: Intake, finding: 'met' | 'notMet' | 'unknown') =>
  presentIf(hopesForDepression(intake) && intake.trials().resistance === finding);
