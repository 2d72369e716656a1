import type { CaseWork, TimelineEntry } from '../../submission/case-work-wire.ts';
import {
  callOutcomeNames,
  decisions,
  reasonText,
  safetyOutcomeNames,
  spokenWithNames,
} from '../../submission/decisions.ts';
import { isReminderDue } from '../../submission/reminder.ts';
import { dayText, moment, timeOfDay } from '../format.ts';

/** What happened, as a line of the timeline says it; `more` in the writer's own words. */
export interface Told {
  readonly words: string;
  readonly more?: string | null;
}

export function told(entry: TimelineEntry, at: (iso: string) => string): Told {
  switch (entry.kind) {
    case 'received':
      return { words: 'Form received' };
    case 'alertRaised':
      return { words: 'Safety alert raised by the person' };
    case 'alertWithdrawn':
      return { words: 'Safety alert taken back by the person' };
    case 'viewed':
      return { words: 'Looked at it' };
    case 'exported':
      return { words: `Exported (${entry.format || 'file'})` };
    case 'escalated':
      return { words: 'Past its limit, and nobody had taken it' };
    case 'asked':
      return { words: 'Asked the patient for more' };
    case 'replied':
      return { words: 'The patient replied' };
    case 'assigned':
      return assigned(entry);
    case 'note':
      return { words: 'Note', more: entry.text };
    case 'call': {
      const who = entry.spokeWith === null ? '' : `, ${spokenWithNames[entry.spokeWith].toLowerCase()}`;
      return {
        words: `Called at ${at(entry.calledAt)}: ${callOutcomeNames[entry.outcome].toLowerCase()}${who}`,
        more: entry.note,
      };
    }
    case 'decided':
    case 'amended':
    case 'undone':
      return {
        words: `${verbs[entry.kind]}: ${decisions[entry.decision].name} (${reasonText(entry.decision, entry.reason)})`,
        more: entry.note,
      };
    case 'booked':
      return { words: entry.visitAt === null ? 'Booked' : `Booked for ${at(entry.visitAt)}` };
    case 'reopened':
      return { words: 'Reopened', more: entry.note };
    case 'safetyClosed':
      return {
        words: `Safety item closed: ${safetyOutcomeNames[entry.outcome].toLowerCase()}; ${spokenWithNames[entry.spokeWith].toLowerCase()}, ${at(entry.spokeAt)}`,
        more: entry.note,
      };
    case 'reminderSet':
      return { words: `Reminder set for ${at(entry.remindAt)}`, more: entry.note };
    case 'reminderRemoved':
      return { words: 'Reminder removed' };
    case 'flagAcknowledged':
      return { words: `Flag ${entry.flag} seen` };
    case 'flagOpened':
      return { words: `Flag ${entry.flag} marked as not seen` };
    case 'verified':
      return { words: `${verifiedAs[entry.how]}: ${entry.labels.join(', ')}` };
  }
}

const verifiedAs = {
  confirmed: 'Confirmed what the patient said',
  corrected: 'Corrected what the patient said',
  withdrawn: 'Took back what was verified',
} as const;

const verbs = { decided: 'Decided', amended: 'Changed to', undone: 'Undone' } as const;

const assigned = ({ by, to }: Extract<TimelineEntry, { kind: 'assigned' }>): Told => {
  if (to === null) return { words: 'Gave it back' };
  return { words: to.userId === by?.userId ? 'Took it' : `Gave it to ${to.name}` };
};

const states: Readonly<Record<CaseWork['status'], string>> = {
  new: 'new',
  claimed: 'being worked on',
  waiting: 'waiting on patient',
  ready: 'ready to book',
  closed: 'closed',
  raised: 'form not sent yet',
  withdrawn: 'taken back by the person',
};

/** `Reminder, due today, 9:00 AM` on the day itself; else with the day: `Reminder for Dec 1, 2026, 9:00 AM`. */
export function reminderWords(at: string, now: Date, timeZone: string | undefined): string {
  const isToday = dayText(at, timeZone) === dayText(now.toISOString(), timeZone);
  const when = isToday ? `today, ${timeOfDay(new Date(at), timeZone)}` : moment(at, timeZone);
  if (!isReminderDue(at, now)) return `Reminder for ${when}`;
  return isToday ? `Reminder, due ${when}` : `Reminder, due since ${when}`;
}

/** `claimed by Ana Reyes` */
export const standing = ({ status, assignee }: CaseWork): string => {
  const whose = assignee === null ? '' : ` (${assignee.name})`;
  return `${states[status]}${whose}`;
};
