import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import type { Database } from './schema.ts';

const folderBeside = (file: string): string => join(dirname(file), 'before-migration');

/** A copy of an SQLite store as it was before its tables were changed. Gives back where it lies. */
export const copyBefore = async (kysely: Kysely<Database>, file: string, step: string): Promise<string> => {
  const folder = folderBeside(file);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const copy = join(folder, `${step}.sqlite`);
  // Of a start that was killed before the change: it would be the same again.
  rmSync(copy, { force: true });
  await sql`vacuum into ${copy}`.execute(kysely);
  chmodSync(copy, 0o600);
  const handle = openSync(copy, 'r+');
  fsyncSync(handle);
  closeSync(handle);
  return copy;
};

/** As long as record keys live in a backup: what was erased must not stay in a copy for longer. */
const LASTS_MS = 7 * 24 * 3_600_000;

export const dropOldCopies = (file: string, now: number): void => {
  const folder = folderBeside(file);
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const copy = join(folder, name);
    if (now - statSync(copy).mtimeMs > LASTS_MS) rmSync(copy);
  }
};
