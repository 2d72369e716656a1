import { existsSync } from 'node:fs';
import { systemClock } from '../lib/clock.ts';
import { createAuditLog } from '../server/audit/audit-log.ts';
import { refuseUnfit } from '../server/backups/fill.usecases.ts';
import { type Config, readConfig } from '../server/config.ts';
import { openExistingStore, openStore, type Store, type StorePlace } from '../server/db/connect.ts';
import { lockFolder } from '../server/db/lock.ts';
import { StoreNotReady } from '../server/db/migrate.ts';
import type { Dependencies } from '../server/dependencies.ts';
import { readStoreIdentity } from '../server/keys/store-identity.repository.ts';
import { type OpenedVault, unlockStore } from '../server/keys/unlock.usecases.ts';
import { type ClinicSettings, readSettingsFile } from '../server/settings-file.ts';
import { type Environment, Refused } from './command.ts';

/** What a command has of the clinic: the same store, keys, audit and settings as the server beside it. */
export interface Clinic extends Pick<Dependencies, 'store' | 'audit' | 'clock' | 'settings' | 'publicUrl'> {
  readonly config: Config;
  readonly vault: OpenedVault;
}

/** Whoever may run commands here; the operating system knows who that is. */
export const commandLine = { kind: 'command-line' } as const;

/** Settings as the server would read them; Refused with every line that is wrong. */
export const readSettings = (
  environment: Environment,
): { readonly config: Config; readonly clinic: ClinicSettings } => {
  const config = readConfig(environment);
  const clinic = readSettingsFile(config.ok ? config.value.clinicFile : environment.CLINIC_FILE);
  if (config.ok && clinic.ok) return { config: config.value, clinic: clinic.value };
  const problems = [
    ...(config.ok ? [] : config.error.map(({ name, reason }) => `${name}: ${reason}`)),
    ...(clinic.ok ? [] : clinic.error),
  ];
  throw new Refused(`The settings are not right:\n${problems.map((line) => `  - ${line}`).join('\n')}`);
};

/**
 * Opens the clinic, works, closes it. The server's lock is left alone: both engines let a command write beside it.
 *
 * @param begin `existing` refuses where there is no data yet; `new too` begins a clinic there
 */
export const withClinic = async <T>(
  environment: Environment,
  work: (clinic: Clinic) => Promise<T>,
  begin: 'existing' | 'new too' = 'existing',
): Promise<T> => {
  process.umask(0o077);
  const { config, clinic } = readSettings(environment);
  const isNew = begin === 'new too' && isMissing(config.store);
  // Of a server's first start and a command's, one alone makes the keys.
  const lock = isNew ? lockFolder(config.dataDir) : undefined;
  const store = await (isNew ? openStore : openExistingStore)(config.store);
  try {
    const vault = await (isNew ? unlockStore : unlockExisting)(store, config);
    return await work({
      config,
      store,
      vault,
      clock: systemClock,
      audit: createAuditLog({ key: vault.keyRing.auditChain, clinicId: vault.clinicId, clock: systemClock }),
      settings: clinic.settings,
      publicUrl: config.publicUrl,
    });
  } finally {
    await store.close();
    lock?.release();
  }
};

/** As the server unlocks it, but makes no keys: a server that is just starting for the first time makes its own. */
export const unlockExisting = async (store: Store, config: Config): Promise<OpenedVault> => {
  const { fingerprints } = await readStoreIdentity(store.db());
  if (fingerprints.size === 0) {
    throw new StoreNotReady(
      'The first start of this clinic is not finished. Start the server, then try again.',
    );
  }
  await refuseUnfit(store);
  return unlockStore(store, config);
};

const isMissing = (place: StorePlace): boolean => place.engine === 'sqlite' && !existsSync(place.file);
