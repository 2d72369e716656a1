import { fill } from '../lib/locale.ts';
import type { Answers, Key } from '../steps/catalog.ts';
import { type Circumstances, intakeOf } from './intake.ts';
import type { Rule, Tag } from './rule.ts';
import { ruleOf } from './rules.ts';
import type { Flag } from './screen.ts';
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
}

/**
 * Puts words to the flags of an intake, in their order. A flag of a rule that no longer exists is left out: older
 * submissions keep their own words.
 */
export function explain(
  flags: readonly Flag[],
  answers: Answers,
  circumstances: Circumstances,
): readonly ExplainedFlag[] {
  const intake = intakeOf(answers, circumstances);
  return flags.flatMap((flag) => {
    const rule: Rule | undefined = ruleOf(flag.id);
    if (!rule) return [];
    return {
      flag,
      words: fill(rule.clinician, rule.places?.(intake) ?? {}),
      finds: rule.finds,
      tags: rule.tags ?? [],
      sources: rule.sources.map((code) => ({ code, name: sourceName(code) })),
      reads: rule.reads.filter((key) => intake.shown.has(key)),
    };
  });
}
