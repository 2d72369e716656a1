import type { Locale } from '../../lib/locale.ts';
import type { Difference } from '../../submission/difference.ts';
import type { Frozen } from '../../submission/freeze.ts';
import type { Envelope, RecordKey } from '../keys/envelope.ts';
import type { CaseVersionRow } from './case-versions.repository.ts';
import { openFrozen } from './sealed-columns.ts';

/** A case after a reply: as it stands now, what the person answered, and what that changed. */
export interface CaseVersion {
  readonly format: 1;
  readonly followUpId: string;
  readonly language: Locale;
  readonly texts: readonly (string | null)[];
  readonly frozen: Frozen;
  readonly difference: Difference;
}

/** The version as it was sent lies in `submissions`. */
export const FIRST_VERSION = 1;

const placeOf = (number: number) => ({ column: 'case_versions.content', version: number });

export const sealVersion = (
  envelope: Envelope,
  key: RecordKey,
  number: number,
  version: CaseVersion,
): Uint8Array => envelope.sealJson(key, placeOf(number), version);

export const openVersion = (envelope: Envelope, key: RecordKey, row: CaseVersionRow): CaseVersion =>
  envelope.openJson(key, placeOf(row.number), row.content) as CaseVersion;

/** The case as it stands: after the last reply, or as it was sent. */
export const openNewest = (
  envelope: Envelope,
  key: RecordKey,
  row: { readonly answers: Uint8Array; readonly evaluation: Uint8Array },
  newest: CaseVersionRow | undefined,
): Frozen =>
  newest === undefined ? openFrozen(envelope, key, row) : openVersion(envelope, key, newest).frozen;
