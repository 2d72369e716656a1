import type { Frozen, FrozenLine } from './freeze.ts';
import { safetyLevelOf } from './safety-level.ts';

type Said = Pick<FrozenLine, 'text' | 'state'>;

/** One answer before and after; null where the question was not on the path. */
export interface ChangedLine {
  readonly key: string;
  readonly label: string;
  readonly before: Said | null;
  readonly after: Said | null;
}

/** A finding that a change brought or took away. */
export interface ChangedFlag {
  readonly id: string;
  readonly status: 'present' | 'unknown';
  readonly words: string;
}

/** What differs between two states of one case, in English, for staff. */
export interface Difference {
  readonly lines: readonly ChangedLine[];
  readonly appeared: readonly ChangedFlag[];
  readonly gone: readonly ChangedFlag[];
  readonly level: { readonly before: Level; readonly after: Level };
}

type Level = ReturnType<typeof safetyLevelOf>;

/**
 * Compares what was said and what the rules found: every changed, added or dropped answer, and every finding that
 * came, went, or became known.
 */
export function differenceOf(before: Frozen, after: Frozen): Difference {
  return {
    lines: changedLines(linesOf(before), linesOf(after)),
    appeared: flagsNotIn(after, before),
    gone: flagsNotIn(before, after),
    level: {
      before: safetyLevelOf(before.screening.evaluation.flags),
      after: safetyLevelOf(after.screening.evaluation.flags),
    },
  };
}

const linesOf = ({ content }: Frozen): readonly FrozenLine[] => content.inEnglish ?? content.asRead;

const changedLines = (
  before: readonly FrozenLine[],
  after: readonly FrozenLine[],
): readonly ChangedLine[] => {
  const was = new Map(before.map((line) => [line.key, line]));
  const is = new Map(after.map((line) => [line.key, line]));
  const all = [...after, ...before.filter(({ key }) => !is.has(key))];
  return all.flatMap(({ key, label }) => {
    const [old, now] = [said(was.get(key)), said(is.get(key))];
    return old?.text === now?.text && old?.state === now?.state
      ? []
      : [{ key, label, before: old, after: now }];
  });
};

const said = (line: FrozenLine | undefined): Said | null =>
  line === undefined ? null : { text: line.text, state: line.state };

/** A finding that was unknown and is now present is another one. */
const flagsNotIn = (one: Frozen, other: Frozen): readonly ChangedFlag[] => {
  const known = new Set(other.screening.flags.map(({ flag }) => `${flag.id} ${flag.status}`));
  return one.screening.flags
    .filter(({ flag }) => !known.has(`${flag.id} ${flag.status}`))
    .map(({ flag, words, finds }) => ({
      id: flag.id,
      status: flag.status,
      // The rule's words say "reported": what is not known names what the rule looks for.
      words: flag.status === 'unknown' ? finds : words,
    }));
};
