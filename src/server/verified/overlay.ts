import type { Frozen } from '../../submission/freeze.ts';
import { type VerifiedAct, type VerifiedCase, verifiedCase } from '../../submission/verified.ts';
import type { Envelope, RecordKey } from '../keys/envelope.ts';
import type { VerifiedRow } from './verified.repository.ts';

/** What clinicians verified of a case, sealed with its key beside what the patient said. */
interface Overlay {
  readonly format: 1;
  readonly acts: readonly VerifiedAct[];
}

const placeOf = (version: number) => ({ column: 'verified_answers.content', version });

export const openOverlay = (
  envelope: Envelope,
  key: RecordKey,
  row: VerifiedRow | undefined,
): readonly VerifiedAct[] =>
  row === undefined ? [] : (envelope.openJson(key, placeOf(row.version), row.content) as Overlay).acts;

export const sealOverlay = (
  envelope: Envelope,
  key: RecordKey,
  version: number,
  acts: readonly VerifiedAct[],
): Uint8Array => envelope.sealJson(key, placeOf(version), { format: 1, acts } satisfies Overlay);

/** A case as it stands: reported by the patient, with what clinicians verified over it. */
export const openVerified = (
  envelope: Envelope,
  key: RecordKey,
  reported: Frozen,
  row: VerifiedRow | undefined,
): VerifiedCase => verifiedCase(reported, openOverlay(envelope, key, row));
