import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Another server has the folder. The message is for the operator; this one does not start. */
export class FolderTaken extends Error {
  override readonly name = 'FolderTaken';
}

/** With the start of the program itself, a second server is refused within three seconds. */
const PATIENCE_MS = 1_000;

/**
 * An unreferenced lock is collected as garbage and silently let go, and then two servers write to one folder. So every
 * held lock is kept here until it is released.
 */
const held = new Set<DatabaseSync>();

/**
 * Takes the data folder for this process, until it releases it or dies, in whatever way. Waits a second for a
 * server that is just stopping, then throws FolderTaken.
 */
export const lockFolder = (dataDir: string): { release(): void } => {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const lock = new DatabaseSync(join(dataDir, 'server.lock'), { timeout: PATIENCE_MS });
  try {
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    if (isBusy(error)) {
      throw new FolderTaken(
        `Another server is running on ${dataDir}. Stop it first, or name another DATA_DIR.`,
      );
    }
    throw error;
  }
  held.add(lock);
  return {
    release: () => {
      if (held.delete(lock)) lock.close();
    },
  };
};

const SQLITE_BUSY = 5;
const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY;
