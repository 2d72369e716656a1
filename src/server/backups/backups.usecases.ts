import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import type { Clock } from '../../lib/clock.ts';
import type { Actor } from '../audit/act.ts';
import type { StorePlace } from '../db/connect.ts';
import { KeyProblem, readKeyFiles, syncFolder } from '../keys/key-files.ts';
import { createKeyRing } from '../keys/key-ring.ts';
import { rememberDrill } from './backup-days.repository.ts';
import { type Backup, DRILL, listBackups, MANIFEST, readBackup } from './backup-folder.ts';
import { BackupProblem } from './backup-problem.ts';
import type { BackupNeeds } from './make.usecases.ts';
import { type Restored, restoreBackup } from './restore.usecases.ts';

export interface Where {
  readonly keysDir: string;
  readonly dataDir: string;
  readonly auditDir: string;
}

/** A thief of the backups must not find the key beside them. */
export const refuseBesideKeys = (folder: string, keysDir: string): void => {
  const [backups, keys] = [resolve(folder), resolve(keysDir)];
  if (backups === keys || backups.startsWith(keys + sep) || keys.startsWith(backups + sep)) {
    throw new BackupProblem(`${folder} and KEYS_DIR lie in one another. Keep backups apart from the keys.`);
  }
};

/** The backup that a path names: a folder of its own, or the newest in a folder of backups. */
const backupAt = (path: string, keysDir: string): Pick<Found, 'backup' | 'key'> => {
  const key = backupKeyIn(keysDir);
  const whole = resolve(path);
  const isOne = existsSync(join(whole, MANIFEST));
  const backup = isOne ? readBackup(dirname(whole), basename(whole), key) : listBackups(whole, key)[0];
  if (backup !== undefined) return { backup, key };
  throw new BackupProblem(
    isOne
      ? `${path} is not a backup that backup.key in ${keysDir} has sealed, or it was changed.`
      : `There is no backup in ${path} that backup.key in ${keysDir} has sealed.`,
  );
};

interface Found {
  readonly backup: Backup;
  readonly key: ReturnType<typeof backupKeyIn>;
}

const backupKeyIn = (keysDir: string) => {
  const materials = readKeyFiles(keysDir);
  if (!materials.some(({ name }) => name === 'backup')) {
    throw new KeyProblem(`${keysDir} lacks the keys of the clinic. Put the escrowed copies there first.`);
  }
  return createKeyRing(materials).backup;
};

interface Asked {
  readonly from: string;
  readonly where: Where;
  readonly clock: Clock;
  readonly actor: Actor;
}

/** Restores into an empty data folder or database. In the folder nothing appears before all of it was looked at. */
export const restoreInto = async (
  target: StorePlace,
  asked: Asked,
): Promise<Restored & { backup: Backup }> => {
  const { backup, key } = backupAt(asked.from, asked.where.keysDir);
  const restore = (place: StorePlace) =>
    restoreBackup({ ...common(asked), backup, key, target: place, purpose: 'restore' });
  if (target.engine === 'postgres') return { backup, ...(await restore(target)) };
  if (existsSync(target.file)) {
    throw new BackupProblem(
      `${target.file} is there already. Restore into an empty folder: name another DATA_DIR.`,
    );
  }
  const beside = join(dirname(target.file), 'restoring');
  rmSync(beside, { recursive: true, force: true });
  mkdirSync(beside, { recursive: true, mode: 0o700 });
  try {
    const file = join(beside, 'prelude.sqlite');
    const restored = await restore({ engine: 'sqlite', file });
    renameSync(file, target.file);
    syncFolder(dirname(target.file));
    return { backup, ...restored };
  } finally {
    rmSync(beside, { recursive: true });
  }
};

/** Restores the newest backup into a folder of its own, looks at all of it, and takes it away again. */
export const drill = async (
  needs: Pick<BackupNeeds, 'store' | 'audit'>,
  asked: Asked,
): Promise<Restored & { backup: Backup }> => {
  const { backup, key } = backupAt(asked.from, asked.where.keysDir);
  const folder = mkdtempSync(join(dirname(backup.path), DRILL));
  try {
    const target: StorePlace = { engine: 'sqlite', file: join(folder, 'prelude.sqlite') };
    const restored = await restoreBackup({ ...common(asked), backup, key, target, purpose: 'drill' });
    await needs.store.inTransaction(async (tx) => {
      await rememberDrill(tx, asked.clock.now().getTime());
      await needs.audit.append(tx, {
        actor: asked.actor,
        action: 'backup.drill',
        object: { type: 'backup', id: backup.name },
      });
    });
    return { backup, ...restored };
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const common = ({ where, clock, actor }: Asked) => ({
  folders: where,
  auditDir: where.auditDir,
  clock,
  actor,
});
