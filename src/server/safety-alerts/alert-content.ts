import type { AlertReading } from '../../submission/safety-alert.ts';
import type { SafetyAlertRequest } from '../../submission/wire.ts';
import type { Envelope, RecordKey } from '../keys/envelope.ts';

/** What lies sealed in an alert. */
export interface AlertContent extends AlertReading {
  readonly format: 1;
  readonly agreedBy: SafetyAlertRequest['agreedBy'];
  readonly language: SafetyAlertRequest['language'];
  readonly name: string | null;
  readonly phone: string | null;
  readonly whereToday: string | null;
  readonly mayLeaveMessage: 'yes' | 'no' | null;
  /** ISO instants. */
  readonly raisedAt: string;
  readonly changedAt: string;
  /** The person's own count of changes: an older message that arrives late changes nothing. */
  readonly revision: number;
  /** Ever raised: a withdrawal that arrives alone tells the clinic nothing. */
  readonly wasRaised: boolean;
  readonly manyFromThisAddress: boolean;
}

const place = (version: number) => ({ column: 'safety_alerts.content', version });

export const sealAlert = (envelope: Envelope, key: RecordKey, version: number, content: AlertContent) =>
  envelope.sealJson(key, place(version), content);

/** What comes out was put in by `sealAlert`: the encryption is authenticated, and bound to the row's version. */
export const openAlert = (
  envelope: Envelope,
  key: RecordKey,
  row: { readonly version: number; readonly content: Uint8Array },
): AlertContent => envelope.openJson(key, place(row.version), row.content) as AlertContent;
