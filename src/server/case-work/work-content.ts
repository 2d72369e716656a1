import type { ReviewState } from '../../machines/review-states.ts';
import type { CallOutcome, DecisionKind, SafetyOutcome, SpokenWith } from '../../submission/decisions.ts';
import type { QueueEntry } from '../../submission/queue-entry.ts';
import type { SafetyLevel } from '../../submission/staff-wire.ts';
import type { CaseEventsTable, SubmissionsTable } from '../db/schema.ts';
import type { Envelope, RecordKey } from '../keys/envelope.ts';
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
        readonly before: { readonly status: ReviewState; readonly assigneeId: string | null } | null;
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
}

export const noWork: Work = { format: 1, decision: null, safety: null, acknowledged: [] };

const workPlace = (version: number) => ({ column: 'submissions.work', version });

type SealedWork = Pick<SubmissionsTable, 'work' | 'work_version'>;

/** What comes out was put in by `sealWork`: the encryption is authenticated, and bound to its version. */
export const openWork = (envelope: Envelope, key: RecordKey, row: SealedWork): Work =>
  row.work === null || row.work_version === null
    ? noWork
    : (envelope.openJson(key, workPlace(row.work_version), row.work) as Work);

export const sealWork = (envelope: Envelope, key: RecordKey, before: SealedWork, work: Work): SealedWork => {
  const version = (before.work_version ?? 0) + 1;
  return { work: envelope.sealJson(key, workPlace(version), work), work_version: version };
};

/** The line of a case in the queue: once its safety item is closed, its answers press no more. */
export const openEntry = (
  envelope: Envelope,
  key: RecordKey,
  row: SealedWork & Pick<SubmissionsTable, 'summary'>,
): QueueEntry => {
  const entry = openColumn(envelope, key, 'summary', row.summary);
  return openWork(envelope, key, row).safety === null ? entry : { ...entry, level: 'none' };
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
  | { readonly kind: 'flagAcknowledged' | 'flagOpened'; readonly flag: string };

/** An event stands at a place of its own: one copied over another does not open. */
const eventPlace = (id: string) => ({ column: `case_events.content ${id}`, version: 1 });

export const sealEvent = (envelope: Envelope, key: RecordKey, id: string, event: CaseEvent): Uint8Array =>
  envelope.sealJson(key, eventPlace(id), { format: 1, event });

export const openEvent = (envelope: Envelope, key: RecordKey, row: CaseEventsTable): CaseEvent =>
  (envelope.openJson(key, eventPlace(row.id), row.content) as { readonly event: CaseEvent }).event;

/** Text that somebody had not finished: bound to whose it is, so that nobody is shown another's. */
const unsentPlace = (userId: string) => ({ column: `unsent_notes.content ${userId}`, version: 1 });

export interface Unsent {
  readonly panel: string;
  readonly text: string;
}

export const sealUnsent = (envelope: Envelope, key: RecordKey, userId: string, unsent: Unsent): Uint8Array =>
  envelope.sealJson(key, unsentPlace(userId), { format: 1, ...unsent });

export const openUnsent = (
  envelope: Envelope,
  key: RecordKey,
  row: { readonly user_id: string; readonly content: Uint8Array },
): unknown => envelope.openJson(key, unsentPlace(row.user_id), row.content);
