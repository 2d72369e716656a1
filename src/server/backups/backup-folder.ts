import type { KeyObject } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type BackupFile, type Manifest, readManifest } from './manifest.ts';
import { whatToDrop } from './retention.ts';

/** One backup is a folder: a manifest, and three sealed files. */
export interface Backup {
  readonly name: string;
  readonly path: string;
  readonly manifest: Manifest;
  /** The record keys were removed when they had had their time. */
  readonly hasKeys: boolean;
}

export const MANIFEST = 'manifest.json';
export const UNFINISHED = '.unfinished-';
export const DRILL = '.drill-';
export const fileOf = (path: string, file: BackupFile): string => join(path, `${file}.sealed`);

/** The name of a backup, from the moment it holds: sorts by time, and is a file name everywhere. */
export const nameOfBackup = (at: Date): string => at.toISOString().replaceAll(/[:.]/g, '-');

/** The name that a sealed file is bound to. */
export const boundName = (manifest: { readonly madeAt: string }, file: BackupFile): string =>
  `${manifest.madeAt}/${file}`;

/** The backup of one folder, `undefined` where the folder holds none that this key has sealed. */
export const readBackup = (folder: string, name: string, key: KeyObject): Backup | undefined => {
  const path = join(folder, name);
  if (!existsSync(join(path, MANIFEST))) return undefined;
  const manifest = readManifest(key, readFileSync(join(path, MANIFEST), 'utf8'));
  return manifest && { name, path, manifest, hasKeys: existsSync(fileOf(path, 'keys')) };
};

/** All whole backups of a folder, the newest first. */
export const listBackups = (folder: string, key: KeyObject): readonly Backup[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => !name.startsWith('.'))
        .flatMap((name) => readBackup(folder, name, key) ?? [])
        .sort((a, b) => Date.parse(b.manifest.madeAt) - Date.parse(a.manifest.madeAt))
    : [];

/** Removes what has had its time. */
export const pruneBackups = (folder: string, key: KeyObject, now: number): void => {
  const backups = listBackups(folder, key);
  const drop = whatToDrop(
    backups.map(({ name, manifest }) => ({ name, at: Date.parse(manifest.madeAt) })),
    now,
  );
  for (const name of drop.keys) rmSync(fileOf(join(folder, name), 'keys'), { force: true });
  for (const name of drop.backups) rmSync(join(folder, name), { recursive: true });
};

/** What was begun so long ago that nobody is at it any more. */
const ABANDONED_MS = 6 * 3_600_000;

export const dropUnfinished = (folder: string, now: number): void => {
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(UNFINISHED) && !name.startsWith(DRILL)) continue;
    const path = join(folder, name);
    if (now - statSync(path).mtimeMs > ABANDONED_MS) rmSync(path, { recursive: true });
  }
};
