import type { Frozen, FrozenContent } from '../../submission/freeze.ts';
import type { QueueEntry } from '../../submission/queue-entry.ts';
import type { FrozenScreening } from '../../submission/screened.ts';
import type { Receipt } from '../../submission/wire.ts';
import type { Envelope, RecordKey } from '../keys/envelope.ts';

/** What lies sealed in each column of a submission. */
interface SealedColumns {
  readonly answers: FrozenContent;
  readonly evaluation: FrozenScreening;
  readonly summary: QueueEntry;
  readonly receipt: Receipt;
}

type Column = keyof SealedColumns;

/** What was sent is written once; a reply is a further version, see `case-versions.ts`. Only the summary follows it. */
const VERSION = 1;

const placeOf = (column: Column) => ({ column: `submissions.${column}`, version: VERSION });

export const sealColumn = <C extends Column>(
  envelope: Envelope,
  key: RecordKey,
  column: C,
  value: SealedColumns[C],
): Uint8Array => envelope.sealJson(key, placeOf(column), value);

/**
 * Opens one column. What comes out was put in by `sealColumn`: the encryption is authenticated, so nobody else can
 * have written it, and its `format` says of which shape it is.
 */
export const openColumn = <C extends Column>(
  envelope: Envelope,
  key: RecordKey,
  column: C,
  blob: Uint8Array,
): SealedColumns[C] => envelope.openJson(key, placeOf(column), blob) as SealedColumns[C];

export const openFrozen = (
  envelope: Envelope,
  key: RecordKey,
  row: { readonly answers: Uint8Array; readonly evaluation: Uint8Array },
): Frozen => ({
  content: openColumn(envelope, key, 'answers', row.answers),
  screening: openColumn(envelope, key, 'evaluation', row.evaluation),
});
