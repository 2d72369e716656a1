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

const signedBytes = ({ clinicId, seq, mac, at }: Checkpoint): Buffer =>
  Buffer.from(JSON.stringify(['prelude checkpoint', 1, clinicId, seq, mac, at]));

export const writeCheckpointLine = (key: KeyObject, checkpoint: Checkpoint): string =>
  `${JSON.stringify({ ...checkpoint, signature: sign(null, signedBytes(checkpoint), key).toString('base64url') })}\n`;

/** The checkpoint of one line, or `undefined` where the line is not whole or not signed by this clinic's key. */
export const readCheckpointLine = (key: KeyObject, text: string): Checkpoint | undefined => {
  const parsed = line.safeParse(jsonOrUndefined(text));
  if (!parsed.success) return undefined;
  const { signature, ...checkpoint } = parsed.data;
  const genuine = verify(
    null,
    signedBytes(checkpoint),
    createPublicKey(key),
    Buffer.from(signature, 'base64url'),
  );
  return genuine ? checkpoint : undefined;
};

const jsonOrUndefined = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
