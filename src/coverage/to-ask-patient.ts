import type { Trial } from '../questions/values.ts';
import { allQuestions, type Key } from '../steps/catalog.ts';
import { answersFor } from './answers-needed.ts';
import { evaluate } from './evaluate.ts';
import type { Facts } from './facts.ts';
import type { Criterion, Pack } from './pack.ts';

/** What the patient left blank and this payer's conditions read. */
export interface ToAsk {
  readonly key: Key;
  readonly label: string;
  /** Of a list: what is blank in which entry, as `sertraline: weeks`. */
  readonly parts: readonly string[];
}

/**
 * What is worth asking the patient for this payer: only what a condition that cannot be told yet reads, and only what
 * was left blank. Whoever answered "not sure" does not know it: a paper settles that, not a second question.
 */
export function toAskPatient(pack: Pack, facts: Facts): readonly ToAsk[] {
  const asked = new Map<Key, Set<string>>();
  for (const { criterion, result } of evaluate(pack, facts)) {
    if (result !== 'unknown') continue;
    for (const key of answersFor(criterion)) {
      const parts = blankParts(key, criterion, facts);
      if (parts === undefined) continue;
      const known = asked.get(key) ?? new Set();
      for (const part of parts) known.add(part);
      asked.set(key, known);
    }
  }
  return [...asked].map(([key, parts]) => ({ key, label: labels.get(key) ?? key, parts: [...parts] }));
}

const labels: ReadonlyMap<string, string> = new Map(
  allQuestions.map(({ key, words: { en } }) => [key, en.short ?? en.label]),
);

/** `undefined`: nothing of it is blank. */
function blankParts(
  key: Key,
  criterion: Criterion,
  { answers, shown }: Facts,
): readonly string[] | undefined {
  if (!shown.has(key)) return undefined;
  const value = answers[key];
  if (value === undefined || value === null) return [];
  if (key === 'phq9' && answers.phq9?.some((item) => item === null)) return [];
  if (key !== 'trials') return undefined;
  const parts = (answers.trials ?? []).flatMap((trial) => blanksOf(trial, criterion));
  return parts.length > 0 ? parts : undefined;
}

const trialWords = {
  doseMg: 'dose',
  weeks: 'weeks',
  mostDays: 'most days or not',
  currentEpisode: 'this spell or not',
  response: 'how much it helped',
} as const;

const trialParts = Object.keys(trialWords) as (keyof typeof trialWords)[];

function blanksOf(trial: Trial, criterion: Criterion): readonly string[] {
  const asksEpisode = criterion.kind === 'trials' && criterion.currentEpisode === true;
  const blank = trialParts.filter(
    (part) => trial[part] === undefined && (part !== 'currentEpisode' || asksEpisode),
  );
  return blank.length === 0 ? [] : [`${trial.drug}: ${blank.map((part) => trialWords[part]).join(', ')}`];
}
