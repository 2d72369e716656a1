import { canonicalJson } from '../lib/canonical-json.ts';
import { same } from '../machines/same.ts';
import type { ClinicPack } from '../screening/clinic-pack.ts';
import type { Result, RulePack } from '../screening/pack.ts';
import { fingerprintOf, releasedPack } from '../screening/released-packs.ts';
import type { Thresholds } from '../settings/settings.ts';
import { type Difference, differencesBetween } from './differences.ts';
import type { Frozen } from './freeze.ts';
import { type FrozenScreening, inputsOf } from './screened.ts';

/** What came of evaluating a submission again under the packs that it names. */
export type Replayed =
  | { readonly kind: 'identical' }
  | { readonly kind: 'different'; readonly differences: readonly Difference[] }
  /** `packNotReleased`: this program does not hold it. The other two: what is stored was not stored by it. */
  | { readonly kind: 'cannot'; readonly why: 'packNotReleased' | 'otherPack' | 'otherInputs' };

/**
 * Evaluates a submission again under the rules of its day, taken from the packs as they were released, and compares.
 * Nothing of the stored result is used. "Identical" is the whole result, part by part: every rule, its words,
 * every score and trial.
 *
 * @param sha256 of a text, in hex
 */
export function replay({ content, screening }: Frozen, sha256: (text: string) => string): Replayed {
  const version = screening.evaluation.rulesVersion;
  const pack = releasedPack(version);
  if (!pack) return { kind: 'cannot', why: 'packNotReleased' };
  const inputs = inputsOf(content, clinicOf(screening));
  if (screening.format === 2) {
    if (screening.packs.rules.sha256 !== fingerprintOf(version)) return { kind: 'cannot', why: 'otherPack' };
    if (screening.inputsSha256 !== sha256(canonicalJson(inputs)))
      return { kind: 'cannot', why: 'otherInputs' };
  }
  const [stored, again] = [resultOf(screening), pack.evaluate(inputs)];
  if (same(stored, again)) return { kind: 'identical' };
  const differences = differencesBetween(stored, again);
  return { kind: 'different', differences: differences.length > 0 ? differences : [elsewhere] };
}

/** The rules under which a past submission is to be looked at. */
export interface OtherRules {
  readonly pack: Pick<RulePack, 'evaluate'>;
  readonly clinic: ClinicPack | null;
  /** Absent: those under which it was received. */
  readonly thresholds?: Thresholds;
}

/** What other rules would say differently of a submission: the same answers, on the same day. */
export function differencesUnder({ content, screening }: Frozen, other: OtherRules): readonly Difference[] {
  const inputs = inputsOf(content, other.clinic);
  const again = other.pack.evaluate({ ...inputs, thresholds: other.thresholds ?? inputs.thresholds });
  return differencesBetween(resultOf(screening), again);
}

const resultOf = ({ evaluation, flags, trials }: FrozenScreening): Result => ({ evaluation, flags, trials });

/** The clinic's own rules that were in force when this was screened; `null`: none. */
export const clinicOf = (screening: FrozenScreening): ClinicPack | null =>
  screening.format === 2 ? (screening.packs.clinic?.pack ?? null) : null;

const elsewhere: Difference = {
  about: 'another part of the result',
  before: 'as stored',
  after: 'different',
  isWording: false,
};
