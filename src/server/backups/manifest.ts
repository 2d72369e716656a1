import { createHmac, hkdfSync, type KeyObject, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';

const fileMark = z.strictObject({ sha256: z.string(), bytes: z.int().nonnegative() });

const manifestSchema = z.strictObject({
  format: z.literal(1),
  clinicId: z.string(),
  /** ISO instant at which the store was as it lies in this backup. */
  madeAt: z.iso.datetime(),
  engine: z.enum(['sqlite', 'postgres']),
  migrations: z.array(z.string()),
  counts: z.record(z.string(), z.int().nonnegative()),
  audit: z.strictObject({ seq: z.int(), mac: z.string() }).nullable(),
  /** Fingerprints by name, of the root keys that wrapped the record keys and of the key that sealed the files. */
  keys: z.record(z.string(), z.string()),
  files: z.strictObject({ rows: fileMark, keys: fileMark, erasures: fileMark }),
});

/** What a backup says of itself, signed so that nobody without the backup key can make another. */
export type Manifest = z.infer<typeof manifestSchema>;
export type BackupFile = keyof Manifest['files'];

const sealedSchema = z.strictObject({ manifest: manifestSchema, seal: z.string() });

const sealOf = (key: KeyObject, manifest: Manifest): Buffer =>
  createHmac('sha256', Buffer.from(hkdfSync('sha256', key.export(), '', 'prelude/1/backup manifest', 32)))
    .update(JSON.stringify(manifest))
    .digest();

export const writeManifest = (key: KeyObject, given: Manifest): string => {
  // In the order of the schema, in which it will be read.
  const manifest = manifestSchema.parse(given);
  return `${JSON.stringify({ manifest, seal: sealOf(key, manifest).toString('hex') }, null, 2)}\n`;
};

/** `undefined` where it is not whole, or not sealed with this key. */
export const readManifest = (key: KeyObject, text: string): Manifest | undefined => {
  const parsed = sealedSchema.safeParse(jsonOrUndefined(text));
  if (!parsed.success) return undefined;
  const { manifest, seal } = parsed.data;
  const given = Buffer.from(seal, 'hex');
  const right = sealOf(key, manifest);
  return given.length === right.length && timingSafeEqual(given, right) ? manifest : undefined;
};

const jsonOrUndefined = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
