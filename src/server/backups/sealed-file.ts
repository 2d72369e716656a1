import {
  createCipheriv,
  createDecipheriv,
  createHash,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';

/** The file was changed, cut, belongs to another backup, or was sealed with another key. */
export class CannotOpenFile extends Error {
  override readonly name = 'CannotOpenFile';
}

export interface FileMark {
  readonly sha256: string;
  readonly bytes: number;
}

/*
 * A file in bytes: magic "PRBK" | format (1) | salt (32) | chunks. A chunk is up to 1 MiB of text, encrypted, and its
 * tag (16). Its nonce is its number and whether it is the last, so that none can be moved, left out or cut off.
 */
const HEAD = Buffer.from('PRBK\x01');
const SALT_BYTES = 32;
const CHUNK_BYTES = 1024 * 1024;
const TAG_BYTES = 16;

/** @param name tells which file of which backup this is: it opens as no other */
const fileKey = (key: KeyObject, salt: Uint8Array, name: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key.export(), salt, `prelude/1/backup file/${name}`, 32));

const nonceOf = (chunk: number, isLast: boolean): Buffer => {
  const nonce = Buffer.alloc(12);
  nonce.writeBigUInt64BE(BigInt(chunk), 3);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
};

/** Encrypts what comes and syncs it to disk; gives back what the manifest keeps of the file. */
export const writeSealedFile = async (
  path: string,
  key: KeyObject,
  name: string,
  pieces: AsyncIterable<Uint8Array>,
): Promise<FileMark> => {
  const salt = randomBytes(SALT_BYTES);
  const secret = fileKey(key, salt, name);
  const hash = createHash('sha256');
  const file = await open(path, 'wx', 0o600);
  let bytes = 0;
  const write = async (data: Uint8Array) => {
    hash.update(data);
    bytes += data.length;
    await file.writeFile(data);
  };
  try {
    await write(Buffer.concat([HEAD, salt]));
    let chunk = 0;
    for await (const { text, isLast } of chunked(pieces, CHUNK_BYTES)) {
      const cipher = createCipheriv('aes-256-gcm', secret, nonceOf(chunk, isLast));
      await write(Buffer.concat([cipher.update(text), cipher.final(), cipher.getAuthTag()]));
      chunk += 1;
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest('hex'), bytes };
};

/** What was sealed, in pieces. Throws CannotOpenFile at the first chunk that is not as it was written. */
export async function* readSealedFile(
  path: string,
  key: KeyObject,
  name: string,
): AsyncGenerator<Uint8Array> {
  let secret: Buffer | undefined;
  let chunk = 0;
  const stream = createReadStream(path, { highWaterMark: CHUNK_BYTES });
  const head = HEAD.length + SALT_BYTES;
  for await (const { text: sealed, isLast } of chunked(stream, CHUNK_BYTES + TAG_BYTES, head)) {
    if (secret === undefined) {
      // There is always a chunk after the head, if only an empty one: a file cut before it is not an empty file.
      if (isLast || !sealed.subarray(0, HEAD.length).equals(HEAD)) throw new CannotOpenFile(path);
      secret = fileKey(key, sealed.subarray(HEAD.length), name);
      continue;
    }
    const decipher = createDecipheriv('aes-256-gcm', secret, nonceOf(chunk, isLast));
    try {
      decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
      yield Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()]);
    } catch {
      throw new CannotOpenFile(path);
    }
    chunk += 1;
  }
}

/** Cuts what comes into chunks of one size, all but the last, which may be empty, and is told apart. */
async function* chunked(
  pieces: AsyncIterable<Uint8Array>,
  size: number,
  firstSize?: number,
): AsyncGenerator<{ readonly text: Buffer; readonly isLast: boolean }> {
  let parts: Uint8Array[] = [];
  let held = 0;
  let wanted = firstSize ?? size;
  for await (const piece of pieces) {
    parts.push(piece);
    held += piece.length;
    while (held > wanted) {
      const all = Buffer.concat(parts);
      yield { text: all.subarray(0, wanted), isLast: false };
      parts = [all.subarray(wanted)];
      held -= wanted;
      wanted = size;
    }
  }
  yield { text: Buffer.concat(parts), isLast: true };
}
