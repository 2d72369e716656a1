import { useQuery } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { ask } from '../api.ts';

/** What the portal needs of the public settings. */
const clinicSettings = z.object({
  name: z.string(),
  phone: z.string(),
  timeZone: z.string(),
  cannabisCounts: z.boolean(),
  demonstration: z.boolean(),
  locations: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type Clinic = z.infer<typeof clinicSettings>;

/** The clinic's name, time zone and locations; `undefined` until they are there. */
export const useClinic = (): Clinic | undefined =>
  useQuery({
    queryKey: ['clinic'],
    queryFn: ({ signal }) => ask(clinicSettings, '/api/clinic', { byItself: true, signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  }).data;
