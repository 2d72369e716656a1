import type { Contact, QueueEntry } from '../../submission/queue-entry.ts';
import { byUrgency, higherLevel } from '../../submission/safety-level.ts';
import type { SafetyLevel, View } from '../../submission/staff-wire.ts';
import type { AlertContent } from '../safety-alerts/alert-content.ts';
import type { AlertHead } from '../safety-alerts/safety-alerts.repository.ts';
import type { CaseHead } from './cases.repository.ts';
import type { Opened } from './held-open.ts';

/** A row of the queue before it is known who looks at it. */
export type Row = {
  readonly id: string;
  readonly level: SafetyLevel;
  /** ISO instant: since when somebody waits. */
  readonly since: string;
} & (
  | { readonly kind: 'case'; readonly head: CaseHead; readonly entry: QueueEntry }
  | { readonly kind: 'alert'; readonly head: AlertHead; readonly alert: AlertContent }
  /** It is there and cannot be opened: shown, so that somebody looks for its key. */
  | { readonly kind: 'unreadable'; readonly of: 'submission' | 'alert'; readonly head: CaseHead | AlertHead }
);

export interface OpenRows {
  readonly cases: readonly CaseHead[];
  readonly entries: ReadonlyMap<string, Opened<QueueEntry>>;
  readonly alerts: readonly AlertHead[];
  readonly contents: ReadonlyMap<string, Opened<AlertContent>>;
}

/** Every open case, and every alert whose form has not been sent: by safety level, then by who has waited longest. */
export const rowsOf = (open: OpenRows): readonly Row[] => {
  const cases = new Set(open.cases.map(({ id }) => id));
  const raised = alertsByCase(open);
  return [
    ...open.cases.map((head) => caseRow(head, open.entries.get(head.id), raised.get(head.id) ?? [])),
    ...open.alerts
      .filter(({ submission_id: of }) => of === null || !cases.has(of))
      .flatMap((head) => alertRow(head, open.contents.get(head.id))),
  ].sort(byUrgency);
};

const alertsByCase = ({ alerts, contents }: OpenRows): ReadonlyMap<string, readonly AlertContent[]> => {
  const byCase = new Map<string, AlertContent[]>();
  for (const { id, submission_id: of, status } of alerts) {
    const content = contents.get(id);
    if (of === null || status !== 'raised' || content?.kind !== 'opened') continue;
    byCase.set(of, [...(byCase.get(of) ?? []), content.value]);
  }
  return byCase;
};

const caseRow = (
  head: CaseHead,
  opened: Opened<QueueEntry> | undefined,
  alerts: readonly AlertContent[],
): Row => {
  if (opened?.kind !== 'opened')
    return unreadable('submission', head, new Date(head.received_at).toISOString());
  const entry = opened.value;
  return {
    kind: 'case',
    id: head.id,
    head,
    entry,
    level: alerts.map(({ level }) => level).reduce(higherLevel, entry.level),
    since: alerts.map(({ raisedAt }) => raisedAt).reduce(earlier, entry.since),
  };
};

const alertRow = (head: AlertHead, opened: Opened<AlertContent> | undefined): readonly Row[] => {
  if (opened?.kind !== 'opened') return [unreadable('alert', head, new Date(head.raised_at).toISOString())];
  const alert = opened.value;
  // Taken back before it ever arrived: there is nothing to tell.
  if (!alert.wasRaised) return [];
  const level = head.status === 'raised' ? alert.level : 'none';
  return [{ kind: 'alert', id: head.id, head, alert, level, since: alert.raisedAt }];
};

/** Nobody can say how pressing it is, so it is not left at the end. */
const unreadable = (of: 'submission' | 'alert', head: CaseHead | AlertHead, since: string): Row => ({
  kind: 'unreadable',
  of,
  id: head.id,
  head,
  level: 'sameDay',
  since,
});

const earlier = (one: string, other: string): string => (Date.parse(one) <= Date.parse(other) ? one : other);

/** Which rows a view holds. Somebody who took an alert back stays in sight until staff have closed it. */
export const isIn = (view: View, row: Row, userId: string): boolean => {
  switch (view) {
    case 'safety':
      return row.level !== 'none' || row.kind === 'alert';
    case 'new':
      return row.kind === 'case' && row.head.status === 'new';
    case 'mine':
      return row.kind === 'case' && row.head.assignee_id === userId;
    case 'waiting':
      return row.kind === 'case' && row.head.status === 'waiting';
    case 'ready':
      return row.kind === 'case' && row.head.status === 'ready';
    case 'closed':
      return false;
  }
};

/** An alert knows only what stood on the contact page. */
export const contactOfAlert = (alert: AlertContent): Contact => ({
  name: alert.name ?? 'Name not given',
  phone: alert.phone,
  email: null,
  whereToday: alert.whereToday,
  mayCall: 'yes',
  mayText: null,
  mayEmail: null,
  mayLeaveMessage: alert.mayLeaveMessage,
  contactMethod: null,
  preferredTimes: [],
  interpreter: false,
});
