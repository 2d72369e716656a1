/** What a column of a row holds, on either engine. */
export type Value = string | number | null | Uint8Array;

export interface TableHead {
  readonly table: string;
  readonly columns: readonly string[];
}

/** A store in a row of entries: the head of a table, then its rows, then the next table. */
export type Entry =
  | ({ readonly kind: 'table' } & TableHead)
  | { readonly kind: 'row'; readonly values: readonly Value[] };

/*
 * One entry in bytes: its length (4) | the length of its JSON (4) | JSON | the bytes that the JSON only counts.
 * A head is an object, a row is a list; bytes in a row stand as { "bytes": length }.
 */
const LENGTH = 4;

const counted = (value: Value): unknown => (value instanceof Uint8Array ? { bytes: value.length } : value);
const bytesOf = (value: Value): readonly Uint8Array[] => (value instanceof Uint8Array ? [value] : []);

export const encodeEntry = (entry: Entry): Uint8Array => {
  const json = Buffer.from(
    JSON.stringify(
      entry.kind === 'table' ? { table: entry.table, columns: entry.columns } : entry.values.map(counted),
    ),
  );
  const blobs = entry.kind === 'table' ? [] : entry.values.flatMap(bytesOf);
  const lengths = Buffer.alloc(2 * LENGTH);
  lengths.writeUInt32BE(LENGTH + json.length + blobs.reduce((sum, { length }) => sum + length, 0), 0);
  lengths.writeUInt32BE(json.length, LENGTH);
  return Buffer.concat([lengths, json, ...blobs]);
};

/** Reads entries back from bytes that come in pieces of any size. Throws where they end in the middle of one. */
export async function* decodeEntries(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Entry> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const piece of pieces) {
    rest = rest.length === 0 ? Buffer.from(piece) : Buffer.concat([rest, piece]);
    let from = 0;
    while (rest.length - from >= LENGTH && rest.length - from - LENGTH >= rest.readUInt32BE(from)) {
      const end = from + LENGTH + rest.readUInt32BE(from);
      yield decodeEntry(rest.subarray(from + LENGTH, end));
      from = end;
    }
    rest = rest.subarray(from);
  }
  if (rest.length > 0) throw new Error('The rows end in the middle of one.');
}

const decodeEntry = (bytes: Buffer): Entry => {
  const jsonEnd = LENGTH + bytes.readUInt32BE(0);
  const read: unknown = JSON.parse(bytes.subarray(LENGTH, jsonEnd).toString('utf8'));
  if (!Array.isArray(read)) return { kind: 'table', ...(read as TableHead) };
  let from = jsonEnd;
  const values = read.map((value: unknown): Value => {
    if (typeof value !== 'object' || value === null) return value as Value;
    const { bytes: length } = value as { readonly bytes: number };
    from += length;
    return bytes.subarray(from - length, from);
  });
  return { kind: 'row', values };
};
