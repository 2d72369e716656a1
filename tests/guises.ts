import { constants, inflateRawSync } from 'node:zlib';

/** The three ways that a text can stand inside of base64, by where it begins, without the letters its neighbors change. */
const inBase64 = (text: string): readonly string[] =>
  [0, 1, 2].map((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), Buffer.from(text)]).toString('base64');
    return encoded.slice(before === 0 ? 0 : before + 1, -4);
  });

/** A text as it is, in an address, in an escaped JSON string, in base64 of either alphabet, or in hexadecimal. */
export const guises = (text: string): readonly string[] => [
  text.toLowerCase(),
  encodeURIComponent(text).toLowerCase(),
  text.toLowerCase().replaceAll(' ', '+'),
  JSON.stringify(text).slice(1, -1).toLowerCase(),
  text.replaceAll(/[^\x20-\x7e]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`),
  Buffer.from(text).toString('hex'),
  ...inBase64(text).flatMap((encoded) => [encoded, encoded.replaceAll('+', '-').replaceAll('/', '_')]),
];

/**
 * Which of the texts can be read in some bytes: as they are, in any guise, in the two-byte letters of some programs,
 * or in whatever of it is compressed.
 */
export const readableIn = (bytes: Buffer, texts: readonly string[]): readonly string[] => {
  const layers = [bytes, ...unpacked(bytes)].map((layer) => layer.toString('latin1'));
  const lower = layers.map((layer) => layer.toLowerCase());
  return texts.filter((text) =>
    [...guises(text), Buffer.from(text, 'utf16le').toString('latin1')].some((guise) =>
      [...layers, ...lower].some((layer) => layer.includes(guise)),
    ),
  );
};

const GZIP = Buffer.from([0x1f, 0x8b, 0x08]);

/** Everything in some bytes that begins as gzip does, as far as it can be unpacked. */
const unpacked = (bytes: Buffer): readonly Buffer[] => {
  const found: Buffer[] = [];
  for (let at = bytes.indexOf(GZIP); at !== -1; at = bytes.indexOf(GZIP, at + 1)) {
    const layer = unpack(bytes.subarray(at));
    if (layer !== undefined) found.push(layer);
  }
  return found;
};

/** What follows the compressed part is no error. */
const unpack = (bytes: Buffer): Buffer | undefined => {
  try {
    return inflateRawSync(bytes.subarray(headOf(bytes)), { finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    return undefined;
  }
};

/** How long the head of a gzip is: ten bytes, and the name of the file where there is one. */
const headOf = (bytes: Buffer): number => {
  const hasName = ((bytes[3] ?? 0) & 8) !== 0;
  return hasName ? bytes.indexOf(0, 10) + 1 : 10;
};
