import type { Range } from '../questions/total.ts';
import type { ClinicRuleId } from './clinic-pack.ts';
import type { Disposition } from './disposition.ts';
import type { Severities, Treatment } from './rule.ts';
import type { RuleId } from './rules.ts';
import type { Tri } from './tri.ts';

/** What one rule found. */
export interface Finding {
  readonly id: RuleId | ClinicRuleId;
  readonly result: Tri;
}

/** What a clinician should look at: found present, or not to be told from the answers. */
export interface Flag extends Severities {
  readonly id: RuleId | ClinicRuleId;
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
