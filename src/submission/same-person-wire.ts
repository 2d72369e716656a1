import * as z from 'zod/mini';
import { uuid } from './wire.ts';

/** Earlier and later submissions of what may be the same person; and their scores, once somebody has said so. */
const instant = z.iso.datetime({ offset: true });

export const verdicts = ['same', 'different'] as const;
export type Verdict = (typeof verdicts)[number];

const samePerson = z.strictObject({
  id: uuid,
  reference: z.string(),
  name: z.string(),
  receivedAt: instant,
  /** What somebody has decided, and the version to say in `If-Match`; null: nobody has. */
  verdict: z.nullable(z.enum(verdicts)),
  version: z.nullable(z.number()),
});
export type SamePerson = z.infer<typeof samePerson>;

const point = z.strictObject({
  id: uuid,
  receivedAt: instant,
  scores: z.array(
    z.strictObject({
      id: z.string(),
      min: z.number(),
      max: z.number(),
      band: z.nullable(z.string()),
      /** Of the PHQ-9 alone; null: left blank. */
      item9: z.nullable(z.number()),
    }),
  ),
});
export type ScorePoint = z.infer<typeof point>;

/** `GET /api/staff/submissions/:id/same-person` */
export const samePeople = z.strictObject({
  others: z.array(samePerson),
  /** Of this case and of those confirmed to be of the same person, the oldest first. */
  history: z.array(point),
});
export type SamePeople = z.infer<typeof samePeople>;

/** `PUT /api/staff/submissions/:id/same-person/:otherId`, `If-None-Match: *` the first time, `If-Match` after. */
export const verdictRequest = z.strictObject({ verdict: z.enum(verdicts) });
