import * as z from 'zod/mini';
import { language, publicStatus, uuid } from './wire.ts';

/** What a patient is asked after they have sent, and what they answer. */
const instant = z.iso.datetime({ offset: true });
/** In the clinic's own words. */
export const MOST_TEXTS = 5;

/** `POST /api/follow-ups/open`: the code of a link, and the birth date that proves whose it is. */
export const openFollowUpRequest = z.strictObject({
  code: z.string().check(z.regex(/^[0-9A-Z]{26}$/)),
  birthDate: z.iso.date(),
});
export type OpenFollowUpRequest = z.infer<typeof openFollowUpRequest>;

/** What a patient finds with their own link or code, or with a follow-up link: no earlier answer. */
export const patientFollowUps = z.strictObject({
  submissionId: uuid,
  status: publicStatus,
  items: z.array(z.strictObject({ id: uuid, texts: z.array(z.string()), keys: z.array(z.string()) })),
});
export type PatientFollowUps = z.infer<typeof patientFollowUps>;

/** `PUT /api/submissions/:id/replies/:replyId`, with the verifier of the draft or with what opened a link. */
export const replyRequest = z.strictObject({
  followUpId: uuid,
  language,
  texts: z
    .array(z.nullable(z.string().check(z.minLength(1), z.maxLength(4_000))))
    .check(z.maxLength(MOST_TEXTS)),
  answers: z.record(z.string(), z.unknown()),
  link: z.optional(openFollowUpRequest),
});
export type ReplyRequest = z.infer<typeof replyRequest>;

/** The same for every repeat of the same reply. */
export const replyReceipt = z.strictObject({ replyId: uuid, receivedAt: instant });
export type ReplyReceipt = z.infer<typeof replyReceipt>;
