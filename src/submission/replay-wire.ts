import * as z from 'zod/mini';

const difference = z.strictObject({ about: z.string(), before: z.string(), after: z.string() });

/** The packs under which it was, or would be, evaluated. */
const packs = z.strictObject({
  rules: z.string(),
  clinic: z.nullable(z.strictObject({ version: z.string(), approvedBy: z.string(), approvedOn: z.string() })),
});

/** `POST /api/staff/submissions/:id/replay`: the case evaluated again, under the rules of its day and under today's. */
export const replayed = z.strictObject({
  stored: z.strictObject({
    packs,
    outcome: z.enum(['identical', 'different', 'packNotReleased', 'otherPack', 'otherInputs']),
    differences: z.array(difference),
  }),
  today: z.strictObject({ packs, differences: z.array(difference) }),
});
export type ReplayedCase = z.infer<typeof replayed>;
