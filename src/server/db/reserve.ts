import { randomFillSync } from 'node:crypto';
import { closeSync, openSync, rmSync, statfsSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** Room that is kept on the disk for the time when there is none. */
export interface Reserve {
  /** Gives the room back to the disk. */
  free(): void;
  /** Takes it again; says whether it is all there. */
  take(): boolean;
}

const BYTES = 64 * 1_024 * 1_024;
/** The reserve itself must not be what fills the disk. */
const LEFT_OVER = 16 * 1_024 * 1_024;
const CHUNK = 1_024 * 1_024;

/** A file of really written bytes: one that is only declared so long, or all zeros, may take no room at all. */
export const reserveFile = (file: string): Reserve => ({
  free: () => rmSync(file, { force: true }),
  take: () => {
    if (isWhole(file)) return true;
    try {
      rmSync(file, { force: true });
      if (freeBytesFor(file) < BYTES + LEFT_OVER) return false;
      write(file);
      return true;
    } catch {
      rmSync(file, { force: true });
      return false;
    }
  },
});

/** PostgreSQL keeps its data where we have no say. */
export const noReserve: Reserve = { free: () => undefined, take: () => true };

const isWhole = (file: string): boolean => statSync(file, { throwIfNoEntry: false })?.size === BYTES;

const freeBytesFor = (file: string): number => {
  const { bavail, bsize } = statfsSync(dirname(file));
  return bavail * bsize;
};

const write = (file: string): void => {
  const chunk = randomFillSync(Buffer.alloc(CHUNK));
  const handle = openSync(file, 'wx', 0o600);
  try {
    for (let written = 0; written < BYTES; ) written += writeSync(handle, chunk);
  } finally {
    closeSync(handle);
  }
};
