import type { Database } from '../db/schema.ts';

/** A column that names the record a row belongs to: a case, an alert or a draft. */
export interface Belonging {
  readonly table: keyof Database;
  readonly column: string;
}

/** All that goes when a record is erased, in an order that no reference between tables stands in the way of. */
export const belongings: readonly Belonging[] = [
  { table: 'outbox', column: 'ref_id' },
  { table: 'escalations', column: 'item_id' },
  { table: 'case_events', column: 'subject_id' },
  { table: 'unsent_notes', column: 'subject_id' },
  { table: 'staff_fields', column: 'submission_id' },
  { table: 'case_versions', column: 'submission_id' },
  { table: 'follow_ups', column: 'submission_id' },
  { table: 'follow_up_links', column: 'submission_id' },
  { table: 'verified_answers', column: 'submission_id' },
  { table: 'case_times', column: 'submission_id' },
  { table: 'same_person', column: 'one_id' },
  { table: 'same_person', column: 'other_id' },
  { table: 'case_events', column: 'subject_id' },
  { table: 'unsent_notes', column: 'subject_id' },
  { table: 'escalations', column: 'item_id' },
  { table: 'safety_alerts', column: 'id' },
  { table: 'submissions', column: 'id' },
  { table: 'drafts', column: 'id' },
  { table: 'record_keys', column: 'record_id' },
];

/** Tables of which nothing is erased with a record, and why. Every table stands here or above. */
export const notOfOneRecord: Readonly<Record<string, string>> = {
  meta: 'of the store itself',
  root_keys: 'of the store itself',
  users: 'of the staff',
  sessions: 'of the staff',
  one_time_links: 'of the staff',
  sign_in_attempts: 'of the staff',
  second_factors: 'of the staff',
  recovery_codes: 'of the staff',
  sign_in_steps: 'of the staff',
  passkey_challenges: 'of the staff',
  draft_tombstones: 'no health data; kept two years, so that a late save does not bring a draft back',
  week_tallies: 'sums of a week, of no person',
  audit: 'ids and names of fields; kept for good',
  erasures: 'the list of what was erased',
  request_counts: 'a quarter of an hour old at most',
};
