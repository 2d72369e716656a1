import { staffFollowUps } from '../../submission/follow-up-wire.ts';
import { ask } from '../api.ts';
import { useBeside } from '../beside.ts';

const addressOf = (id: string) => `/api/staff/submissions/${id}/follow-ups`;

/** What the patient of an open case was asked and has answered; read again when the case changes. */
export function useFollowUps(id: string) {
  const { found, show } = useBeside(id, 'follow-ups', addressOf(id), staffFollowUps);
  return {
    found: found.data,
    error: found.error,
    again: () => void found.refetch(),
    /** Rejects where it was refused; the questions stay in the form. */
    ask: async (
      questions: { readonly texts: readonly string[]; readonly keys: readonly string[] },
      askId: string,
    ) => {
      const body = { id: askId, ...questions };
      show(await ask(staffFollowUps, addressOf(id), { method: 'POST', body }));
    },
  };
}
