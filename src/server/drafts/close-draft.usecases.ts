import type { Tx } from '../db/transaction.ts';
import { noteErasure } from '../retention/erasures.repository.ts';
import { deleteDraft, findDraft, findTombstone, putTombstone } from './drafts.repository.ts';
import { holdDraft } from './hold-draft.ts';
import { hashOfVerifier, opens } from './verifier.ts';

/** How a draft ends from the side of the submission that closes it. */
export interface DraftClosing {
  readonly draftId: string;
  readonly verifier: string;
  readonly reason: 'sent' | 'under-18';
  readonly submissionId: string | null;
  readonly at: number;
}

/**
 * Deletes the ciphertext and leaves a tombstone with the verifier's hash. Without the right verifier nothing is
 * closed. A draft that was never saved here is closed as well, so that a late save does not bring it back.
 */
export const closeDraft = async (tx: Tx, closing: DraftClosing): Promise<boolean> => {
  const { draftId, verifier } = closing;
  await holdDraft(tx, draftId);
  const held = (await findDraft(tx, draftId)) ?? (await findTombstone(tx, draftId));
  if (held !== undefined && !opens(verifier, held.verifier_hash)) return false;
  await deleteDraft(tx, draftId);
  if (closing.reason === 'under-18') {
    await noteErasure(tx, { record_id: draftId, erased_at: closing.at, reason: 'under-18' });
  }
  await putTombstone(tx, {
    draft_id: draftId,
    verifier_hash: hashOfVerifier(verifier),
    reason: closing.reason,
    submission_id: closing.submissionId,
    ended_at: closing.at,
  });
  return true;
};
