import type { TimelineEntry } from '../../submission/case-work-wire.ts';
import type { CaseEventsTable } from '../db/schema.ts';
import type { StaffNames } from '../sign-in/staff-names.ts';
import type { ActOn } from './case-work.repository.ts';
import type { CaseEvent } from './work-content.ts';

export const MOST_ACTS = 300;
/** The acts of the audit that the timeline tells of, and as what. */
const kinds = {
  'submission.read': 'viewed',
  'safety-alert.read': 'viewed',
  'submission.receive': 'received',
  'submission.export': 'exported',
  'safety-alert.raise': 'alertRaised',
  'safety-alert.withdraw': 'alertWithdrawn',
  'safety-item.escalate': 'escalated',
  'follow-up.ask': 'asked',
  'follow-up.reply': 'replied',
} as const;
type ToldAct = keyof typeof kinds;
const isTold = (action: string): action is ToldAct => Object.hasOwn(kinds, action);
export const actsTold: readonly string[] = Object.keys(kinds);

export interface OpenedEvent {
  readonly row: CaseEventsTable;
  readonly event: CaseEvent;
}

/** Looks of one person within this time are one line. */
const ONE_LOOK_MS = 15 * 60_000;

/** Everything that happened, the last first. */
export const timelineOf = (
  events: readonly OpenedEvent[],
  acts: readonly ActOn[],
  names: StaffNames,
): TimelineEntry[] => {
  const done = events.map(({ row, event }) => ({ at: row.at, entry: eventEntry(row, event, names) }));
  const noticed = withoutRepeatedLooks(acts).flatMap((act) => {
    const entry = actEntry(act, names);
    return entry === undefined ? [] : [{ at: act.at, entry }];
  });
  return [...done, ...noticed].sort((one, other) => other.at - one.at).map(({ entry }) => entry);
};

const eventEntry = (row: CaseEventsTable, event: CaseEvent, names: StaffNames): TimelineEntry => {
  const happened = { id: row.id, at: new Date(row.at).toISOString(), by: names.person(row.actor_id) };
  switch (event.kind) {
    case 'assigned':
      return { ...happened, kind: 'assigned', to: names.person(event.to) };
    case 'verified':
      return { ...happened, ...event, labels: [...event.labels] };
    default:
      return { ...happened, ...event };
  }
};

const isLook = ({ action }: ActOn): boolean => isTold(action) && kinds[action] === 'viewed';

/** Reading the work again after something was done is no look of its own. */
const ofTheWork: ReadonlySet<string> = new Set(['work', 'calls', 'follow-ups', 'verified']);
const isOfTheWork = ({ fields }: ActOn): boolean => ofTheWork.has(fields);

const withoutRepeatedLooks = (newestFirst: readonly ActOn[]): readonly ActOn[] => {
  const lastLook = new Map<string | null, number>();
  return newestFirst.filter((act) => {
    if (!isLook(act)) return true;
    if (isOfTheWork(act)) return false;
    const later = lastLook.get(act.actor_id);
    lastLook.set(act.actor_id, act.at);
    return later === undefined || later - act.at > ONE_LOOK_MS;
  });
};

const actEntry = (act: ActOn, names: StaffNames): TimelineEntry | undefined => {
  if (!isTold(act.action)) return undefined;
  const kind = kinds[act.action];
  const happened = {
    id: `act-${act.seq}`,
    at: new Date(act.at).toISOString(),
    by: act.actor_kind === 'staff' ? names.person(act.actor_id) : null,
  };
  return kind === 'exported' ? { ...happened, kind, format: act.fields } : { ...happened, kind };
};
