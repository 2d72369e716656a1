import { fill } from '../lib/locale.ts';
import type { Key } from '../steps/catalog.ts';
import { type ClinicPack, type ClinicsOwn, clinicsOwn } from './clinic-pack.ts';
import type { Flag } from './evaluation.ts';
import type { Intake } from './intake.ts';
import type { Rule, Tag } from './rule.ts';
import { ruleOf } from './rules.ts';
import { sourceName } from './sources.ts';

/** A flag as a clinician reads it: what it says, why it is there, and on what it rests. */
export interface ExplainedFlag {
  readonly flag: Flag;
  readonly words: string;
  /** The rule in words. */
  readonly finds: string;
  readonly tags: readonly Tag[];
  readonly sources: readonly { readonly code: string; readonly name: string }[];
  /** The questions behind it that this person was asked: show their answers beside it. */
  readonly reads: readonly Key[];
  /** Where the clinic's own rules raised or added it. */
  readonly clinicsOwn?: ClinicsOwn;
}

/**
 * Puts words to the flags of an intake, in their order. A flag of a rule that these rules do not have is left out.
 */
export function explain(
  flags: readonly Flag[],
  intake: Intake,
  clinic: ClinicPack | null,
): readonly ExplainedFlag[] {
  return flags.flatMap((flag) => {
    const told = ofOurs(flag, intake) ?? ofTheClinic(flag, clinic);
    if (!told) return [];
    const own = clinicsOwn(clinic, flag.id);
    return {
      ...told,
      reads: told.reads.filter((key) => intake.shown.has(key)),
      ...(own && { clinicsOwn: own }),
    };
  });
}

function ofOurs(flag: Flag, intake: Intake): ExplainedFlag | undefined {
  const rule: Rule | undefined = ruleOf(flag.id);
  return (
    rule && {
      flag,
      words: fill(rule.clinician, rule.places?.(intake) ?? {}),
      finds: rule.finds,
      tags: rule.tags ?? [],
      sources: rule.sources.map((code) => ({ code, name: sourceName(code) })),
      reads: rule.reads,
      ...readAtThisClinic(rule, intake),
    }
  );
}

/** A rule about the suicide screen rests, where the clinic has its own, on that one instead of the ASQ. */
function readAtThisClinic({ reads, sources }: Rule, { instrument }: Intake): Partial<ExplainedFlag> {
  if (!instrument || !reads.includes('asq1')) return {};
  const { name, version, items } = instrument;
  return {
    finds: `The clinic’s own suicide screen (${name}) in place of the ASQ: an item that was shown counts unless it is a clear no. Which ones are acute stands in the clinic’s file.`,
    sources: [
      { code: 'clinic', name: `${name}, ${version}` },
      ...sources.filter((code) => code !== 'N-ASQ').map((code) => ({ code, name: sourceName(code) })),
    ],
    reads: [...reads, ...items],
  };
}

/** A clinic's source is its own: no code of ours stands for it. */
function ofTheClinic(flag: Flag, clinic: ClinicPack | null): ExplainedFlag | undefined {
  const rule = clinic?.add.find(({ id }) => id === flag.id);
  return (
    rule && {
      flag,
      words: rule.clinician,
      finds: rule.finds,
      tags: [],
      sources: [{ code: 'clinic', name: rule.source }],
      reads: rule.reads,
    }
  );
}
