import * as z from 'zod/mini';

/** A current medicine as it was given, and the findings that it raises. */
export const medicineTaken = z.strictObject({
  name: z.string(),
  /** Dose and how often, as far as they were given. */
  taken: z.string(),
  raises: z.array(z.strictObject({ id: z.string(), name: z.string() })),
});
export type MedicineTaken = z.infer<typeof medicineTaken>;
