import type { Role, Session } from '../../submission/staff-wire.ts';
import { type Destination, FIRST_VIEW } from '../router.ts';

/** A page of the portal that its menu leads to. */
export interface Page {
  readonly name: string;
  readonly place: Destination;
  /** What is found there, for whoever has not been there yet. */
  readonly holds: string;
  /** Absent: everybody's. */
  readonly for?: readonly Role[];
}

const everyday: readonly Page[] = [
  {
    name: 'Queue',
    place: { page: 'queue', view: FIRST_VIEW, open: undefined },
    holds: 'who waits, and their cases',
    for: ['clinician', 'frontDesk'],
  },
  {
    name: 'Figures',
    place: { page: 'figures', period: '12' },
    holds: 'week by week: forms, waiting times, decisions',
    for: ['clinician', 'administrator'],
  },
  {
    name: 'Export a list',
    place: { page: 'lists' },
    holds: 'many cases as one file for a spreadsheet',
    for: ['clinician'],
  },
  {
    name: 'Your account',
    place: { page: 'account' },
    holds: 'password, second step, where you are signed in',
  },
];

/** For administrators alone. */
export const administration: readonly Page[] = [
  { name: 'Users', place: { page: 'users' }, holds: 'accounts, roles, sessions' },
  { name: 'Audit', place: { page: 'audit' }, holds: 'who did and read what, and whether it is as written' },
  { name: 'Notices', place: { page: 'notices' }, holds: 'e-mails and webhooks: sent, waiting, given up' },
  { name: 'Settings', place: { page: 'settings' }, holds: 'what is in force; locations, hours, limits' },
  { name: 'Retention', place: { page: 'retention' }, holds: 'what is kept, and what will be purged when' },
];

/** What of the everyday pages is somebody's. */
export const everydayOf = ({ roles }: Session): readonly Page[] =>
  everyday.filter((page) => page.for === undefined || page.for.some((role) => roles.includes(role)));
