import type { ClinicRules } from '../settings/clinic-rules.ts';
import type { Key } from '../steps/catalog.ts';
import type { Intake } from './intake.ts';
import { type Severity, severities } from './rule.ts';
import type { Tri } from './tri.ts';
import { triOf } from './tri-condition.ts';

/** The id of a rule that a clinic has added. */
export type ClinicRuleId = `CLINIC-${string}`;

/** A rule that a clinic has added, ready to be put to an intake. */
export interface ClinicRule extends Omit<ClinicRules['add'][number], 'id'> {
  readonly id: ClinicRuleId;
  /** The questions it looks at. */
  readonly reads: readonly Key[];
}

/**
 * A clinic's own rules as they were in force. `clinicPackOf` makes it of the settings and adds to each condition
 * those of the questions it reads, so that it can be put to an intake without knowing the form.
 */
export interface ClinicPack extends Pick<ClinicRules, 'version' | 'approvedBy' | 'approvedOn' | 'raise'> {
  readonly add: readonly ClinicRule[];
}

/** Whose rule it is, for whoever reads the flag. */
export interface ClinicsOwn {
  readonly kind: 'raised' | 'added';
  readonly version: string;
  readonly approvedBy: string;
  readonly approvedOn: string;
  /** Why it was raised; of an added rule, on what it rests. */
  readonly why: string;
}

const rank = (severity: Severity | null): number =>
  severity === null ? severities.length : severities.indexOf(severity);

/** The worse of two: nothing that a clinic writes makes a rule weigh less. */
const worse = (one: Severity | null, other: Severity): Severity | null =>
  rank(other) < rank(one) ? other : one;

/** How much one of our rules weighs for IV ketamine at this clinic. */
export function raisedFor(
  clinic: ClinicPack | null,
  rule: string,
  severity: Severity | null,
): Severity | null {
  const raise = clinic?.raise.find((one) => one.rule === rule);
  return raise ? worse(severity, raise.to) : severity;
}

/** What a clinic's own rule finds: present, absent, or it cannot tell. */
export const resultOf = (rule: ClinicRule, intake: Intake): Tri => triOf(rule.when, intake);

/** What a flag owes to the clinic's own rules; nothing where it is ours alone. */
export function clinicsOwn(clinic: ClinicPack | null, id: string): ClinicsOwn | undefined {
  if (!clinic) return undefined;
  const { version, approvedBy, approvedOn } = clinic;
  const added = clinic.add.find((rule) => rule.id === id);
  if (added) return { kind: 'added', version, approvedBy, approvedOn, why: added.source };
  const raise = clinic.raise.find(({ rule }) => rule === id);
  return raise && { kind: 'raised', version, approvedBy, approvedOn, why: raise.why };
}
