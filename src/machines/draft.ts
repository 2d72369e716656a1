import type { Locale } from '../lib/locale.ts';
import { type Answers, allPages, type Key } from '../steps/catalog.ts';
import { formVersion } from '../steps/form-version.ts';
import { isOwn, screenPage } from '../steps/own-instrument.ts';
import type { PageAnswers } from './intake.machine.ts';
import { interruptions } from './interruptions.ts';
import { isInterruption, type Place, pageAt } from './places.ts';
import { same } from './same.ts';
import { watchedKeys } from './watched.ts';

/** An answer that was changed after Continue: what it was (`null`: blank), and when. */
export interface Change {
  readonly key: Key;
  /** ISO instant. */
  readonly at: string;
  readonly from: unknown;
}

/** The one message that leaves before sending: the person agreed to it, or asked to be called. */
export interface SafetyAlert {
  readonly agreedBy: 'consent' | 'asked';
  readonly state: 'raised' | 'withdrawn';
  /** The answers that caused it, and nothing else of the form. The server works out how urgent it is. */
  readonly answers: Answers;
  /** `refused`: the server took a look and will not have it, so the clinic was not told. */
  readonly standing: 'pending' | 'told' | 'refused';
}

/**
 * An intake that was not sent yet. It is stored whole, encrypted in the browser: the answers and the pages left with
 * Continue, never a snapshot of a machine.
 */
export interface Draft {
  readonly format: 1;
  readonly formVersion: string;
  /** UUID, made with the draft: every repeat of sending carries it. */
  readonly submissionId: string;
  readonly alertId: string;
  readonly language: Locale;
  /** ISO instant. */
  readonly startedAt: string;
  /** The pages, support pages and checks left with Continue. */
  readonly passed: readonly Place[];
  readonly answers: Answers;
  /** When each answer was last given, changed or blanked; ISO instants. */
  readonly changedAt: Readonly<Partial<Record<Key, string>>>;
  /** Changes of answers about risk, oldest first. */
  readonly trail: readonly Change[];
  /** The keys whose last entry in the trail belongs to a page that the person is on just now. */
  readonly changing: readonly Key[];
  readonly alert?: SafetyAlert;
  /** When Send was pressed, until there is a receipt or a refusal. The answers do not change in between. */
  readonly sending?: string;
}

/** A draft that nobody has answered anything in. The ids are UUIDs, handed in because nothing here makes chance. */
export const newDraft = (start: {
  readonly submissionId: string;
  readonly alertId: string;
  readonly language: Locale;
  readonly at: string;
}): Draft => ({
  format: 1,
  formVersion,
  submissionId: start.submissionId,
  alertId: start.alertId,
  language: start.language,
  startedAt: start.at,
  passed: [],
  answers: {},
  changedAt: {},
  trail: [],
  changing: [],
});

/**
 * Keeps what stands on a page right now, before Continue. A draft in which nothing changed is the same object.
 *
 * A support page or check is met again where the answer it was about has changed, and so is the signature.
 *
 * @param answers by key; `undefined` where an answer was blanked
 * @param at ISO instant
 */
export function keepAnswers(draft: Draft, answers: PageAnswers, at: string): Draft {
  const changed = (Object.keys(answers) as Key[]).filter((key) => !same(draft.answers[key], answers[key]));
  if (changed.length === 0) return draft;
  const kept = withoutBlanks({ ...draft.answers, ...answers });
  return {
    ...draft,
    answers: kept,
    changedAt: { ...draft.changedAt, ...Object.fromEntries(changed.map((key) => [key, at])) },
    passed: stillPassed(draft, kept, changed),
    ...trailAfter(draft, kept, changed, at),
  };
}

/**
 * Keeps the answers of a page and puts it behind the person, who pressed Continue.
 *
 * @example applyPage(draft, 'danger', { emergencyNow: 'no' }, '2026-11-22T10:00:00Z').passed // ['danger']
 */
export function applyPage(draft: Draft, place: Place, answers: PageAnswers, at: string): Draft {
  const kept = keepAnswers(draft, answers, at);
  const own = keysOn(place);
  return {
    ...kept,
    passed: kept.passed.includes(place) ? kept.passed : [...kept.passed, place],
    changing: kept.changing.filter((key) => !own.has(key) && !(place === screenPage && isOwn(key))),
  };
}

/** The same draft in the other language. */
export const inLanguage = (draft: Draft, language: Locale): Draft =>
  draft.language === language ? draft : { ...draft, language };

const withoutBlanks = (answers: PageAnswers): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== undefined));

const keysOn = (place: Place): ReadonlySet<Key> =>
  new Set(pageAt(place)?.questions.map(({ key }) => key) ?? []);

/** Pages stay passed; what came up because of an answer, or was signed, does not outlive a change. */
function stillPassed(
  { answers: before, passed }: Draft,
  after: Answers,
  changed: readonly Key[],
): readonly Place[] {
  const again = passed.filter((place) => {
    if (place === 'sign') return changed.some((key) => key !== 'consents');
    if (!isInterruption(place)) return false;
    const { about } = interruptions[place];
    return !same(about(before), about(after));
  });
  return again.length === 0 ? passed : passed.filter((place) => !again.includes(place));
}

/** Whether an answer was given or left blank on a page already behind the person, and is now another. */
function isChangeOfMind(key: Key, before: Answers, after: Answers, passed: readonly Place[]): boolean {
  const pages = allPages.filter(
    (page) =>
      passed.includes(page.id) &&
      (page.questions.some((one) => one.key === key) || (page.id === screenPage && isOwn(key))),
  );
  return pages.some(({ items }) => {
    const [from, to] = [before[key], after[key]];
    if (!items) return !same(from, to);
    return items.some((item) => !same(itemOf(from, item), itemOf(to, item)));
  });
}

const itemOf = (answer: unknown, item: number): unknown =>
  Array.isArray(answer) ? (answer[item] ?? null) : null;

/**
 * One entry for each change of mind: while the person stays on the page, further changes of the same answer belong
 * to it, and one that is taken back leaves nothing.
 */
function trailAfter(
  draft: Draft,
  after: Answers,
  changed: readonly Key[],
  at: string,
): Pick<Draft, 'trail' | 'changing'> {
  let { trail, changing } = draft;
  for (const key of changed.filter((one) => watchedKeys.has(one) || isOwn(one))) {
    const open = changing.includes(key) ? trail.findLast((entry) => entry.key === key) : undefined;
    if (open && same(open.from, after[key] ?? null)) {
      trail = trail.filter((entry) => entry !== open);
      changing = changing.filter((one) => one !== key);
    } else if (!open && isChangeOfMind(key, draft.answers, after, draft.passed)) {
      trail = [...trail, { key, at, from: draft.answers[key] ?? null }];
      changing = [...changing, key];
    }
  }
  return { trail, changing };
}
