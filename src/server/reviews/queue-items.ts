import type { Settings } from '../../settings/settings.ts';
import { isOverdue } from '../../submission/escalation.ts';
import { type Contact, chipsOf, nameInList } from '../../submission/queue-entry.ts';
import { isReminderDue } from '../../submission/reminder.ts';
import type { FrontDeskItem, QueueItem, SafetyLevel } from '../../submission/staff-wire.ts';
import type { AlertContent } from '../safety-alerts/alert-content.ts';
import type { StaffNames } from '../sign-in/staff-names.ts';
import { contactOfAlert, type Row } from './queue.ts';

/** What of the moment a list shows: who is who, and what is late. */
export interface Showing {
  readonly names: StaffNames;
  readonly limits: Pick<Settings, 'hours' | 'timeZone' | 'safety'>;
  readonly now: Date;
}

/** Past its limit, and taken by nobody. */
const isLate = (row: Row, { limits, now }: Pick<Showing, 'limits' | 'now'>): boolean =>
  isOverdue(row, limits, now);

/** Whether a person may have come before; confirmed where a clinician has said so. */
export type CameBefore = ReadonlyMap<string, 'confirmed' | 'maybe'>;

/** A row as a clinician sees it. */
export const clinicianItem =
  (showing: Showing, cameBefore: CameBefore = new Map()) =>
  (row: Row): QueueItem => {
    const isOverdue = isLate(row, showing);
    const content = contentOf(row, isOverdue);
    const before = cameBefore.get(row.id);
    return {
      ...content,
      chips: [
        ...content.chips,
        ...(isToBeRemembered(row, showing) ? [reminderChip] : []),
        ...(before === undefined ? [] : [cameBeforeChips[before]]),
      ],
      assignee: showing.names.person(row.head.assignee_id)?.name ?? null,
      isOverdue,
    };
  };

const isToBeRemembered = (row: Row, { now }: Pick<Showing, 'now'>): boolean =>
  row.kind === 'case' && row.entry.remindAt !== null && isReminderDue(row.entry.remindAt, now);

const reminderChip = { tone: 'review', text: 'Reminder due' } as const;

const cameBeforeChips = {
  confirmed: { tone: 'note', text: 'Came before' },
  maybe: { tone: 'note', text: 'Came before?' },
} as const;

const contentOf = (row: Row, isOverdue: boolean): Omit<QueueItem, 'assignee' | 'isOverdue'> => {
  const { id, level, since } = row;
  switch (row.kind) {
    case 'case': {
      const { reference, name, age, interest, phq9, chips, language, location } = row.entry;
      return {
        kind: 'submission',
        id,
        level,
        since,
        reference,
        name,
        age,
        interest,
        phq9,
        chips: chipsOf(level, chips, isOverdue),
        language,
        interpreter: row.entry.contact.interpreter,
        location,
      };
    }
    case 'alert':
      return {
        ...nothingKnown,
        kind: 'alert',
        id,
        level,
        since,
        name: listName(row.alert.name),
        chips: [...chipsOf(level, [], isOverdue), ...alertChips(row.alert, level)],
        language: row.alert.language,
      };
    case 'unreadable':
      return {
        ...nothingKnown,
        kind: row.of,
        id,
        level,
        since,
        name: CANNOT_BE_OPENED,
        chips: [{ tone: 'review', text: 'Tell the operator: its key is missing or damaged' }],
        language: 'en',
      };
  }
};

const CANNOT_BE_OPENED = 'Cannot be opened';
const nothingKnown = {
  reference: null,
  age: null,
  interest: null,
  phq9: null,
  interpreter: false,
  location: null,
} as const;

const alertChips = (alert: AlertContent, level: SafetyLevel): QueueItem['chips'] => [
  ...(level === 'none' ? [{ tone: 'note' as const, text: 'Taken back by the person' }] : []),
  ...(alert.manyFromThisAddress ? [{ tone: 'note' as const, text: 'Many from this address' }] : []),
];

/** The name of an alert is one text, as the person gave it. */
const listName = (name: string | null): string => {
  const parts = name?.trim().split(/\s+/) ?? [];
  return parts.length < 2 ? nameInList(parts[0], undefined) : nameInList(parts[0], parts.at(-1));
};

/** A row as the front desk sees it: whom to call and how, nothing of why. */
export const frontDeskItem = (row: Row): FrontDeskItem => {
  const { id, level, since } = row;
  switch (row.kind) {
    case 'case':
      return {
        ...reachedBy(row.entry.contact, level),
        kind: 'submission',
        id,
        since,
        reference: row.entry.reference,
        status: row.head.status,
        language: row.entry.language,
        location: row.entry.location,
      };
    case 'alert':
      return {
        ...reachedBy(contactOfAlert(row.alert), level),
        kind: 'alert',
        id,
        since,
        reference: null,
        status: 'notSent',
        language: row.alert.language,
        location: null,
      };
    case 'unreadable':
      return {
        ...reachedBy(nobody, 'none'),
        kind: row.of,
        id,
        since,
        reference: null,
        status: 'new',
        language: 'en',
        location: null,
      };
  }
};

const nobody: Contact = {
  name: CANNOT_BE_OPENED,
  phone: null,
  email: null,
  whereToday: null,
  mayCall: null,
  mayText: null,
  mayEmail: null,
  mayLeaveMessage: null,
  contactMethod: null,
  preferredTimes: [],
  interpreter: false,
};

const reachedBy = (contact: Contact, level: SafetyLevel) => {
  const { name, phone, email, mayCall, mayText, mayEmail, mayLeaveMessage } = contact;
  return {
    name,
    phone,
    email,
    mayCall,
    mayText,
    mayEmail,
    mayLeaveMessage,
    contactMethod: contact.contactMethod,
    preferredTimes: [...contact.preferredTimes],
    interpreter: contact.interpreter,
    callNow:
      level === 'none'
        ? null
        : {
            soon: level === 'urgent' ? ('now' as const) : ('today' as const),
            name,
            phone,
            place: contact.whereToday,
            mayLeaveMessage,
          },
  };
};
