import type { Settings } from '../../settings/settings.ts';
import { type NotificationKind, notificationKinds } from './outbox.repository.ts';

/** The words of a notification. Nothing about any person: mail and webhooks leave our protection. */
interface Words {
  readonly subject: string;
  readonly text: string;
  /** The event's name in the webhook. */
  readonly event: string;
}

/** All but what goes to a patient, which is written when it is sent. */
type StaffNotice = Exclude<NotificationKind, typeof PATIENT_MESSAGE>;
export const PATIENT_MESSAGE = 'patient-message';

const words: Readonly<Record<StaffNotice, Words>> = {
  'submission-received': {
    subject: 'A new form has arrived',
    text: 'A new form is waiting in the queue.',
    event: 'submission.received',
  },
  'safety-alert-raised': {
    subject: 'Please look at the queue now',
    text: 'Something at the top of the queue should be looked at now.',
    event: 'safety-alert.raised',
  },
  'safety-alert-withdrawn': {
    subject: 'The queue has changed',
    text: 'Something at the top of the queue was changed by the person who sent it.',
    event: 'safety-alert.withdrawn',
  },
  'reply-received': {
    subject: 'A reply has arrived',
    text: 'A reply is waiting in the queue.',
    event: 'reply.received',
  },
  'safety-item-late': {
    subject: 'The queue still waits for somebody',
    text: 'Something at the top of the queue has waited past its limit, and nobody has taken it.',
    event: 'safety-item.late',
  },
  'safety-item-on-call': {
    subject: 'The queue waits for whoever is on call',
    text: 'The clinic is closed, and something at the top of the queue waits to be taken.',
    event: 'safety-item.on-call',
  },
};

export const wordsOf = (kind: string): Words | undefined => {
  const known = notificationKinds.find((name) => name === kind);
  return known === undefined || known === PATIENT_MESSAGE ? undefined : words[known];
};

/** Always those of the settings, never of a request. */
export const recipientsOf = (kind: string, { email, safety }: Settings): readonly string[] => {
  const office = email === undefined ? [] : [email];
  const inTurn = {
    news: [office, safety.notifyEmails],
    danger: [safety.notifyEmails, office, safety.escalateTo],
    late: [safety.escalateTo, safety.notifyEmails, office],
    onCall: [safety.onCall?.emails ?? [], safety.escalateTo, safety.notifyEmails, office],
  }[urgencyOf(kind)];
  return inTurn.find((recipients) => recipients.length > 0) ?? [];
};

const urgencyOf = (kind: string): 'news' | 'danger' | 'late' | 'onCall' => {
  switch (kind) {
    case 'submission-received':
    case 'reply-received':
      return 'news';
    case 'safety-item-late':
      return 'late';
    case 'safety-item-on-call':
      return 'onCall';
    default:
      return 'danger';
  }
};
