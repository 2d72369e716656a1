import * as z from 'zod/mini';
import { answerStates } from './answer-states.ts';

const said = z.strictObject({ text: z.string(), state: z.enum(answerStates) });
export type SaidText = z.infer<typeof said>;

/** What a clinician has confirmed or corrected of what a patient said. What was said stays beside it. */
export const verifiedAnswer = z.strictObject({
  key: z.string(),
  label: z.string(),
  kind: z.enum(['confirmed', 'corrected']),
  /** As the patient said it, and as it is verified. */
  reported: said,
  verified: said,
  /** The patient has answered this otherwise since. */
  saidAnew: z.boolean(),
  by: z.string(),
  at: z.iso.datetime({ offset: true }),
});
export type VerifiedAnswer = z.infer<typeof verifiedAnswer>;

/** Where it can be verified: a question that the patient was asked, and what they said. */
export const verifiableAnswer = z.strictObject({
  key: z.string(),
  label: z.string(),
  reported: said,
  /** The answers that are corrected with it, as they stand: what the form for it begins with. */
  standing: z.record(z.string(), z.unknown()),
});
