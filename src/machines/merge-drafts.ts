import type { Answers, Key } from '../steps/catalog.ts';
import type { Change, Draft } from './draft.ts';
import { interruptions } from './interruptions.ts';
import { isInterruption, type Place } from './places.ts';
import { same } from './same.ts';

/** An answer that two copies of a draft hold differently, and which copy was changed later. */
export interface Conflict {
  readonly key: Key;
  readonly kept: 'mine' | 'theirs';
  /** The answer that was not kept; absent where it was blank. */
  readonly other?: unknown;
}

export interface Merged {
  readonly draft: Draft;
  /** Only answers that both copies changed: where one never touched an answer, nothing was lost. */
  readonly conflicts: readonly Conflict[];
}

/**
 * Two copies of one draft, filled in on two devices, as one. An answer that only one copy changed is that copy's; of
 * two changes the later wins, a blanking included, and at the same instant mine. What was passed in either is passed.
 *
 * @param base what both copies started from, where that is known. Without it every answer that both copies hold
 *   counts as changed by both.
 */
export function mergeDrafts(mine: Draft, theirs: Draft, base?: Draft): Merged {
  const older = mine.startedAt <= theirs.startedAt ? mine : theirs;
  const keys = [...new Set([...keysOf(mine), ...keysOf(theirs)])];
  const differing = keys.filter((key) => !same(mine.answers[key], theirs.answers[key]));
  const changedIn = (draft: Draft, key: Key) =>
    base
      ? !same(draft.answers[key], base.answers[key])
      : draft.changedAt[key] !== undefined || draft.answers[key] !== undefined;
  const isConflict = (key: Key) => changedIn(mine, key) && changedIn(theirs, key);
  const isTheirs = (key: Key) =>
    isConflict(key)
      ? (theirs.changedAt[key] ?? '') > (mine.changedAt[key] ?? '')
      : changedIn(theirs, key) && !changedIn(mine, key);

  const fromTheirs = differing.filter(isTheirs);
  const answers = withAnswersOf(mine.answers, theirs.answers, fromTheirs);
  const later = Object.fromEntries(
    keys.flatMap((key) => {
      const at = isTheirs(key) ? theirs.changedAt[key] : mine.changedAt[key];
      return at === undefined ? [] : [[key, at]];
    }),
  );
  const { sending: _mine, alert: _alert, ...rest } = mine;
  const alert = mine.alert ?? theirs.alert;
  const sending = fromTheirs.length === 0 ? mine.sending : undefined;

  return {
    draft: {
      ...rest,
      submissionId: older.submissionId,
      alertId: older.alertId,
      startedAt: older.startedAt,
      passed: mergedPassed(mine, theirs, answers),
      answers,
      changedAt: later,
      trail: mergedTrail(mine.trail, theirs.trail),
      changing: [...new Set([...mine.changing, ...theirs.changing])],
      ...(alert && { alert }),
      ...(sending && { sending }),
    },
    conflicts: differing.filter(isConflict).map((key) => {
      const kept = isTheirs(key) ? 'theirs' : 'mine';
      const other = (kept === 'mine' ? theirs : mine).answers[key];
      return { key, kept, ...(other !== undefined && { other }) };
    }),
  };
}

const keysOf = ({ answers, changedAt }: Draft) =>
  [...Object.keys(answers), ...Object.keys(changedAt)] as Key[];

const withAnswersOf = (base: Answers, source: Answers, keys: readonly Key[]): Answers => {
  const taken: ReadonlySet<string> = new Set(keys);
  const kept = Object.entries(base).filter(([key]) => !taken.has(key));
  const brought = Object.entries(source).filter(([key, value]) => taken.has(key) && value !== undefined);
  return Object.fromEntries([...kept, ...brought]);
};

/** A page that came up because of an answer, and the signature, count as passed only for the answers they were about. */
function mergedPassed(mine: Draft, theirs: Draft, answers: Answers): readonly Place[] {
  const holdsFor = (draft: Draft, place: Place): boolean => {
    if (!draft.passed.includes(place)) return false;
    if (place === 'sign') return same(draft.answers, answers);
    if (!isInterruption(place)) return true;
    const { about } = interruptions[place];
    return same(about(draft.answers), about(answers));
  };
  return [...new Set([...mine.passed, ...theirs.passed])].filter(
    (place) => holdsFor(mine, place) || holdsFor(theirs, place),
  );
}

const mergedTrail = (mine: readonly Change[], theirs: readonly Change[]): readonly Change[] =>
  [...mine, ...theirs.filter((one) => !mine.some((other) => same(one, other)))].sort((one, other) =>
    one.at < other.at ? -1 : Number(one.at > other.at),
  );
