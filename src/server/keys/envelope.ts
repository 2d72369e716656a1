import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import type { KeyRing, RootKey } from './key-ring.ts';

/** The key of one record: every sealed column of that record is encrypted with it, and nothing else is. */
export interface RecordKey {
  readonly recordId: string;
  /** The data key's own id. It stays when a root key is replaced, so that blobs need not be written again. */
  readonly dataKeyId: string;
  readonly secret: KeyObject;
}

export interface WrappedRecordKey {
  readonly recordId: string;
  readonly dataKeyId: string;
  readonly rootKeyId: string;
  readonly wrapped: Uint8Array;
}

/** Where a blob belongs. A blob copied to another column or version of its record does not open. */
export interface Place {
  readonly column: string;
  readonly version: number;
}

export interface Envelope {
  newRecordKey(recordId: string): { readonly key: RecordKey; readonly wrapped: WrappedRecordKey };
  unwrap(wrapped: WrappedRecordKey): RecordKey;
  /** The same key under the root key that is current now. */
  rewrap(wrapped: WrappedRecordKey): WrappedRecordKey;
  seal(key: RecordKey, place: Place, plaintext: Uint8Array | string): Uint8Array;
  open(key: RecordKey, place: Place, blob: Uint8Array): Uint8Array;
  sealJson(key: RecordKey, place: Place, value: unknown): Uint8Array;
  openJson(key: RecordKey, place: Place, blob: Uint8Array): unknown;
}

/** The key, the place or the bytes are not those it was sealed with. Says nothing of what lies inside. */
export class CannotOpen extends Error {
  override readonly name = 'CannotOpen';
}

export const createEnvelope = ({ roots }: Pick<KeyRing, 'roots'>, clinicId: string): Envelope => {
  const bound = (key: RecordKey, place: Place) =>
    associated('payload', clinicId, key, place.column, place.version);
  const boundKey = (key: { recordId: string; dataKeyId: string }, rootKeyId: string) =>
    associated('record-key', clinicId, key, rootKeyId);

  const seal = (key: RecordKey, place: Place, plaintext: Uint8Array | string) =>
    encrypt(key.secret, key.dataKeyId, bound(key, place), pad(plaintext));
  const open = (key: RecordKey, place: Place, blob: Uint8Array) =>
    unpad(decrypt(key.secret, key.dataKeyId, bound(key, place), blob));

  const wrap = (root: RootKey, { recordId, dataKeyId, secret }: RecordKey): WrappedRecordKey => {
    const bytes = secret.export();
    const wrapped = encrypt(root.wrapping, root.id, boundKey({ recordId, dataKeyId }, root.id), bytes);
    return { recordId, dataKeyId, rootKeyId: root.id, wrapped };
  };
  const unwrap = ({ recordId, dataKeyId, rootKeyId, wrapped }: WrappedRecordKey): RecordKey => {
    const root = roots.find(rootKeyId);
    if (root === undefined) throw new CannotOpen(`The root key ${rootKeyId} is not in the key folder.`);
    const secret = decrypt(root.wrapping, root.id, boundKey({ recordId, dataKeyId }, root.id), wrapped);
    return { recordId, dataKeyId, secret: createSecretKey(secret) };
  };

  return {
    seal,
    open,
    sealJson: (key, place, value) => seal(key, place, JSON.stringify(value)),
    openJson: (key, place, blob) => JSON.parse(Buffer.from(open(key, place, blob)).toString('utf8')),
    newRecordKey: (recordId) => {
      const dataKeyId = randomBytes(12).toString('hex');
      const key: RecordKey = { recordId, dataKeyId, secret: createSecretKey(randomBytes(32)) };
      return { key, wrapped: wrap(roots.current, key) };
    },
    unwrap,
    rewrap: (wrapped) => wrap(roots.current, unwrap(wrapped)),
  };
};

/*
 * A blob in clear bytes: magic "PRLD" | format (1) | length of the key id | key id | nonce (12) | ciphertext | tag (16).
 * The key id is the one that opens it: a data key for a payload, a root key for a wrapped data key.
 */
const MAGIC = Buffer.from('PRLD');
const FORMAT = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const encrypt = (
  secret: KeyObject,
  keyId: string,
  associatedData: Buffer,
  plaintext: Uint8Array,
): Uint8Array => {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', secret, nonce, { authTagLength: TAG_BYTES }).setAAD(
    associatedData,
  );
  const ciphertext = [cipher.update(plaintext), cipher.final()];
  return Buffer.concat([header(keyId), nonce, ...ciphertext, cipher.getAuthTag()]);
};

const decrypt = (secret: KeyObject, keyId: string, associatedData: Buffer, blob: Uint8Array): Uint8Array => {
  const bytes = Buffer.from(blob.buffer, blob.byteOffset, blob.byteLength);
  const start = header(keyId);
  const body = bytes.subarray(start.length);
  if (!bytes.subarray(0, start.length).equals(start) || body.length < NONCE_BYTES + TAG_BYTES) {
    throw new CannotOpen('The blob is not of this form, or was sealed with another key.');
  }
  const decipher = createDecipheriv('aes-256-gcm', secret, body.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(associatedData).setAuthTag(body.subarray(-TAG_BYTES));
  const plaintext = decipher.update(body.subarray(NONCE_BYTES, -TAG_BYTES));
  try {
    return Buffer.concat([plaintext, decipher.final()]);
  } catch {
    throw new CannotOpen('The blob was changed, or belongs to another place.');
  }
};

const header = (keyId: string): Buffer => {
  const id = Buffer.from(keyId);
  return Buffer.concat([MAGIC, Buffer.from([FORMAT, id.length]), id]);
};

// JSON of a list has one reading; a text joined by a separator could be cut in two places.
const associated = (
  use: 'payload' | 'record-key',
  clinicId: string,
  key: { recordId: string; dataKeyId: string },
  ...place: readonly (string | number)[]
): Buffer => Buffer.from(JSON.stringify([FORMAT, use, clinicId, key.recordId, ...place, key.dataKeyId]));

/** The length of a ciphertext would tell which branches were answered; in steps of 4 KiB it hardly does. */
const BUCKET = 4_096;
const LENGTH_BYTES = 4;

const pad = (plaintext: Uint8Array | string): Buffer => {
  const length = Buffer.byteLength(plaintext);
  const padded = Buffer.alloc(Math.ceil((LENGTH_BYTES + length) / BUCKET) * BUCKET);
  padded.writeUInt32BE(length);
  if (typeof plaintext === 'string') padded.write(plaintext, LENGTH_BYTES);
  else padded.set(plaintext, LENGTH_BYTES);
  return padded;
};

const unpad = (padded: Uint8Array): Uint8Array => {
  const bytes = Buffer.from(padded.buffer, padded.byteOffset, padded.byteLength);
  return bytes.subarray(LENGTH_BYTES, LENGTH_BYTES + bytes.readUInt32BE());
};
