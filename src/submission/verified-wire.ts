import * as z from 'zod/mini';
import { difference } from './follow-up-wire.ts';
import { verifiableAnswer, verifiedAnswer } from './verified-answer.ts';

/** What clinicians have confirmed or corrected of what a patient said. What was said first stays. */

/** `GET /api/staff/submissions/:id/verified` */
export const verifiedAnswers = z.strictObject({
  /** For `If-Match`; null: nothing was verified, so `If-None-Match: *`. */
  version: z.nullable(z.number()),
  answers: z.array(verifiedAnswer),
  /** From what the patient reported to what is verified: findings that appear or go are by the verified answers. */
  difference,
  /** What may be verified, in the order of the form, with what the patient said. */
  verifiable: z.array(verifiableAnswer),
});
export type VerifiedAnswers = z.infer<typeof verifiedAnswers>;

/**
 * `PUT /api/staff/submissions/:id/verified/:key`. A correction holds the answers of `questionsToCorrect(key)`; those
 * that are left out stay as they are.
 */
export const verifyRequest = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('confirmed') }),
  z.strictObject({ kind: z.literal('corrected'), answers: z.record(z.string(), z.unknown()) }),
  z.strictObject({ kind: z.literal('withdrawn') }),
]);
export type VerifyRequest = z.infer<typeof verifyRequest>;
