import { useQuery, useQueryClient } from '@tanstack/react-query';
import type * as z from 'zod/mini';
import { ask } from './api.ts';

/** All that stands beside the summary of a case, or one part of it. */
export const besideKey = (id: string, ...part: readonly string[]) => ['beside', id, ...part];

/**
 * What stands beside the summary of an open case: read when it is opened, and again when somebody changes it.
 *
 * @param door where the server says it, and again after each change
 */
export function useBeside<S extends z.ZodMiniType>(id: string, part: string, door: string, schema: S) {
  const client = useQueryClient();
  const queryKey = besideKey(id, part);
  const found = useQuery({
    queryKey,
    queryFn: ({ signal }) => ask(schema, door, { byItself: true, signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  /** As the server answered to what was done. */
  const show = (now: z.infer<S>) => void client.setQueryData(queryKey, now);
  return { found, show, client };
}
