import type { Range } from '../questions/total.ts';
import type { Key } from '../steps/catalog.ts';
import type { Intake } from './intake.ts';
import type { Source } from './sources.ts';
import type { Tri } from './tri.ts';

export type Treatment = 'spravato' | 'ivKetamine';

/** Worst first. */
export const severities = ['urgent', 'contraindication', 'review', 'caution', 'info'] as const;
export type Severity = (typeof severities)[number];

/** How much a rule weighs for each treatment; `null`: it is not shown for that treatment. */
export type Severities = Readonly<Record<Treatment, Severity | null>>;

/**
 * `inferred`: no label says it in these words for IV ketamine, we map it there.
 * `consensusContraindication`: a guideline's contraindication for IV ketamine, not a label's.
 */
export type Tag = 'inferred' | 'consensusContraindication';

/** One sentence of the protocol. It is read by clinicians only: no patient ever sees it. */
export interface Rule<Id extends string = string> {
  readonly id: Id;
  readonly tier: 'core' | 'extended';
  /** What it looks for, in words: the rule as a clinician checks it. */
  readonly finds: string;
  readonly severity: Severities;
  /** Whether "cannot tell" is a flag of its own, or nothing is said. */
  readonly unknown: 'flag' | 'omit';
  /** What it tells the clinician, with `{places}` to fill. */
  readonly clinician: string;
  readonly places?: (intake: Intake) => Readonly<Record<string, string | number>>;
  readonly tags?: readonly Tag[];
  readonly sources: readonly Source[];
  /** The questions it looks at: shown beside the flag in the patient's own words. */
  readonly reads: readonly Key[];
  readonly when: (intake: Intake) => Tri;
}

/** The same severity for both treatments. */
export const both = <const S extends Severity>(severity: S) => ({ spravato: severity, ivKetamine: severity });

/** A total as a clinician reads it: `17`, or `17–20` where items are blank. */
export const rangeText = ({ min, max }: Range): string => (min === max ? String(min) : `${min}–${max}`);
