import { sql } from 'kysely';
import type { Queries } from '../db/transaction.ts';
import type { WrappedRecordKey } from './envelope.ts';
import type { SealedPlace } from './sealed-places.ts';

export interface SealedRow {
  readonly id: string;
  readonly recordId: string;
  readonly version: number;
  readonly blobs: readonly { readonly column: string; readonly bytes: Uint8Array | null }[];
  /** `undefined` where the record has lost its key. */
  readonly key: WrappedRecordKey | undefined;
}

/** A few megabytes at a time: a row may hold several sealed columns of some kilobytes each. */
const ROWS_PER_PAGE = 100;

type Columns = Readonly<Record<string, unknown>>;

/** Every row of a table that holds sealed columns, each with its wrapped key, page by page. */
export async function* readSealedRows(db: () => Queries, place: SealedPlace): AsyncGenerator<SealedRow> {
  let last: Columns | undefined;
  do {
    const { rows } = await page(db(), place, last);
    for (const row of rows) yield sealedRow(row, place);
    last = rows.at(-1);
  } while (last !== undefined);
}

const page = (db: Queries, place: SealedPlace, last: Columns | undefined) => {
  const own = (column: string) => sql.ref(`place.${column}`);
  const ids = sql.join(place.id.map(own));
  const named = place.id.map((column, index) => sql`${own(column)} as ${sql.id(`id_${index}`)}`);
  const blobs = place.columns.map((column) => sql`${own(column)} as ${sql.id(column)}`);
  const after = last && sql`where (${ids}) > (${sql.join(place.id.map((_, index) => last[`id_${index}`]))})`;
  return sql<Columns>`
    select ${sql.join([...named, ...blobs])}, ${own(place.record)} as record_id,
      ${place.version === undefined ? sql`1` : own(place.version)} as sealed_version,
      record_keys.data_key_id, record_keys.root_key_id, record_keys.wrapped
    from ${sql.table(place.table)} as place
    left join record_keys on record_keys.record_id = ${own(place.record)}
    ${after ?? sql``} order by ${ids} limit ${sql.lit(ROWS_PER_PAGE)}`.execute(db);
};

const sealedRow = (row: Columns, place: SealedPlace): SealedRow => {
  const recordId = String(row.record_id);
  const wrapped = row.wrapped;
  return {
    id: place.id.map((_, index) => row[`id_${index}`]).join(' '),
    recordId,
    version: Number(row.sealed_version),
    blobs: place.columns.map((column) => ({ column, bytes: bytesOrNull(row[column]) })),
    key:
      wrapped instanceof Uint8Array
        ? { recordId, dataKeyId: String(row.data_key_id), rootKeyId: String(row.root_key_id), wrapped }
        : undefined,
  };
};

const bytesOrNull = (value: unknown): Uint8Array | null => (value instanceof Uint8Array ? value : null);
