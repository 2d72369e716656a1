import type { FollowUpsTable } from '../db/schema.ts';
import { CannotOpen, type Envelope, type RecordKey } from '../keys/envelope.ts';

/** What was asked, and by whom, as it was called then. */
export interface FollowUpContent {
  readonly format: 1;
  /** Its own row: a blob of another question of the same case does not pass for this one. */
  readonly id: string;
  readonly askedBy: string;
  readonly texts: readonly string[];
  readonly questions: readonly { readonly key: string; readonly label: string }[];
}

const place = { column: 'follow_ups.content', version: 1 };

export const sealFollowUp = (envelope: Envelope, key: RecordKey, content: FollowUpContent): Uint8Array =>
  envelope.sealJson(key, place, content);

export const openFollowUp = (
  envelope: Envelope,
  key: RecordKey,
  row: Pick<FollowUpsTable, 'id' | 'content'>,
): FollowUpContent => {
  const content = envelope.openJson(key, place, row.content) as FollowUpContent;
  if (content.id !== row.id) throw new CannotOpen('The question belongs to another row.');
  return content;
};
