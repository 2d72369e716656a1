import * as z from 'zod/mini';

/** Why a list leaves the clinic: the audit keeps the word. */
export const exportReasons = ['treatment', 'payment', 'operations', 'patientRequest', 'legal'] as const;
export type ExportReason = (typeof exportReasons)[number];

export const exportViews = ['all', 'open', 'mine', 'closed'] as const;
export const exportColumns = ['summary', 'answers'] as const;

/** More in one file is refused, with a range that fits. */
export const MOST_EXPORTED = 2_000;

const localTime = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/));

/** `GET /api/staff/submissions/:id/export.ics`: a consultation, in the clinic's own time. */
export const calendarQuery = z.strictObject({
  start: localTime,
  minutes: z.coerce.number().check(z.int(), z.gte(10), z.lte(480)),
  location: z.optional(z.string().check(z.regex(/^[a-z0-9-]{1,40}$/))),
});
export type CalendarQuery = z.infer<typeof calendarQuery>;

const day = z.iso.date();

/** `GET /api/staff/export.csv`: cases received from one day to another, both included. */
export const listQuery = z.strictObject({
  from: day,
  to: day,
  view: z.enum(exportViews),
  columns: z.enum(exportColumns),
  reason: z.enum(exportReasons),
});
export type ListQuery = z.infer<typeof listQuery>;
