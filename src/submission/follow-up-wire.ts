import * as z from 'zod/mini';
import { answerStates } from './answer-states.ts';
import { MOST_TEXTS } from './reply-wire.ts';
import { safetyLevels } from './staff-wire.ts';
import { language, uuid } from './wire.ts';

/** Questions to a patient after they have sent, between the portal and the server. */
const instant = z.iso.datetime({ offset: true });
const MOST_KEYS = 20;
export const LONGEST_QUESTION = 1_000;
const questionText = z.string().check(z.minLength(1), z.maxLength(LONGEST_QUESTION));
const keyText = z.string().check(z.minLength(1), z.maxLength(100));

const asks = {
  /** In the clinic's own words. */
  texts: z.array(questionText).check(z.maxLength(MOST_TEXTS)),
  /** Questions of the form that are asked again. */
  keys: z.array(keyText).check(z.maxLength(MOST_KEYS)),
};

/** `POST /api/staff/submissions/:id/follow-ups`; made twice with one id, it is asked once. */
export const followUpRequest = z.strictObject({ id: uuid, ...asks });
export type FollowUpRequest = z.infer<typeof followUpRequest>;

const said = z.nullable(z.strictObject({ text: z.string(), state: z.enum(answerStates) }));
const changedFlag = z.strictObject({
  id: z.string(),
  status: z.enum(['present', 'unknown']),
  words: z.string(),
});

/** What a reply, or a clinician's correction, changed. */
export const difference = z.strictObject({
  lines: z.array(z.strictObject({ key: z.string(), label: z.string(), before: said, after: said })),
  appeared: z.array(changedFlag),
  gone: z.array(changedFlag),
  level: z.strictObject({ before: z.enum(safetyLevels), after: z.enum(safetyLevels) }),
});
export type WireDifference = z.infer<typeof difference>;

const staffFollowUp = z.strictObject({
  id: uuid,
  askedAt: instant,
  askedBy: z.string(),
  texts: z.array(z.string()),
  questions: z.array(z.strictObject({ key: z.string(), label: z.string() })),
  reply: z.nullable(
    z.strictObject({
      at: instant,
      language,
      /** In the order of `texts`; null where left blank. */
      texts: z.array(z.nullable(z.string())),
      difference,
    }),
  ),
});
export type StaffFollowUp = z.infer<typeof staffFollowUp>;

/** `GET /api/staff/submissions/:id/follow-ups`, the last asked first. */
export const staffFollowUps = z.strictObject({
  items: z.array(staffFollowUp),
  /** Which questions of the form may be asked again, in its order. */
  askable: z.array(z.strictObject({ key: z.string(), label: z.string(), section: z.string() })),
  /** Which version of the case is the newest: 1 as it was sent, one more with each reply. */
  caseVersion: z.number(),
  /** The last link that was made, while it works. */
  link: z.nullable(z.strictObject({ expiresAt: instant })),
  /** Whether the patient agreed to e-mail, gave an address, and the clinic has a mail server. */
  mayEmail: z.boolean(),
});
export type StaffFollowUps = z.infer<typeof staffFollowUps>;

/** `POST /api/staff/submissions/:id/follow-up-links`: shown once, to be read out or printed; or sent by e-mail. */
export const followUpLinkRequest = z.strictObject({ by: z.enum(['hand', 'email']) });
export const followUpLink = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('hand'), url: z.string(), code: z.string(), expiresAt: instant }),
  z.strictObject({ by: z.literal('email') }),
]);
export type FollowUpLink = z.infer<typeof followUpLink>;
