import type { StorePlace } from '../db/connect.ts';
import { dropOldCopies } from '../db/copy-first.repository.ts';
import type { Dependencies } from '../dependencies.ts';
import { claimBackup } from './backup-days.repository.ts';
import { refuseBesideKeys } from './backups.usecases.ts';
import { makeBackup } from './make.usecases.ts';

const HOUR_MS = 3_600_000;
/** Looks more often than it acts, so that of several servers one that ends does not leave a gap. */
const LOOK_EVERY_MS = HOUR_MS / 6;

export interface BackupTimer {
  /** Makes a backup if the last was begun an hour ago; says whether it did. */
  look(): Promise<boolean>;
  start(): void;
  /** Waits for the backup that is being made. */
  stop(): Promise<void>;
}

/** Where BACKUP_DIR is set, the server backs the clinic up each hour. Copies of before a migration go after a week. */
export const createBackupTimer = (
  needs: Pick<Dependencies, 'store' | 'vault' | 'audit' | 'clock' | 'log'> & {
    readonly place: StorePlace;
    readonly folder: string | undefined;
    readonly keysDir: string;
  },
): BackupTimer => {
  const { store, clock, log, place, folder, keysDir } = needs;
  let timer: NodeJS.Timeout | undefined;
  let underWay: Promise<unknown> = Promise.resolve();

  const look = async (): Promise<boolean> => {
    if (place.engine === 'sqlite') dropOldCopies(place.file, clock.now().getTime());
    if (folder === undefined) return false;
    refuseBesideKeys(folder, keysDir);
    const isMine = await store.inTransaction((tx) => claimBackup(tx, clock.now().getTime(), HOUR_MS));
    if (isMine) await makeBackup(needs, folder, { kind: 'system' });
    return isMine;
  };
  const begin = () => {
    underWay = underWay
      .then(look)
      .catch((error: unknown) => log.error({ err: error }, 'the backup could not be made'));
  };

  return {
    look,
    start: () => {
      begin();
      timer = setInterval(begin, LOOK_EVERY_MS).unref();
    },
    stop: async () => {
      clearInterval(timer);
      await underWay;
    },
  };
};
