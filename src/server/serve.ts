import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Clock, systemClock } from '../lib/clock.ts';
import type { Settings } from '../settings/settings.ts';
import { serverInForce } from './administration/in-force.ts';
import { createApp } from './app.ts';
import { createAuditLog } from './audit/audit-log.ts';
import { readCheckpoints } from './audit/checkpoint-files.ts';
import { createCheckpointer } from './audit/checkpointer.ts';
import { createBackupTimer } from './backups/backup-timer.ts';
import { refuseUnfit } from './backups/fill.usecases.ts';
import { createEscalationJob } from './case-work/escalation-job.ts';
import { type Config, readConfig } from './config.ts';
import { openStore } from './db/connect.ts';
import { FolderTaken, lockFolder } from './db/lock.ts';
import { StoreNotReady } from './db/migrate.ts';
import { reserveFile } from './db/reserve.ts';
import type { OutboxChannel } from './db/schema.ts';
import type { Dependencies } from './dependencies.ts';
import { createLog } from './edge/request-log.ts';
import { createPatientMail } from './follow-ups/patient-mail.ts';
import { createHousekeeping } from './housekeeping.ts';
import { KeyProblem } from './keys/key-files.ts';
import { createKeyWatch } from './keys/key-watch.ts';
import { unlockStore } from './keys/unlock.usecases.ts';
import type { Deliver } from './notifications/delivery.ts';
import { createDeliveryWorker } from './notifications/delivery-worker.ts';
import { createMail } from './notifications/mail.ts';
import { createOutbox } from './notifications/outbox.ts';
import { createWebhook } from './notifications/webhook.ts';
import { findBuiltPages } from './pages/built-pages.ts';
import { createProvider } from './provider/provider.ts';
import { type ClinicSettings, readSettingsFile } from './settings-file.ts';
import { issueFirstLink } from './sign-in/first-administrator.usecases.ts';
import { dummyHash } from './sign-in/password-hash.ts';
import { createStoreWatch } from './store-watch.ts';

/** The code of a start that was refused because something is set wrongly (sysexits: EX_CONFIG). */
const WRONG_SETTINGS = 78;

/** Starts the server, which runs until it is told to stop, and gives back what the operator should read. */
export const serve = async (environment: NodeJS.ProcessEnv): Promise<string> => {
  process.umask(0o077);
  const { config, clinic } = readAll(environment);
  try {
    const server = await start(config, clinic);
    stopOnSignals(server.stop);
    return await greeting(server.deps, server.address);
  } catch (error) {
    if (error instanceof KeyProblem || error instanceof FolderTaken || error instanceof StoreNotReady) {
      refuseStart([error.message]);
    }
    if (isPortTaken(error)) refuseStart([`PORT: ${config.port} is used by another program`]);
    throw error;
  }
};

const readAll = (environment: NodeJS.ProcessEnv): { config: Config; clinic: ClinicSettings } => {
  const config = readConfig(environment);
  const clinic = readSettingsFile(config.ok ? config.value.clinicFile : environment.CLINIC_FILE);
  const problems = [
    ...(config.ok ? [] : config.error.map(({ name, reason }) => `${name}: ${reason}`)),
    ...(clinic.ok ? [] : clinic.error),
  ];
  if (!config.ok || !clinic.ok) return refuseStart(problems);
  if (clinic.value.settings.safety.webhookUrl !== undefined && config.value.webhookSecret === undefined) {
    return refuseStart(['WEBHOOK_SECRET: is needed together with safety.webhookUrl of the settings']);
  }
  return { config: config.value, clinic: clinic.value };
};

