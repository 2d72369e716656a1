import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { Erasure } from './erasures.repository.ts';

/** Whose list it is, and the key that opens it. */
export interface ErasureFile {
  readonly auditDir: string;
  readonly key: KeyObject;
  readonly clinicId: string;
}

const FILE = 'erasures.sealed';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const erasureSchema = z.strictObject({ record_id: z.string(), erased_at: z.int(), reason: z.string() });

/**
 * Appends to the list of erasures beside the checkpoints, synced before it returns. It is only ever added to, so that
 * an older database, which knows less, can take nothing back. A line begins anew after one that was cut by a crash.
 */
export const appendErasures = (file: ErasureFile, erasures: readonly Erasure[]): void => {
  mkdirSync(file.auditDir, { recursive: true, mode: 0o700 });
  const handle = openSync(join(file.auditDir, FILE), 'a', 0o600);
  try {
    writeSync(handle, erasures.map((erasure) => `\n${sealed(file, erasure)}`).join(''));
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

export interface ErasuresRead {
  readonly erasures: readonly Erasure[];
  /** Lines that were cut, forged, or are of another clinic. */
  readonly unreadable: number;
}

export const readErasureFile = (file: ErasureFile): ErasuresRead => {
  const path = join(file.auditDir, FILE);
  const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n').filter(Boolean) : [];
  const erasures = lines.flatMap((line) => opened(file, line) ?? []);
  return { erasures, unreadable: lines.length - erasures.length };
};

const bound = (clinicId: string): Buffer => Buffer.from(JSON.stringify([1, 'erasure', clinicId]));

const sealed = ({ key, clinicId }: ErasureFile, erasure: Erasure): string => {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES }).setAAD(
    bound(clinicId),
  );
  const ciphertext = [cipher.update(JSON.stringify(erasure)), cipher.final()];
  return Buffer.concat([nonce, ...ciphertext, cipher.getAuthTag()]).toString('base64url');
};

const opened = ({ key, clinicId }: ErasureFile, line: string): Erasure | undefined => {
  const bytes = Buffer.from(line, 'base64url');
  if (bytes.length <= NONCE_BYTES + TAG_BYTES) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(bound(clinicId)).setAuthTag(bytes.subarray(-TAG_BYTES));
  const text = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES));
  try {
    return erasureSchema.parse(JSON.parse(Buffer.concat([text, decipher.final()]).toString('utf8')));
  } catch {
    return undefined;
  }
};
