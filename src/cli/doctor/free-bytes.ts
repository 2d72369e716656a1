import { existsSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';

/** Bytes that this account may still write where the folder is, or will be. */
export const freeBytes = (folder: string): number => {
  const parent = dirname(folder);
  if (!existsSync(folder) && parent !== folder) return freeBytes(parent);
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
};