const refuseStart = (problems: readonly string[]): never => {
  console.error(`Prelude cannot start:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  process.exit(WRONG_SETTINGS);
};

const isPortTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';

interface Running {
  readonly deps: Dependencies;
  readonly address: string;
  stop(): Promise<void>;
}

const start = async (config: Config, clinic: ClinicSettings): Promise<Running> => {
  const clock: Clock = systemClock;
  const log = createLog(undefined, config.logLevel);
  // Node would print the message of the error, which may repeat what somebody wrote.
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'the server ends');
    process.exit(1);
  });
  // Several processes may share a PostgreSQL; a folder has one.
  const lock = config.store.engine === 'sqlite' ? lockFolder(config.dataDir) : undefined;
  const store = await openStore(
    config.store,
    config.store.engine === 'sqlite' ? { reserve: reserveFile(join(config.dataDir, 'reserve')) } : {},
  );
  await refuseUnfit(store);
  const vault = await unlockStore(store, config);
  const audit = createAuditLog({ key: vault.keyRing.auditChain, clinicId: vault.clinicId, clock });
  const { publicUrl } = config;
  const letterTo = createPatientMail({ store, vault, audit, clock, publicUrl, settings: clinic.settings });
  const channels = channelsOf(config, clinic.settings, letterTo);
  const deps: Dependencies = {
    store,
    vault,
    audit,
    clock,
    log,
    provider: config.provider && createProvider(config.provider, config.publicUrl),
    outbox: createOutbox({
      clock,
      channels: [...channels.keys()].filter((name) => name !== 'email' || hasStaffAddress(clinic.settings)),
      canEmailPatients: channels.has('email'),
    }),
    settings: clinic.settings,
    demonstration: clinic.demonstration,
    publicUrl,
    trustedProxies: config.trustedProxies,
    sealsOfAudit: () => readCheckpoints(config.auditDir, vault.keyRing.auditCheckpoint, vault.clinicId),
    startedWith: serverInForce(config),
    pages: await findBuiltPages(fileURLToPath(new URL('../../dist', import.meta.url))),
  };
  const checkpointer = createCheckpointer({
    store,
    vault,
    clock,
    auditDir: config.auditDir,
    onProblem: (error) => log.error({ err: error }, 'a checkpoint of the audit could not be written'),
  });
  const keyWatch = createKeyWatch({
    store,
    vault,
    onProblem: (error) => log.error({ err: error }, 'a root key that is in use cannot be taken up'),
  });
  const worker = createDeliveryWorker({ ...deps, channels });
  const escalation = createEscalationJob(deps);
  const backups = createBackupTimer({
    ...deps,
    place: config.store,
    folder: config.backupDir,
    keysDir: config.keysDir,
  });
  const housekeeping = createHousekeeping(deps);
  const watch = createStoreWatch(deps);
  const app = await createApp(deps);
  // Else the first stranger with an unknown name would wait longer than with a known one.
  await dummyHash();

  const record = (action: 'server.start' | 'server.stop') =>
    store.inTransaction((tx) => audit.append(tx, { actor: { kind: 'system' }, action }));
  await record('server.start');
  await checkpointer.seal();
  const address = await app.listen({ port: config.port, host: config.host });
  checkpointer.start();
  keyWatch.start();
  backups.start();
  worker.start();
  escalation.start();
  housekeeping.start();
  watch.start();

  return {
    deps,
    address,
    stop: async () => {
      // First the door, so that what is under way ends; last the seal, so that no row is left without one.
      await app.close();
      await escalation.stop();
      await worker.stop();
      keyWatch.stop();
      await backups.stop();
      housekeeping.stop();
      watch.stop();
      await record('server.stop');
      await checkpointer.stop();
      await store.close();
      lock?.release();
    },
  };
};

const hasStaffAddress = ({ email, safety }: Settings): boolean =>
  email !== undefined ||
  safety.notifyEmails.length + safety.escalateTo.length + (safety.onCall?.emails.length ?? 0) > 0;

const channelsOf = (
  config: Config,
  settings: Settings,
  letterTo: ReturnType<typeof createPatientMail>,
): ReadonlyMap<OutboxChannel, Deliver> => {
  const channels = new Map<OutboxChannel, Deliver>();
  const { mail, webhookSecret: secret, publicUrl } = config;
  const { webhookUrl: url, onCall } = settings.safety;
  if (mail !== undefined) channels.set('email', createMail({ ...mail, settings, publicUrl, letterTo }));
  if (url !== undefined && secret !== undefined)
    channels.set('webhook', createWebhook({ url, onCallUrl: onCall?.webhookUrl, secret }));
  return channels;
};

const greeting = async (deps: Dependencies, address: string): Promise<string> => {
  const link = await issueFirstLink(deps);
  const lines = [
    `Prelude is running: ${deps.publicUrl.href} (listening on ${address})`,
    ...(deps.demonstration
      ? [
          `This is a demonstration, not a real clinic. ${deps.settings.demonstration ? 'Its settings file says so.' : 'Set CLINIC_FILE for yours.'}`,
        ]
      : []),
    ...(deps.pages === undefined ? ['The pages are not built yet. Run: npm run build'] : []),
    ...(link === undefined
      ? [`The clinic signs in at ${new URL('/clinic', deps.publicUrl).href}`]
      : ['', 'Make the first account with this link. It works once, for 24 hours:', `  ${link}`, '']),
  ];
  return lines.join('\n');
};

const PATIENCE_MS = 10_000;

const stopOnSignals = (stop: () => Promise<void>): void => {
  let stopping = false;
  const begin = () => {
    if (stopping) return;
    stopping = true;
    // A request that never ends must not keep the server from ending.
    setTimeout(() => process.exit(1), PATIENCE_MS).unref();
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', begin);
  process.on('SIGINT', begin);
};
