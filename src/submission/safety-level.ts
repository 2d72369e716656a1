import type { Flag } from '../screening/evaluation.ts';
import type { RuleId } from '../screening/rules.ts';
import type { SafetyLevel } from './staff-wire.ts';

/** A person is called the same day (`docs/clinical-reference.md` 5.1, `architecture.md` 8). */
const sameDay: ReadonlySet<string> = new Set<RuleId>(['SU-POSITIVE', 'SU-PHQ9-ITEM9']);

const isUrgent = ({ spravato, ivKetamine }: Flag): boolean =>
  spravato === 'urgent' || ivKetamine === 'urgent';

/**
 * How soon a person must be called. It says who is called first and nothing else: it is no measure of risk, and no
 * patient ever sees it.
 *
 * @example safetyLevelOf([{ id: 'SU-POSITIVE', status: 'present', spravato: 'review', ivKetamine: 'review' }]) // 'sameDay'
 */
export function safetyLevelOf(flags: readonly Flag[]): SafetyLevel {
  const present = flags.filter(({ status }) => status === 'present');
  if (present.some(isUrgent)) return 'urgent';
  return present.some(({ id }) => sameDay.has(id)) ? 'sameDay' : 'none';
}

const rank: Readonly<Record<SafetyLevel, number>> = { urgent: 0, sameDay: 1, none: 2 };

/** The more pressing of two levels. */
export const higherLevel = (one: SafetyLevel, other: SafetyLevel): SafetyLevel =>
  rank[one] <= rank[other] ? one : other;

interface Waiting {
  readonly level: SafetyLevel;
  /** ISO instant. */
  readonly since: string;
  readonly id: string;
}

/** Order of the queue: level, then longest wait; the id decides between two of the same moment. */
export const byUrgency = (one: Waiting, other: Waiting): number =>
  inOrder(one, Date.parse(one.since), other, Date.parse(other.since));

/** Thousands in the order of the queue: each instant is read once, not at every comparison. */
export const mostUrgentFirst = <T extends Waiting>(all: readonly T[]): readonly T[] =>
  all
    .map((one) => ({ one, since: Date.parse(one.since) }))
    .sort((a, b) => inOrder(a.one, a.since, b.one, b.since))
    .map(({ one }) => one);

const inOrder = (one: Waiting, since: number, other: Waiting, otherSince: number): number =>
  rank[one.level] - rank[other.level] ||
  since - otherSince ||
  (one.id === other.id ? 0 : one.id < other.id ? -1 : 1);
