import { oneAtATime } from '../db/one-at-a-time.repository.ts';
import type { Tx } from '../db/transaction.ts';

/** Of a save and the sending that ends the draft, the later one sees what the earlier one did. */
export const holdDraft = (tx: Tx, draftId: string): Promise<void> => oneAtATime(tx, `draft ${draftId}`);
