import * as z from 'zod/mini';
import { decisionKinds } from './decisions.ts';

/** `GET /api/staff/figures?weeks=12`: how the clinic's weeks went. Sums and times of nobody in particular. */
export const figurePeriods = ['12', '26', '52'] as const;
export type FigurePeriod = (typeof figurePeriods)[number];

const count = z.number();

/** How long something took, in minutes: half of them no longer than the median, nine in ten no longer than `p90`. */
const took = z.nullable(z.strictObject({ many: count, median: count, p90: count, longest: count }));
export type Took = NonNullable<z.infer<typeof took>>;

const sums = {
  /** Forms that came. */
  received: count,
  /** Of those, how many a clinician has opened, and how long that took. */
  read: took,
  /** Of those, how many were decided, and how long that took. */
  decided: took,
  /** People who had to be called, by when they began to wait. */
  safety: z.strictObject({
    items: count,
    open: count,
    reached: count,
    inTime: count,
    /** How long it took to reach those who had to be called at once, and those by the end of the day. */
    urgent: took,
    sameDay: took,
  }),
};

const week = z.strictObject({ monday: z.iso.date(), ...sums });
export type FigureWeek = z.infer<typeof week>;

export const figures = z.strictObject({
  /** The oldest first; the last one is not over. */
  weeks: z.array(week),
  whole: z.strictObject(sums),
  /** By when they were made or last changed: the most frequent first. */
  decisions: z.array(
    z.strictObject({
      kind: z.enum(decisionKinds),
      many: count,
      reasons: z.array(z.strictObject({ reason: z.string(), many: count })),
    }),
  ),
});
export type Figures = z.infer<typeof figures>;
export type FigureSums = Figures['whole'];
