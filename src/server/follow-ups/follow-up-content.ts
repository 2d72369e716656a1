import type { FollowUpsTable } from '../db/schema.ts';
import type { Envelope, RecordKey } from '../keys/envelope.ts';

/** What was asked, and by whom, as it was called then. */
export interface FollowUpContent {
  readonly format: 1;
  readonly askedBy: string;
  readonly texts: readonly string[];
  readonly questions: readonly { readonly key: string; readonly label: string }[];
}

const placeOf = (id: string) => ({ column: `follow_ups.content ${id}`, version: 1 });

export const sealFollowUp = (
  envelope: Envelope,
  key: RecordKey,
  id: string,
  content: FollowUpContent,
): Uint8Array => envelope.sealJson(key, placeOf(id), content);

export const openFollowUp = (
  envelope: Envelope,
  key: RecordKey,
  { id, content }: Pick<FollowUpsTable, 'id' | 'content'>,
): FollowUpContent => envelope.openJson(key, placeOf(id), content) as FollowUpContent;
