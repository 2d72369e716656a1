import type { Contact } from '../../submission/queue-entry.ts';
import { higherLevel, mostUrgentFirst } from '../../submission/safety-level.ts';
import type { SafetyLevel, View } from '../../submission/staff-wire.ts';
import type { WorkedEntry } from '../case-work/work-content.ts';
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
  /** A member of staff has taken it; where alerts were raised, each of them. */
  readonly isClaimed: boolean;
} & (
  | { readonly kind: 'case'; readonly head: CaseHead; readonly entry: WorkedEntry }
  | { readonly kind: 'alert'; readonly head: AlertHead; readonly alert: AlertContent }
  /** It is there and cannot be opened: shown, so that somebody looks for its key. */
  | { readonly kind: 'unreadable'; readonly of: 'submission' | 'alert'; readonly head: CaseHead | AlertHead }
);

/** The ids of those rows that are cases. */
export const casesOf = (rows: readonly Row[]): readonly string[] =>
  rows.filter(({ kind }) => kind === 'case').map(({ id }) => id);

export interface OpenRows {
  readonly cases: readonly CaseHead[];
  readonly entries: ReadonlyMap<string, Opened<WorkedEntry>>;
  readonly alerts: readonly AlertHead[];
  readonly contents: ReadonlyMap<string, Opened<AlertContent>>;
}

/** Every open case, and every alert whose form has not been sent: by safety level, then by who has waited longest. */
export const rowsOf = (open: OpenRows): readonly Row[] => {
  const cases = new Set(open.cases.map(({ id }) => id));
  const raised = alertsByCase(open);
  return mostUrgentFirst([
    ...open.cases.map((head) => caseRow(head, open.entries.get(head.id), raised.get(head.id) ?? [])),
    ...open.alerts
      .filter(({ submission_id: of }) => of === null || !cases.has(of))
      .filter(isStillToBeSeen)
      .flatMap((head) => alertRow(head, open.contents.get(head.id))),
  ]);
};

/** Whoever took an alert back, and whose case was closed since, has been dealt with. */
const isStillToBeSeen = ({ status, case_status }: AlertHead): boolean =>
  status === 'raised' || case_status !== 'closed';

interface RaisedAlert {
  readonly head: AlertHead;
  readonly content: AlertContent;
}

const alertsByCase = ({ alerts, contents }: OpenRows): ReadonlyMap<string, readonly RaisedAlert[]> => {
  const byCase = new Map<string, RaisedAlert[]>();
  for (const head of alerts) {
    const { id, submission_id: of, status } = head;
    const opened = contents.get(id);
    if (of === null || status !== 'raised' || opened?.kind !== 'opened') continue;
    byCase.set(of, [...(byCase.get(of) ?? []), { head, content: opened.value }]);
  }
  return byCase;
};

const caseRow = (
  head: CaseHead,
  opened: Opened<WorkedEntry> | undefined,
  alerts: readonly RaisedAlert[],
): Row => {
  if (opened?.kind !== 'opened')
    return unreadable('submission', head, new Date(head.received_at).toISOString());
  const entry = opened.value;
  return {
    kind: 'case',
    id: head.id,
    head,
    entry,
    level: alerts.map(({ content }) => content.level).reduce(higherLevel, entry.level),
    since: alerts.map(({ content }) => content.raisedAt).reduce(earlier, entry.since),
    isClaimed:
      alerts.length > 0
        ? alerts.every((alert) => alert.head.assignee_id !== null)
        : head.assignee_id !== null,
  };
};

const alertRow = (head: AlertHead, opened: Opened<AlertContent> | undefined): readonly Row[] => {
  if (opened?.kind !== 'opened') return [unreadable('alert', head, new Date(head.raised_at).toISOString())];
  const alert = opened.value;
  // Taken back before it ever arrived: there is nothing to tell.
  if (!alert.wasRaised) return [];
  const level = head.status === 'raised' ? alert.level : 'none';
  const isClaimed = head.assignee_id !== null;
  return [{ kind: 'alert', id: head.id, head, alert, level, since: alert.raisedAt, isClaimed }];
};

/** Nobody can say how pressing it is, so it is not left at the end. */
const unreadable = (of: 'submission' | 'alert', head: CaseHead | AlertHead, since: string): Row => ({
  kind: 'unreadable',
  of,
  id: head.id,
  head,
  level: 'sameDay',
  since,
  isClaimed: head.assignee_id !== null,
});

const earlier = (one: string, other: string): string => (Date.parse(one) <= Date.parse(other) ? one : other);

/** What somebody wants to see of a view: of a location, for a treatment, what is theirs. */
export interface Filters {
  readonly location: string | undefined;
  readonly treatment: 'spravato' | 'ivKetamine' | undefined;
  readonly whose: 'mine' | 'all' | undefined;
}

/**
 * Which rows a view holds. No filter hides somebody who must be called, nor a case that nobody has given a location.
 */
export const isShown = (view: View, row: Row, userId: string, filters: Filters): boolean => {
  if (view === 'safety') return isIn(view, row, userId);
  if (view === 'mine' && filters.whose === 'all')
    return row.head.assignee_id !== null && isAsked(row, filters);
  if (filters.whose === 'mine' && row.head.assignee_id !== userId) return false;
  return isIn(view, row, userId) && isAsked(row, filters);
};

const isAsked = (row: Row, { location, treatment }: Filters): boolean => {
  if (row.kind !== 'case') return true;
  const { entry, head } = row;
  const isThere = location === undefined || head.location === null || head.location === location;
  const isFor =
    treatment === undefined || entry.interest === null || ['either', treatment].includes(entry.interest);
  return isThere && isFor;
};

/** Somebody who took an alert back stays in sight until staff have closed it. */
const isIn = (view: View, row: Row, userId: string): boolean => {
  switch (view) {
    case 'safety':
      return row.level !== 'none' || row.kind === 'alert';
    case 'new':
      return row.kind === 'case' && row.head.status === 'new';
    case 'mine':
      return row.head.assignee_id === userId;
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
