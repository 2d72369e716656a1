import { useQuery, useQueryClient } from '@tanstack/react-query';
import { staffFollowUps } from '../../submission/follow-up-wire.ts';
import { ask } from '../api.ts';

const addressOf = (id: string) => `/api/staff/submissions/${id}/follow-ups`;
const keyOf = (id: string) => ['beside', id, 'follow-ups'];

/** What the patient of an open case was asked and has answered; read again when the case changes. */
export function useFollowUps(id: string) {
  const client = useQueryClient();
  const found = useQuery({
    queryKey: keyOf(id),
    queryFn: ({ signal }) => ask(staffFollowUps, addressOf(id), { byItself: true, signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  return {
    found: found.data,
    error: found.error,
    again: () => void found.refetch(),
    /** Rejects where it was refused; the questions stay in the form. */
    ask: async (
      questions: { readonly texts: readonly string[]; readonly keys: readonly string[] },
      askId: string,
    ) => {
      const now = await ask(staffFollowUps, addressOf(id), {
        method: 'POST',
        body: { id: askId, ...questions },
      });
      client.setQueryData(keyOf(id), now);
    },
  };
}
