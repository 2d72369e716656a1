import type { Clock } from '../../lib/clock.ts';
import { readNewestTime } from '../../server/audit/audit.repository.ts';
import { readBackupDays } from '../../server/backups/backup-days.repository.ts';
import type { Config } from '../../server/config.ts';
import { openExistingStore, type Store } from '../../server/db/connect.ts';
import { StoreNotReady } from '../../server/db/migrate.ts';
import { isStoreFailure } from '../../server/db/store-failure.ts';
import { KeyProblem } from '../../server/keys/key-files.ts';
import { countDead } from '../../server/notifications/outbox.repository.ts';
import type { ClinicSettings } from '../../server/settings-file.ts';
import { crisis } from '../../settings/crisis/us-tn.ts';
import { readSettings, unlockExisting } from '../clinic.ts';
import { type Environment, Refused } from '../command.ts';
import {
  backupFinding,
  clockFinding,
  diskFinding,
  type Finding,
  noticesFinding,
  numbersFinding,
} from './findings.ts';
import { freeBytes } from './free-bytes.ts';

export type { Finding } from './findings.ts';

/** Everything that can be looked at, also after something was found amiss. */
export const examine = async (environment: Environment, clock: Clock): Promise<readonly Finding[]> => {
  const numbers = numbersFinding(crisis.lastChecked, clock.now());
  try {
    const { config, clinic } = readSettings(environment);
    return [
      settingsFinding(config, clinic),
      ...disks(config),
      ...(await insideOf(config, clinic, clock)),
      numbers,
    ];
  } catch (error) {
    if (error instanceof Refused)
      return [{ isWell: false, about: 'Settings', words: error.message }, numbers];
    throw error;
  }
};

const settingsFinding = (config: Config, { settings, demonstration }: ClinicSettings): Finding => {
  const say = (isWell: boolean, words: string): Finding => ({ isWell, about: 'Settings', words });
  if (demonstration) return say(true, `${settings.name}; a demonstration, because CLINIC_FILE is not set.`);
  const canTell = config.mail !== undefined || settings.safety.webhookUrl !== undefined;
  if (!canTell) return say(false, 'Nobody is told of an urgent alert: set SMTP_URL, or safety.webhookUrl.');
  if (settings.safety.webhookUrl !== undefined && config.webhookSecret === undefined) {
    return say(false, 'WEBHOOK_SECRET is needed together with safety.webhookUrl.');
  }
  return say(true, `${settings.name}, at ${config.publicUrl.href}`);
};

const disks = ({ store, dataDir, auditDir, backupDir }: Config): readonly Finding[] => [
  ...(store.engine === 'sqlite' ? [diskFinding('Disk, data', freeBytes(dataDir))] : []),
  diskFinding('Disk, audit', freeBytes(auditDir)),
  ...(backupDir === undefined ? [] : [diskFinding('Disk, backups', freeBytes(backupDir))]),
];

/** What only the opened store can tell: database, keys, clock, notices. */
const insideOf = async (
  config: Config,
  { demonstration }: ClinicSettings,
  clock: Clock,
): Promise<readonly Finding[]> => {
  const opened = await attempt('Database', () => openExistingStore(config.store));
  if ('isWell' in opened) return [opened];
  const store = opened.value;
  try {
    return [
      {
        isWell: true,
        about: 'Database',
        words: `${nameOf(store)} opens; its tables are those of this program.`,
      },
      await keysFinding(store, config),
      backupFinding(await readBackupDays(store.db()), demonstration, clock.now()),
      clockFinding(await readNewestTime(store.db()), clock.now()),
      noticesFinding(await countDead(store.db())),
    ];
  } finally {
    await store.close();
  }
};

const nameOf = ({ engine }: Store): string => (engine === 'sqlite' ? 'SQLite' : 'PostgreSQL');

const keysFinding = async (store: Store, config: Config): Promise<Finding> => {
  const unlocked = await attempt('Keys', () => unlockExisting(store, config));
  if ('isWell' in unlocked) return unlocked;
  const { fingerprints } = unlocked.value.keyRing;
  const marks = [...fingerprints].map(([name, mark]) => `${name} ${mark.slice(0, 16)}`).join(', ');
  return { isWell: true, about: 'Keys', words: `those the data was written with: ${marks}` };
};

/** What was made, or the finding that says why it could not be. */
const attempt = async <T>(
  about: string,
  make: () => Promise<T>,
): Promise<{ readonly value: T } | Finding> => {
  try {
    return { value: await make() };
  } catch (error) {
    if (error instanceof StoreNotReady || error instanceof KeyProblem) {
      return { isWell: false, about, words: error.message };
    }
    if (isStoreFailure(error)) {
      return {
        isWell: false,
        about,
        words: 'cannot be reached, read or written. Is it there, and is there space?',
      };
    }
    throw error;
  }
};
