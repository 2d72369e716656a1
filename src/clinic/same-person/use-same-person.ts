import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type SamePerson, samePeople, type Verdict } from '../../submission/same-person-wire.ts';
import { ask } from '../api.ts';

/** Other submissions of what may be the same person, and the scores of those that are. */
export function useSamePerson(id: string) {
  const client = useQueryClient();
  const address = `/api/staff/submissions/${id}/same-person`;
  const queryKey = ['same-person', id];
  const found = useQuery({
    queryKey,
    queryFn: ({ signal }) => ask(samePeople, address, { byItself: true, signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  return {
    found: found.data,
    error: found.error,
    again: () => void found.refetch(),
    /** Rejects where somebody else has decided meanwhile. */
    decide: async ({ id: other, version }: SamePerson, verdict: Verdict) => {
      const headers: Record<string, string> =
        version === null ? { 'if-none-match': '*' } : { 'if-match': `"${version}"` };
      client.setQueryData(
        queryKey,
        await ask(samePeople, `${address}/${other}`, { method: 'PUT', body: { verdict }, headers }),
      );
    },
  };
}
