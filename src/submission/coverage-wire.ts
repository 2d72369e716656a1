import * as z from 'zod/mini';
import { packIds } from '../coverage/packs.ts';
import { staffFieldsSchema } from '../coverage/staff-fields.ts';
import { uuid } from './wire.ts';

/** What the portal and the server say to each other of payers and of the REMS. */
const field = z.strictObject({
  label: z.string(),
  /** Null: a gap. */
  value: z.nullable(z.string()),
  from: z.enum(['patient', 'staff', 'notAsked']),
});
export type WireField = z.infer<typeof field>;

const group = z.strictObject({ title: z.string(), fields: z.array(field) });
export type WireGroup = z.infer<typeof group>;

const criterion = z.strictObject({
  asks: z.string(),
  result: z.enum(['met', 'unmet', 'unknown']),
  because: z.string(),
  settledBy: z.string(),
});
export type WireCriterion = z.infer<typeof criterion>;

/** Of which submission a sheet speaks, and by which form and rules. */
const source = z.strictObject({
  id: uuid,
  reference: z.string(),
  name: z.string(),
  receivedAt: z.iso.datetime({ offset: true }),
  formVersion: z.string(),
  rulesVersion: z.string(),
  /** The day of the sheet, in the clinic's time zone: ages and scores are counted to it. */
  madeOn: z.string(),
});
export type SheetSource = z.infer<typeof source>;

const staff = z.strictObject({
  /** 0: nobody has saved any. */
  version: z.number(),
  /** Written for this case. */
  own: staffFieldsSchema,
  /** From the clinic's settings, where the case says nothing else. */
  clinic: staffFieldsSchema,
});

/** `GET /api/staff/submissions/:id/prior-authorization/:pack`; `proposed` as the pack takes the patient's insurer. */
export const priorAuthorization = z.strictObject({
  source,
  proposed: z.strictObject({ pack: z.enum(packIds), why: z.string() }),
  packs: z.array(z.strictObject({ id: z.enum(packIds), payer: z.string(), edition: z.string() })),
  pack: z.strictObject({
    id: z.enum(packIds),
    payer: z.string(),
    edition: z.string(),
    source: z.string(),
    seen: z.string(),
    notes: z.array(z.string()),
  }),
  caution: z.string(),
  criteria: z.array(criterion),
  gaps: z.array(z.strictObject({ group: z.string(), field })),
  /** What this payer's conditions read and the patient left blank. */
  askPatient: z.array(z.strictObject({ key: z.string(), label: z.string(), parts: z.array(z.string()) })),
  groups: z.array(group),
  staff,
});
export type PriorAuthorization = z.infer<typeof priorAuthorization>;

/** `GET /api/staff/submissions/:id/rems` */
export const remsReady = z.strictObject({
  source,
  caution: z.string(),
  groups: z.array(group),
  staff,
});
export type RemsReady = z.infer<typeof remsReady>;

/** What `PUT /api/staff/submissions/:id/staff-fields` answers; it takes `staffFieldsSchema` and `If-Match`. */
export const staffFieldsSaved = z.strictObject({ version: z.number() });
