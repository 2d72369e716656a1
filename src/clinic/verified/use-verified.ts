import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type VerifiedAnswers, type VerifyRequest, verifiedAnswers } from '../../submission/verified-wire.ts';
import { ask, type Refusal, refusalBehind } from '../api.ts';

const addressOf = (id: string) => `/api/staff/submissions/${id}/verified`;
const keyOf = (id: string) => ['beside', id, 'verified'];

export type Saved =
  | { readonly kind: 'saved' }
  /** A colleague verified something in between. */
  | { readonly kind: 'changed'; readonly theirs: VerifiedAnswers | undefined }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** What was verified of an open case; read again when the case changes. */
export function useVerified(id: string) {
  const client = useQueryClient();
  const found = useQuery({
    queryKey: keyOf(id),
    queryFn: ({ signal }) => ask(verifiedAnswers, addressOf(id), { byItself: true, signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  return {
    found: found.data,
    error: found.error,
    again: () => void found.refetch(),
    /** @param seen the version on which it was decided */
    save: async (key: string, body: VerifyRequest, seen: number | null): Promise<Saved> => {
      const headers: Record<string, string> =
        seen === null ? { 'if-none-match': '*' } : { 'if-match': `"${seen}"` };
      try {
        const now = await ask(verifiedAnswers, `${addressOf(id)}/${key}`, { method: 'PUT', body, headers });
        client.setQueryData(keyOf(id), now);
        void client.invalidateQueries({ queryKey: ['queue'] });
        return { kind: 'saved' };
      } catch (error) {
        const refusal = refusalBehind(error);
        if (refusal.kind !== 'refused' || refusal.code !== 'changed-meanwhile')
          return { kind: 'refused', refusal };
        return { kind: 'changed', theirs: (await found.refetch()).data };
      }
    },
    /** The summary anew, with what holds now. */
    showSummary: () => client.refetchQueries({ queryKey: ['open', 'submission', id] }),
  };
}
