import type { Thresholds } from '../settings/settings.ts';
import { defaultThresholds } from '../settings/thresholds.ts';
import type { Answers, Key } from '../steps/catalog.ts';
import type { ClinicPack } from './clinic-pack.ts';
import { evaluate } from './evaluate.ts';
import type { Evaluation } from './evaluation.ts';
import { type ExplainedFlag, explain } from './explain.ts';
import { intakeFrom } from './intake.ts';
import { antidepressants } from './medicines/antidepressants.ts';
import { classLists } from './medicines/classes.ts';
import type { Rule } from './rule.ts';
import { rules, rulesVersion } from './rules.ts';
import { sources } from './sources.ts';
import type { InstrumentMarks } from './suicide-screen.ts';
import type { TrialCount } from './trials.ts';

/** All that a result depends on besides the pack: the same inputs under the same pack give the same result. */
export interface Inputs {
  /** Only the answers that count. */
  readonly answers: Answers;
  /** The questions that were asked. */
  readonly shown: readonly Key[];
  /** The clinic's day, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly thresholds: Thresholds;
  /** The clinic's own rules, where it has any. */
  readonly clinic: ClinicPack | null;
  /** The clinic's own suicide screen; absent: the ASQ. */
  readonly instrument?: InstrumentMarks;
}

/** Everything that a pack says of one intake. */
export interface Result {
  readonly evaluation: Evaluation;
  readonly flags: readonly ExplainedFlag[];
  readonly trials: TrialCount;
}

/** A rule without its function: what a clinician can read of it. */
export type ToldRule = Omit<Rule, 'when' | 'places'>;

/**
 * Rules, drug lists, thresholds and sources of one day, and what they make of an intake. A released pack is this file
 * with all it needs in one piece, kept under `released/` for ever (`scripts/release-pack.ts`).
 */
export interface RulePack {
  readonly id: 'prelude';
  readonly version: string;
  readonly rules: readonly ToldRule[];
  readonly lists: Readonly<Record<'classes' | 'antidepressants', unknown>>;
  /** The clinic's own stand in the inputs; these are in force where it sets none. */
  readonly thresholds: Thresholds;
  readonly sources: Readonly<Record<string, string>>;
  readonly evaluate: (inputs: Inputs) => Result;
}

const told = ({ when: _, places: __, ...rule }: Rule): ToldRule => rule;

/** The pack as it is in these folders now. */
export const pack: RulePack = {
  id: 'prelude',
  version: rulesVersion,
  rules: rules.map(told),
  lists: { classes: classLists, antidepressants },
  thresholds: defaultThresholds,
  sources,
  evaluate: ({ answers, shown, asOf, thresholds, clinic, instrument }) => {
    const intake = intakeFrom({ answers, shown: new Set(shown) }, { asOf, thresholds, instrument });
    const evaluation = evaluate(intake, clinic);
    return { evaluation, flags: explain(evaluation.flags, intake, clinic), trials: intake.trials() };
  },
};
