import * as z from 'zod/mini';
import { difference } from './follow-up-wire.ts';
import { answerStates } from './staff-wire.ts';

/** What clinicians have confirmed or corrected of what a patient said. What was said first stays. */
const instant = z.iso.datetime({ offset: true });
const said = z.strictObject({ text: z.string(), state: z.enum(answerStates) });

const verifiedAnswer = z.strictObject({
  key: z.string(),
  label: z.string(),
  kind: z.enum(['confirmed', 'corrected']),
  /** As the patient said it, and as it is verified. */
  reported: said,
  verified: said,
  by: z.string(),
  at: instant,
});
export type VerifiedAnswer = z.infer<typeof verifiedAnswer>;

/** `GET /api/staff/submissions/:id/verified` */
export const verifiedAnswers = z.strictObject({
  /** For `If-Match`; null: nothing was verified, so `If-None-Match: *`. */
  version: z.nullable(z.number()),
  answers: z.array(verifiedAnswer),
  /** From what the patient reported to what is verified: findings that appear or go are by the verified answers. */
  difference,
  /** What may be verified, in the order of the form, with what the patient said. */
  verifiable: z.array(z.strictObject({ key: z.string(), label: z.string(), reported: said })),
});
export type VerifiedAnswers = z.infer<typeof verifiedAnswers>;

/** `PUT /api/staff/submissions/:id/verified/:key` */
export const verifyRequest = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('confirmed') }),
  z.strictObject({ kind: z.literal('corrected'), value: z.unknown() }),
  z.strictObject({ kind: z.literal('withdrawn') }),
]);
export type VerifyRequest = z.infer<typeof verifyRequest>;
