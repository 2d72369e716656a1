import type { DecisionKind } from '../../submission/decisions.ts';
import type { SafetyLevel } from '../../submission/staff-wire.ts';

/** Somebody who had to be called and was. */
export interface Reached {
  readonly level: SafetyLevel;
  /** Since when they waited, ISO instant. */
  readonly since: string;
  /** From then until somebody spoke with them, or for them. */
  readonly minutes: number;
  readonly inTime: boolean;
}

/** What happened in one week. Sums and durations; no case is named, and none can be told from another. */
export interface Tally {
  readonly format: 1;
  readonly decisions: readonly {
    readonly kind: DecisionKind;
    readonly reason: string;
    readonly many: number;
  }[];
  readonly reached: readonly Omit<Reached, 'since'>[];
}

export const nothingYet: Tally = { format: 1, decisions: [], reached: [] };

interface Decided {
  readonly kind: DecisionKind;
  readonly reason: string;
}

/** One more, or with -1 one less, of a decision and its reason; never fewer than none. */
export const withDecision = (tally: Tally, { kind, reason }: Decided, more: 1 | -1): Tally => {
  const isIt = (one: Decided) => one.kind === kind && one.reason === reason;
  const many = (tally.decisions.find(isIt)?.many ?? 0) + more;
  const others = tally.decisions.filter((one) => !isIt(one));
  return { ...tally, decisions: many > 0 ? [...others, { kind, reason, many }] : others };
};

export const withReached = (tally: Tally, { level, minutes, inTime }: Reached): Tally => ({
  ...tally,
  reached: [...tally.reached, { level, minutes, inTime }],
});
