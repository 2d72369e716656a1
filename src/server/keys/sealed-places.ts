import type { Database } from '../db/schema.ts';

/** Where sealed columns lie, so that all of them can be opened. The column of a place is named `table.column`. */
export interface SealedPlace {
  readonly table: keyof Database;
  /** The columns that name a row; rows are read in their order. */
  readonly id: readonly [string, ...string[]];
  /** The column that names the record whose key opens the row. */
  readonly record: string;
  /** The column that holds the version a row was sealed with; `undefined` for what is written once. */
  readonly version: string | undefined;
  readonly columns: readonly string[];
}

export const sealedPlaces: readonly SealedPlace[] = [
  {
    table: 'submissions',
    id: ['id'],
    record: 'id',
    version: undefined,
    columns: ['answers', 'evaluation', 'summary', 'receipt'],
  },
  { table: 'submissions', id: ['id'], record: 'id', version: 'work_version', columns: ['work'] },
  { table: 'case_events', id: ['id'], record: 'subject_id', version: undefined, columns: ['content'] },
  {
    table: 'unsent_notes',
    id: ['subject_id', 'user_id'],
    record: 'subject_id',
    version: undefined,
    columns: ['content'],
  },
  { table: 'safety_alerts', id: ['id'], record: 'id', version: 'version', columns: ['content'] },
  { table: 'users', id: ['id'], record: 'id', version: 'version', columns: ['profile'] },
  {
    table: 'staff_fields',
    id: ['submission_id'],
    record: 'submission_id',
    version: 'version',
    columns: ['fields'],
  },
  {
    table: 'case_versions',
    id: ['submission_id', 'number'],
    record: 'submission_id',
    version: 'number',
    columns: ['content'],
  },
  { table: 'follow_ups', id: ['id'], record: 'submission_id', version: undefined, columns: ['content'] },
  {
    table: 'verified_answers',
    id: ['submission_id'],
    record: 'submission_id',
    version: 'version',
    columns: ['content'],
  },
];

/** Bytes that no record key opens: `table.column`. */
export const otherBytes: readonly string[] = ['record_keys.wrapped', 'drafts.ciphertext'];
