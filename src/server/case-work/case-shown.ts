import type { Settings } from '../../settings/settings.ts';
import type { CaseWork } from '../../submission/case-work-wire.ts';
import { UNDO_SECONDS } from '../../submission/decisions.ts';
import { dueAt, isOverdue } from '../../submission/escalation.ts';
import type { CaseEventsTable, UnsentNotesTable } from '../db/schema.ts';
import type { Tx } from '../db/transaction.ts';
import type { Envelope, RecordKey } from '../keys/envelope.ts';
import type { Row } from '../reviews/queue.ts';
import type { StaffNames } from '../sign-in/staff-names.ts';
import { type File, idsOf, rowOf } from './case-file.ts';
import { type ActOn, findUnsent, listActsOn, listEvents } from './case-work.repository.ts';
import { actsTold, MOST_ACTS, type OpenedEvent, timelineOf } from './timeline.ts';
import { noWork, openEvent, openUnsent, openWork, type Work } from './work-content.ts';

/** What is gathered in the transaction, to be opened after the commit. */
export interface Gathered {
  readonly file: File;
  readonly events: readonly CaseEventsTable[];
  readonly acts: readonly ActOn[];
  readonly unsent: UnsentNotesTable | undefined;
  readonly names: StaffNames;
}

export const gather = async (
  tx: Tx,
  file: File,
  userId: string,
  namesOf: (tx: Tx) => Promise<StaffNames>,
): Promise<Gathered> => {
  const ids = idsOf(file);
  return {
    file,
    events: await listEvents(tx, ids),
    acts: await listActsOn(tx, ids, actsTold, MOST_ACTS),
    unsent: await findUnsent(tx, file.row.id, userId),
    names: await namesOf(tx),
  };
};

type Limits = Pick<Settings, 'hours' | 'timeZone' | 'safety'>;

/** The work on a case as one member of staff sees it. */
export const caseWorkOf = (
  envelope: Envelope,
  gathered: Gathered,
  viewer: { readonly userId: string; readonly now: Date; readonly limits: Limits },
): CaseWork => {
  const { file, names } = gathered;
  const { row, keyOf } = file;
  const work = file.kind === 'alert' ? noWork : openWork(envelope, keyOf(row.id), file.row);
  const events = gathered.events.map((one) => ({
    row: one,
    event: openEvent(envelope, keyOf(one.subject_id), one),
  }));
  return {
    id: row.id,
    kind: file.kind,
    version: row.version,
    status: row.status,
    assignee: names.person(row.assignee_id),
    safety: safetyOf(rowOf(envelope, file), events, names, viewer),
    decision: work.decision ? decisionOf(work.decision, names, viewer) : null,
    reminder: work.reminder && { ...work.reminder, by: names.person(work.reminder.by) },
    acknowledged: work.acknowledged.map(({ flag, at, by }) => ({ flag, at, by: names.person(by) })),
    timeline: timelineOf(events, gathered.acts, names),
    unsent: gathered.unsent ? unsentOf(envelope, keyOf(row.id), gathered.unsent) : null,
  };
};

const safetyOf = (
  row: Row | undefined,
  events: readonly OpenedEvent[],
  names: StaffNames,
  { now, limits }: { readonly now: Date; readonly limits: Limits },
): CaseWork['safety'] => {
  if (row !== undefined && (row.level !== 'none' || row.kind === 'alert')) {
    return {
      state: 'open',
      level: row.level,
      dueAt: dueAt(row, limits).toISOString(),
      isOverdue: isOverdue(row, limits, now),
    };
  }
  const last = events.findLast(({ event }) => event.kind === 'safetyClosed');
  if (last?.event.kind !== 'safetyClosed') return { state: 'none' };
  return {
    state: 'closed',
    level: last.event.level,
    outcome: last.event.outcome,
    at: new Date(last.row.at).toISOString(),
    by: names.person(last.row.actor_id),
  };
};

const decisionOf = (
  { kind, reason, note, at, by, before }: NonNullable<Work['decision']>,
  names: StaffNames,
  viewer: { readonly userId: string; readonly now: Date },
): CaseWork['decision'] => {
  const undoUntil = Date.parse(at) + UNDO_SECONDS * 1_000;
  const canUndo = before !== null && by === viewer.userId && viewer.now.getTime() <= undoUntil;
  return {
    kind,
    reason,
    note,
    at,
    by: names.person(by),
    undoUntil: canUndo ? new Date(undoUntil).toISOString() : null,
  };
};

const unsentOf = (envelope: Envelope, key: RecordKey, row: UnsentNotesTable): CaseWork['unsent'] => ({
  ...openUnsent(envelope, key, row),
  savedAt: new Date(row.saved_at).toISOString(),
});
