import { createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import * as z from 'zod';

/** What the chain was at one moment, signed and kept outside the database: a shortened chain no longer fits it. */
export interface Checkpoint {
  readonly clinicId: string;
  readonly seq: number;
  readonly mac: string;
  readonly at: number;
}

const line = z.strictObject({
  clinicId: z.string(),
  seq: z.int().nonnegative(),
  mac: z.string(),
  at: z.int(),
  signature: z.string(),
});

type Use = 'checkpoint' | 'restore';

const signedBytes = (use: Use, { clinicId, seq, mac, at }: Checkpoint): Buffer =>
  Buffer.from(JSON.stringify([`prelude ${use}`, 1, clinicId, seq, mac, at]));

const write = (use: Use, key: KeyObject, checkpoint: Checkpoint): string =>
  `${JSON.stringify({ ...checkpoint, signature: sign(null, signedBytes(use, checkpoint), key).toString('base64url') })}\n`;

const read = (use: Use, key: KeyObject, text: string): Checkpoint | undefined => {
  const parsed = line.safeParse(jsonOrUndefined(text));
  if (!parsed.success) return undefined;
  const { signature, ...checkpoint } = parsed.data;
  const genuine = verify(
    null,
    signedBytes(use, checkpoint),
    createPublicKey(key),
    Buffer.from(signature, 'base64url'),
  );
  return genuine ? checkpoint : undefined;
};

export const writeCheckpointLine = (key: KeyObject, checkpoint: Checkpoint): string =>
  write('checkpoint', key, checkpoint);

/** The checkpoint of one line, or `undefined` where the line is not whole or not signed by this clinic's key. */
export const readCheckpointLine = (key: KeyObject, text: string): Checkpoint | undefined =>
  read('checkpoint', key, text);

/** The end of the chain that a backup was restored with. Without the key nobody can pretend that one was. */
export const writeRestoreLine = (key: KeyObject, to: Checkpoint): string => write('restore', key, to);
export const readRestoreLine = (key: KeyObject, text: string): Checkpoint | undefined =>
  read('restore', key, text);

const jsonOrUndefined = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
