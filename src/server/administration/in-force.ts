import type { Settings } from '../../settings/settings.ts';
import type { SettingsInForce } from '../../submission/administration-wire.ts';
import type { Config } from '../config.ts';

export type Facts = SettingsInForce['server'];

const HIDDEN = 'set (not shown)';
const NOT_SET = 'not set';

/** Every setting of the clinic with its path as in the file. The address of a webhook may hold a secret. */
export function clinicInForce(settings: Settings): Facts {
  const { webhookUrl, onCall } = settings.safety;
  const shown = {
    ...settings,
    safety: {
      ...settings.safety,
      ...(webhookUrl === undefined ? {} : { webhookUrl: originOf(webhookUrl) }),
      ...(onCall?.webhookUrl === undefined
        ? {}
        : { onCall: { ...onCall, webhookUrl: originOf(onCall.webhookUrl) } }),
    },
  };
  return flat('', shown);
}

const originOf = (url: string): string => `${new URL(url).origin}/…`;

function flat(path: string, value: unknown): Facts {
  const name = (key: string) => (path === '' ? key : `${path}.${key}`);
  if (Array.isArray(value)) {
    if (value.every((one) => typeof one !== 'object'))
      return [{ path, value: value.length === 0 ? 'none' : value.join(', ') }];
    return value.flatMap((one, at) => flat(`${path}[${at}]`, one));
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, one]) => one !== undefined);
    return entries.length === 0
      ? [{ path, value: NOT_SET }]
      : entries.flatMap(([key, one]) => flat(name(key), one));
  }
  return [{ path, value: value === null ? 'closed' : String(value) }];
}

/** What the process was started with. Of a secret it is said only that it is there. */
export function serverInForce(config: Config): Facts {
  const isSet = (secret: unknown) => (secret === undefined ? NOT_SET : HIDDEN);
  return [
    { path: 'PUBLIC_URL', value: config.publicUrl.href },
    { path: 'HOST, PORT', value: `${config.host}:${config.port}` },
    { path: 'CLINIC_FILE', value: config.clinicFile ?? NOT_SET },
    { path: 'DATA_DIR', value: config.dataDir },
    { path: 'KEYS_DIR', value: config.keysDir },
    { path: 'AUDIT_DIR', value: config.auditDir },
    { path: 'BACKUP_DIR', value: config.backupDir ?? NOT_SET },
    { path: 'DATABASE_URL', value: config.store.engine === 'postgres' ? HIDDEN : `${NOT_SET}: SQLite` },
    { path: 'SMTP_URL', value: isSet(config.mail) },
    { path: 'MAIL_FROM', value: config.mail?.from ?? NOT_SET },
    { path: 'WEBHOOK_SECRET', value: isSet(config.webhookSecret) },
    { path: 'LOG_LEVEL', value: config.logLevel },
    { path: 'TRUST_PROXY', value: config.trustedProxies.join(', ') || NOT_SET },
  ];
}
