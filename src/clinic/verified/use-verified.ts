import { type VerifiedAnswers, type VerifyRequest, verifiedAnswers } from '../../submission/verified-wire.ts';
import { ask, type Refusal, refusalBehind } from '../api.ts';
import { useBeside } from '../beside.ts';

const addressOf = (id: string) => `/api/staff/submissions/${id}/verified`;

export type Saved =
  | { readonly kind: 'saved' }
  /** A colleague verified something in between. */
  | { readonly kind: 'changed'; readonly theirs: VerifiedAnswers | undefined }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** What was verified of an open case; read again when the case changes. */
export function useVerified(id: string) {
  const { found, show, client } = useBeside(id, 'verified', addressOf(id), verifiedAnswers);
  return {
    found: found.data,
    error: found.error,
    again: () => void found.refetch(),
    /** @param seen the version on which it was decided */
    save: async (key: string, body: VerifyRequest, seen: number | null): Promise<Saved> => {
      const headers: Record<string, string> =
        seen === null ? { 'if-none-match': '*' } : { 'if-match': `"${seen}"` };
      try {
        show(await ask(verifiedAnswers, `${addressOf(id)}/${key}`, { method: 'PUT', body, headers }));
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
