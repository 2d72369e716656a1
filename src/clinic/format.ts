import type { FrontDeskItem, QueueItem } from '../submission/staff-wire.ts';

const JUST_NOW = 'just now';

/** How long somebody has waited: `5 min`, `3 h 10 min`, `2 d 4 h`. Never less than "just now". */
export function waited(since: string, now: Date): string {
  const minutes = Math.floor((now.getTime() - Date.parse(since)) / 60_000);
  return minutes < 1 ? JUST_NOW : duration(minutes);
}

/** A number of whole minutes as it is read: `0 min`, `3 h 10 min`, `2 d 4 h`. */
export function duration(minutes: number): string {
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return `${hours} h ${minutes % 60} min`;
  return `${Math.floor(hours / 24)} d ${hours % 24} h`;
}

/** The same as a sentence says it: `waiting 3 h 10 min`, `received just now`. */
export function waitingText(since: string, now: Date): string {
  const time = waited(since, now);
  return time === JUST_NOW ? `received ${time}` : `waiting ${time}`;
}

const inZone = (timeZone: string | undefined) => (timeZone === undefined ? {} : { timeZone });

/** A moment in the clinic's own time zone: `Nov 22, 2026, 9:14 AM`. */
export const moment = (iso: string, timeZone?: string): string =>
  new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short', ...inZone(timeZone) }).format(
    new Date(iso),
  );

/** `9:14 AM` */
export const timeOfDay = (instant: Date, timeZone?: string): string =>
  new Intl.DateTimeFormat('en-US', { timeStyle: 'short', ...inZone(timeZone) }).format(instant);

const treatments: Readonly<Record<NonNullable<QueueItem['interest']>, string>> = {
  spravato: 'SPRAVATO',
  ivKetamine: 'IV ketamine',
  either: 'Either treatment',
};

export const interestText = (interest: QueueItem['interest']): string =>
  interest === null ? 'Treatment not answered' : treatments[interest];

/** `17`, or `17–20` where items were left blank. */
export const range = ({ min, max }: { readonly min: number; readonly max: number }): string =>
  min === max ? String(min) : `${min}–${max}`;

const dispositions: Readonly<Record<string, string>> = {
  'STOP-UNDER-18': 'Under 18: stop',
  'LABEL-CI': 'Label contraindication reported: a clinician confirms or rules it out',
  REVIEW: 'Review by a clinician before scheduling',
  ROUTINE: 'Routine review by a clinician',
};

export const dispositionText = (disposition: string): string => dispositions[disposition] ?? disposition;

/** A number as a phone dials it; what people type may hold words. */
export const telHref = (phone: string): string => `tel:${phone.replace(/[^\d+*#]/g, '')}`;

const statuses: Readonly<Record<FrontDeskItem['status'], string>> = {
  new: 'New',
  claimed: 'Being read',
  waiting: 'Waiting on patient',
  ready: 'Ready to book',
  closed: 'Closed',
  notSent: 'Form not sent yet',
};

export const statusText = (status: FrontDeskItem['status']): string => statuses[status];

/** `Nov 22, 2026` */
export const dayText = (iso: string, timeZone?: string): string =>
  new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', ...inZone(timeZone) }).format(new Date(iso));
