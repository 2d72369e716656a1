import type { Database } from '../db/schema.ts';

/** Where sealed columns lie, so that all of them can be opened. */
export interface SealedPlace {
  readonly table: keyof Database;
  /** The columns that name a row; rows are read in their order. */
  readonly id: readonly [string, ...string[]];
  /** The column that names the record whose key opens the row. */
  readonly record: string;
  /** The column that holds the version a row was sealed with; `undefined` for what is written once. */
  readonly version: string | undefined;
  readonly columns: readonly string[];
  /** What the name of a place says: `table.column`; or, where one key seals many rows, `table.column id`. */
  readonly named: 'by column' | 'by column and row';
}

export const sealedPlaces: readonly SealedPlace[] = [
  {
    table: 'submissions',
    id: ['id'],
    record: 'id',
    version: undefined,
    columns: ['answers', 'evaluation', 'summary', 'receipt'],
    named: 'by column',
  },
  {
    table: 'safety_alerts',
    id: ['id'],
    record: 'id',
    version: 'version',
    columns: ['content'],
    named: 'by column',
  },
  { table: 'users', id: ['id'], record: 'id', version: 'version', columns: ['profile'], named: 'by column' },
  {
    table: 'second_factors',
    id: ['id'],
    record: 'user_id',
    version: 'version',
    columns: ['content'],
    named: 'by column and row',
  },
  {
    table: 'submissions',
    id: ['id'],
    record: 'id',
    version: 'work_version',
    columns: ['work'],
    named: 'by column',
  },
  {
    table: 'case_events',
    id: ['id'],
    record: 'subject_id',
    version: undefined,
    columns: ['content'],
    named: 'by column',
  },
  {
    table: 'unsent_notes',
    id: ['subject_id', 'user_id'],
    record: 'subject_id',
    version: undefined,
    columns: ['content'],
    named: 'by column',
  },
  {
    table: 'staff_fields',
    id: ['submission_id'],
    record: 'submission_id',
    version: 'version',
    columns: ['fields'],
    named: 'by column',
  },
  {
    table: 'case_versions',
    id: ['submission_id', 'number'],
    record: 'submission_id',
    version: 'number',
    columns: ['content'],
    named: 'by column',
  },
  {
    table: 'follow_ups',
    id: ['id'],
    record: 'submission_id',
    version: undefined,
    columns: ['content'],
    named: 'by column',
  },
  {
    table: 'week_tallies',
    id: ['week'],
    record: 'id',
    version: 'version',
    columns: ['content'],
    named: 'by column',
  },
  {
    table: 'verified_answers',
    id: ['submission_id'],
    record: 'submission_id',
    version: 'version',
    columns: ['content'],
    named: 'by column',
  },
];

/** Bytes that no record key opens: `table.column`. */
export const otherBytes: readonly string[] = ['record_keys.wrapped', 'drafts.ciphertext'];
