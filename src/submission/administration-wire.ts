import * as z from 'zod/mini';
import { uuid } from './wire.ts';

/** What an administrator reads: who did what, what was sent to whom, what is in force. Nothing of a patient. */
const instant = z.iso.datetime({ offset: true });
const cursor = z.nullable(z.number());

const auditEntry = z.strictObject({
  seq: z.number(),
  at: instant,
  actor: z.strictObject({
    kind: z.string(),
    id: z.nullable(z.string()),
    /** Of an account that is still there. */
    name: z.nullable(z.string()),
    roles: z.array(z.string()),
  }),
  action: z.string(),
  object: z.nullable(z.strictObject({ type: z.string(), id: z.string() })),
  fields: z.array(z.string()),
  outcome: z.string(),
  reason: z.nullable(z.string()),
  location: z.nullable(z.string()),
  from: z.nullable(z.string()),
});
export type AuditEntry = z.infer<typeof auditEntry>;

const day = z.iso.date();
const word = z.string().check(z.minLength(1), z.maxLength(60));

/** `GET /api/staff/audit`, newest first. */
export const auditQuery = z.strictObject({
  /** An account, or `patient`, `visitor`, `system`, `command-line`. */
  actor: z.optional(word),
  action: z.optional(word),
  object: z.optional(word),
  from: z.optional(day),
  to: z.optional(day),
  /** Rows before this one. */
  before: z.optional(z.coerce.number().check(z.int(), z.gte(1))),
});
export type AuditQuery = z.infer<typeof auditQuery>;

export const auditPage = z.strictObject({
  entries: z.array(auditEntry),
  next: cursor,
  accounts: z.array(z.strictObject({ id: uuid, name: z.string() })),
  actions: z.array(z.string()),
});
export type AuditPage = z.infer<typeof auditPage>;

/** `POST /api/staff/audit/verify` */
export const auditVerdict = z.strictObject({
  sound: z.boolean(),
  /** Rows that were walked, or the first that is not as it was written. */
  row: z.number(),
  /** What was done to it. */
  kind: z.nullable(z.string()),
  notSealedYet: z.number(),
  checkpoints: z.number(),
  /** Lines of the checkpoint files that are not of this clinic, half written or forged. */
  unreadable: z.number(),
});
export type AuditVerdict = z.infer<typeof auditVerdict>;

export const notificationStates = ['waiting', 'leased', 'sent', 'dead'] as const;

const notice = z.strictObject({
  id: uuid,
  kind: z.string(),
  channel: z.enum(['email', 'webhook']),
  status: z.enum(notificationStates),
  attempts: z.number(),
  createdAt: instant,
  dueAt: instant,
  doneAt: z.nullable(instant),
  problem: z.nullable(z.string()),
});
export type Notice = z.infer<typeof notice>;

/** `GET /api/staff/notifications`, newest first; `before` is the id of the last of the page before. */
export const noticesQuery = z.strictObject({
  state: z.optional(z.enum(notificationStates)),
  before: z.optional(uuid),
});
export type NoticesQuery = z.infer<typeof noticesQuery>;

export const notices = z.strictObject({
  counts: z.record(z.enum(notificationStates), z.number()),
  notices: z.array(notice),
  next: z.nullable(uuid),
});
export type Notices = z.infer<typeof notices>;

/** `GET /api/staff/settings`: what is in force. Read-only: the settings are a file. */
export const settingsInForce = z.strictObject({
  demonstration: z.boolean(),
  clinic: z.array(z.strictObject({ path: z.string(), value: z.string() })),
  server: z.array(z.strictObject({ path: z.string(), value: z.string() })),
});
export type SettingsInForce = z.infer<typeof settingsInForce>;

const due = z.strictObject({ month: z.string(), many: z.number() });

/** `GET /api/staff/retention`: what is kept, and what will be purged when. Numbers only. */
export const retention = z.strictObject({
  drafts: z.strictObject({ days: z.number(), many: z.number(), nextAt: z.nullable(instant) }),
  cases: z.strictObject({
    /** Null: nothing is purged until the settings say how long cases are kept. */
    years: z.nullable(z.number()),
    many: z.number(),
    open: z.number(),
    onHold: z.number(),
    /** By month of the day from which they may be purged; those that are due already stand first. */
    due: z.array(due),
  }),
  auditRows: z.number(),
});
export type Retention = z.infer<typeof retention>;
