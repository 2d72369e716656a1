import * as z from 'zod/mini';
import { locales } from '../lib/locale.ts';

/**
 * What crosses the network, parsed by both sides. Answers are parsed apart, by `answersSchema` of the questions,
 * because they depend on the day and on the clinic's locations.
 */
export const uuid = z.uuid();
const instant = z.iso.datetime({ offset: true });
const shortText = z.string().check(z.minLength(1), z.maxLength(400));
/** As long as the answer it was copied from may be. */
const answeredText = z.string().check(z.minLength(1), z.maxLength(4_000));

/** 128 bits, base64url: the draft's id, derived in the browser from the person's secret. */
export const draftId = z.string().check(z.regex(/^[A-Za-z0-9_-]{22}$/));
/** 256 bits, base64url: sent as `Authorization: Draft <verifier>`; the server keeps its SHA-256. */
export const verifier = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));

export const language = z.enum(locales);

/** A risk or contraindication answer that was changed before sending: what it was, and when it was changed. */
export const trailEntry = z.strictObject({
  key: shortText,
  at: instant,
  from: z.nullable(z.unknown()),
});

/** `PUT /api/submissions/:id` */
export const submissionRequest = z.strictObject({
  formVersion: shortText,
  language,
  /** The draft that this submission closes; its verifier stands in the Authorization header. */
  draftId: z.optional(draftId),
  startedAt: z.optional(instant),
  answers: z.record(z.string(), z.unknown()),
  trail: z._default(z.array(trailEntry).check(z.maxLength(500)), []),
});
export type SubmissionRequest = z.infer<typeof submissionRequest>;

/** The same for every repeat of the same submission. */
export const receipt = z.strictObject({
  submissionId: uuid,
  /** Short, to be read out on the phone: `KX7-4M2`. */
  reference: z.string(),
  receivedAt: instant,
});
export type Receipt = z.infer<typeof receipt>;

/**
 * `PUT /api/safety-alerts/:id`. The one message that leaves before sending: raised with consent from the contact
 * page, or because the person asked to be called. Only what caused it travels; the server works out the level.
 */
export const alertAnswerKeys = [
  'emergencyNow',
  'birthDate',
  'phq9',
  'asq1',
  'asq2',
  'asq3',
  'asq4',
  'asq4when',
  'asq5',
] as const;

export const safetyAlertRequest = z.strictObject({
  /** The case that the alert will join when the form is sent. */
  submissionId: uuid,
  /** Counts the changes of this alert on the person's side, so that an older message that arrives late is ignored. */
  revision: z.optional(z.int().check(z.gte(1))),
  state: z.enum(['raised', 'withdrawn']),
  agreedBy: z.enum(['consent', 'asked']),
  language,
  name: z.optional(answeredText),
  phone: z.optional(answeredText),
  whereToday: z.optional(answeredText),
  mayLeaveMessage: z.optional(z.enum(['yes', 'no'])),
  /** Those named above and the clinic's own suicide screen, if it has one: parsed by their questions' schema. */
  answers: z.record(z.string(), z.optional(z.unknown())),
});
export type SafetyAlertRequest = z.infer<typeof safetyAlertRequest>;

export const safetyAlertReceipt = z.strictObject({
  alertId: uuid,
  state: z.enum(['raised', 'withdrawn']),
  receivedAt: instant,
});
export type SafetyAlertReceipt = z.infer<typeof safetyAlertReceipt>;

/** `PUT /api/drafts/:id`: ciphertext only. Version by `If-Match`; the first save says `If-None-Match: *`. */
export const draftRequest = z.strictObject({
  /** AES-256-GCM, nonce first, base64url. */
  ciphertext: z.string().check(z.minLength(1), z.maxLength(240_000), z.regex(/^[A-Za-z0-9_-]+$/)),
});
export const draftSaved = z.strictObject({ version: z.number(), expiresAt: instant });
export const draftLoaded = z.strictObject({ version: z.number(), ciphertext: z.string(), savedAt: instant });

/** What a person may know of a form that was sent: four words, nothing clinical. */
export const publicStatus = z.enum(['received', 'beingRead', 'weWillCall', 'done']);
export type PublicStatus = z.infer<typeof publicStatus>;

/** Every refusal: `application/problem+json`. Never holds a value. */
export const problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.string(),
  path: z.optional(z.string()),
  requestId: z.string(),
});
export type ProblemDetails = z.infer<typeof problem>;
