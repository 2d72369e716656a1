import { answerText, stateOf } from '../questions/display.ts';
import type { Answers } from '../steps/catalog.ts';
import { questionsWith } from '../steps/own-instrument.ts';
import { corrected } from './corrected.ts';
import type { Frozen } from './freeze.ts';
import { type QueueEntry, queueEntryOf } from './queue-entry.ts';
import { higherLevel, safetyLevelOf } from './safety-level.ts';
import type { SafetyLevel } from './staff-wire.ts';
import type { SaidText, VerifiedAnswer } from './verified-answer.ts';

/** What a clinician said of one answer. Every act is kept; the last of a key counts. */
export interface VerifiedAct {
  readonly key: string;
  readonly kind: VerifiedAnswer['kind'] | 'withdrawn';
  readonly value?: unknown;
  /** What the patient's answer read like then; absent in acts of before it was kept. */
  readonly said?: string;
  readonly by: string;
  readonly at: string;
}

/** A case as the patient reported it, and as it is with what clinicians corrected. */
export interface VerifiedCase {
  readonly reported: Frozen;
  /** The same as `reported` where nothing is corrected. */
  readonly holds: Frozen;
  readonly answers: readonly VerifiedAnswer[];
}

/** Puts what clinicians verified over what the patient said, and never in its place. */
export function verifiedCase(reported: Frozen, acts: readonly VerifiedAct[]): VerifiedCase {
  const standing = standingActs(acts);
  const corrections = standing.filter(({ kind }) => kind === 'corrected');
  const holds =
    corrections.length === 0
      ? reported
      : corrected(reported, Object.fromEntries(corrections.map(({ key, value }) => [key, value])) as Answers);
  return {
    reported,
    holds,
    answers: standing.map(({ key, kind, value, said, by, at }) => {
      const now = saidOf(reported, key);
      return {
        key,
        kind: kind === 'corrected' ? kind : 'confirmed',
        by,
        at,
        label: shortLabel(reported, key),
        reported: now,
        verified: kind === 'corrected' ? read(reported, key, value) : now,
        saidAnew: said !== undefined && said !== now.text,
      };
    }),
  };
}

/** Of all that was verified what stands: the last word on each answer, unless it was taken back. */
export const standingActs = (acts: readonly VerifiedAct[]): readonly VerifiedAct[] =>
  [...new Map(acts.map((act) => [act.key, act])).values()].filter(({ kind }) => kind !== 'withdrawn');

/**
 * How soon the person must be called: by what they said or by what was corrected, whichever presses more. A correction
 * may call for a call and never calls one off: that takes an outcome.
 */
export const levelOf = ({ reported, holds }: Pick<VerifiedCase, 'reported' | 'holds'>): SafetyLevel =>
  higherLevel(
    safetyLevelOf(reported.screening.evaluation.flags),
    safetyLevelOf(holds.screening.evaluation.flags),
  );

/** The line of the queue: what holds, with a mark where that is not what the patient's own answers say. */
export function verifiedEntry(verified: VerifiedCase): QueueEntry {
  const { reported, holds } = verified;
  const [said, held] = [queueEntryOf(reported), queueEntryOf(holds)];
  const differs = JSON.stringify([said.chips, said.level]) !== JSON.stringify([held.chips, held.level]);
  return {
    ...held,
    level: levelOf(verified),
    chips: differs ? [...held.chips, { tone: 'note', text: 'Corrected' }] : held.chips,
  };
}

const questionOf = ({ content }: Frozen, key: string) =>
  questionsWith(content.settings.instrument).find((question) => question.key === key);

/** What a question is called in a list; its key where the form no longer asks it. */
export const shortLabel = (frozen: Frozen, key: string): string =>
  questionOf(frozen, key)?.words.en.short ?? key;

/** What the patient said to one question, for staff. */
export const saidOf = (frozen: Frozen, key: string): SaidText =>
  read(frozen, key, (frozen.content.answers as Readonly<Record<string, unknown>>)[key]);

const read = (frozen: Frozen, key: string, value: unknown): SaidText => {
  const question = questionOf(frozen, key);
  if (question === undefined || value === undefined) return { text: '', state: 'blank' };
  const { answers, settings } = frozen.content;
  const reading = { locale: 'en', locations: settings.locations, bodyUnits: answers.bodyUnits } as const;
  return { text: answerText(question, value, reading), state: stateOf(value) };
};
