import type { ReviewState } from '../../machines/review-states.ts';
import type { PanelName } from '../../submission/case-work-wire.ts';
import type { CallOutcome, DecisionKind, SafetyOutcome, SpokenWith } from '../../submission/decisions.ts';
import type { QueueEntry } from '../../submission/queue-entry.ts';
import type { SafetyLevel } from '../../submission/staff-wire.ts';
import type { CaseEventsTable, SubmissionsTable, UnsentNotesTable } from '../db/schema.ts';
import { CannotOpen, type Envelope, type RecordKey } from '../keys/envelope.ts';
import { openColumn } from '../submissions/sealed-columns.ts';

export interface Decision {
  readonly kind: DecisionKind;
  readonly reason: string;
  readonly note: string | null;
}

/** What staff have made of a case so far: sealed in its row, at a version of its own. */
export interface Work {
  readonly format: 1;
  readonly decision:
    | (Decision & {
        readonly at: string;
        readonly by: string;
        /** How the case stood before, for an undo; null once the decision was amended. */
        readonly before: {
          readonly status: ReviewState;
          readonly assigneeId: string | null;
          /** Goes when the case is closed, and comes back with an undo. */
          readonly reminder?: Reminder | null;
        } | null;
      })
    | null;
  /** How the call that the answers asked for ended; an alert that is raised afterwards is open all the same. */
  readonly safety: {
    readonly level: SafetyLevel;
    readonly outcome: SafetyOutcome;
    readonly at: string;
    readonly by: string;
  } | null;
  readonly acknowledged: readonly { readonly flag: string; readonly at: string; readonly by: string }[];
  readonly reminder: Reminder | null;
}

export interface Reminder {
  /** ISO instant */
  readonly at: string;
  readonly note: string | null;
  readonly by: string;
}

export const noWork: Work = { format: 1, decision: null, safety: null, acknowledged: [], reminder: null };

const workPlace = (version: number) => ({ column: 'submissions.work', version });

type SealedWork = Pick<SubmissionsTable, 'work' | 'work_version'>;

/** What comes out was put in by `sealWork`, or before there were reminders: authenticated, and bound to its version. */
export const openWork = (envelope: Envelope, key: RecordKey, row: SealedWork): Work =>
  row.work === null || row.work_version === null
    ? noWork
    : { ...noWork, ...(envelope.openJson(key, workPlace(row.work_version), row.work) as Work) };

export const sealWork = (envelope: Envelope, key: RecordKey, before: SealedWork, work: Work): SealedWork => {
  const version = (before.work_version ?? 0) + 1;
  return { work: envelope.sealJson(key, workPlace(version), work), work_version: version };
};

/** A reply begins the work anew: what was decided before it stands in the timeline, and new danger is open again. */
export const workAfterReply = (
  envelope: Envelope,
  key: RecordKey,
  row: SealedWork,
  isAboutSafety: boolean,
): SealedWork => {
  const work = openWork(envelope, key, row);
  return sealWork(envelope, key, row, {
    ...work,
    decision: null,
    safety: isAboutSafety ? null : work.safety,
  });
};

/** The line of a case in the queue, with what staff have added to it. */
export interface WorkedEntry extends QueueEntry {
  readonly remindAt: string | null;
}

/** The line of a case in the queue: once its safety item is closed, its answers press no more. */
export const openEntry = (
  envelope: Envelope,
  key: RecordKey,
  row: SealedWork & Pick<SubmissionsTable, 'summary'>,
): WorkedEntry => {
  const entry = openColumn(envelope, key, 'summary', row.summary);
  const { safety, reminder } = openWork(envelope, key, row);
  return { ...entry, level: safety === null ? entry.level : 'none', remindAt: reminder?.at ?? null };
};

/** One thing that staff did. */
export type CaseEvent =
  | { readonly kind: 'assigned'; readonly to: string | null }
  | { readonly kind: 'note'; readonly text: string }
  | {
      readonly kind: 'call';
      readonly outcome: CallOutcome;
      readonly spokeWith: SpokenWith | null;
      readonly calledAt: string;
      readonly note: string | null;
    }
  | {
      readonly kind: 'decided' | 'amended' | 'undone';
      readonly decision: DecisionKind;
      readonly reason: string;
      readonly note: string | null;
    }
  | { readonly kind: 'booked'; readonly visitAt: string | null }
  | { readonly kind: 'reopened'; readonly note: string | null }
  | {
      readonly kind: 'safetyClosed';
      readonly level: SafetyLevel;
      readonly outcome: SafetyOutcome;
      readonly spokeWith: SpokenWith;
      readonly spokeAt: string;
      readonly note: string | null;
    }
  | { readonly kind: 'reminderSet'; readonly remindAt: string; readonly note: string | null }
  | { readonly kind: 'reminderRemoved' }
  | { readonly kind: 'flagAcknowledged' | 'flagOpened'; readonly flag: string }
  | {
      readonly kind: 'verified';
      readonly how: 'confirmed' | 'corrected' | 'withdrawn';
      readonly labels: readonly string[];
    };

const eventPlace = { column: 'case_events.content', version: 1 };

/** Holds its own id: one that was copied over another is not taken for it. */
export const sealEvent = (envelope: Envelope, key: RecordKey, id: string, event: CaseEvent): Uint8Array =>
  envelope.sealJson(key, eventPlace, { format: 1, id, event });

export const openEvent = (envelope: Envelope, key: RecordKey, row: CaseEventsTable): CaseEvent => {
  const { id, event } = envelope.openJson(key, eventPlace, row.content) as {
    readonly id: string;
    readonly event: CaseEvent;
  };
  if (id !== row.id) throw new CannotOpen('The event belongs to another place.');
  return event;
};

const unsentPlace = { column: 'unsent_notes.content', version: 1 };

/** Text that somebody had not finished. Holds whose it is, so that nobody is shown another's. */
export interface Unsent {
  readonly panel: PanelName;
  readonly text: string;
}

export const sealUnsent = (envelope: Envelope, key: RecordKey, userId: string, unsent: Unsent): Uint8Array =>
  envelope.sealJson(key, unsentPlace, { format: 1, userId, ...unsent });

export const openUnsent = (envelope: Envelope, key: RecordKey, row: UnsentNotesTable): Unsent => {
  const { userId, panel, text } = envelope.openJson(key, unsentPlace, row.content) as Unsent & {
    readonly userId: string;
  };
  if (userId !== row.user_id) throw new CannotOpen('The text belongs to another person.');
  return { panel, text };
};
