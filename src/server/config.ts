import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as z from 'zod';
import { failed, ok, type Result } from '../lib/result.ts';
import type { StorePlace } from './db/connect.ts';
import { isAddressOrNetwork } from './edge/address.ts';

/** What the process is started with. Everything about the clinic itself is in its settings file. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly keysDir: string;
  readonly auditDir: string;
  /** Absent: the server makes no backups by itself. */
  readonly backupDir: string | undefined;
  /** Absent: the demonstration. */
  readonly clinicFile: string | undefined;
  readonly publicUrl: URL;
  readonly trustedProxies: readonly string[];
  readonly store: StorePlace;
  readonly mail: { readonly smtpUrl: string; readonly from: string } | undefined;
  readonly webhookSecret: string | undefined;
  /** The clinic's own OpenID Connect provider. */
  readonly provider: ProviderConfig | undefined;
  readonly logLevel: string;
}

export interface ProviderConfig {
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Whose second factor is asked for. `provider`: what it did counts. */
  readonly secondFactor: 'ours' | 'provider';
}

export interface ConfigProblem {
  readonly name: string;
  readonly reason: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** May also be given as a file: `SMTP_URL_FILE=/run/secrets/smtp`. An environment is easily read by others. */
export const SECRETS = ['DATABASE_URL', 'SMTP_URL', 'WEBHOOK_SECRET', 'OIDC_CLIENT_SECRET'] as const;

const port = z.coerce
  .number('a port number')
  .int('a port number')
  .min(0, 'a port number')
  .max(65_535, 'a port number');
const folder = (byDefault: string) =>
  z
    .string()
    .default(byDefault)
    .transform((path) => resolve(path));
const somePath = z
  .string()
  .transform((path) => resolve(path))
  .optional();
const address = (protocols: readonly string[]) =>
  z.string().transform((text, context) => {
    const url = URL.parse(text);
    if (url !== null && protocols.includes(url.protocol)) return url;
    context.addIssue(
      `an address that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
    );
    return z.NEVER;
  });

/** Each variable says what it is: the table of the README is made of that. */
export const environmentSchema = z.object({
  PORT: port.default(8080).describe('where to listen'),
  HOST: z
    .string()
    .default('localhost')
    .describe('on which address of this machine; `0.0.0.0` behind a proxy on another one'),
  PUBLIC_URL: address(['https:', 'http:'])
    .optional()
    .describe('how people reach it, `http://localhost:8080` by itself; any other host must be https'),
  CLINIC_FILE: somePath.describe('the clinic’s settings; without it, the demonstration'),
  DATA_DIR: folder('data').describe('the database'),
  KEYS_DIR: folder('keys').describe('the root keys; must not lie under the data, nor be readable by others'),
  AUDIT_DIR: folder('audit').describe('signed checkpoints of the audit'),
  BACKUP_DIR: somePath.describe(
    'the server backs itself up here each hour; keep it on another disk, and never beside the keys',
  ),
  DATABASE_URL: address(['postgres:', 'postgresql:'])
    .optional()
    .describe('`postgres://…` moves the store to PostgreSQL'),
  SMTP_URL: address(['smtp:', 'smtps:'])
    .optional()
    .describe('the mail server for notices, which hold no health data'),
  MAIL_FROM: z
    .email('the e-mail address that mails come from')
    .optional()
    .describe('the sender of notices; needed with `SMTP_URL`'),
  WEBHOOK_SECRET: z
    .string()
    .regex(/^whsec_[A-Za-z0-9+/]{32,}={0,2}$/, '`whsec_` and at least 24 bytes in base64')
    .optional()
    .describe('signs notices to `safety.webhookUrl` (Standard Webhooks)'),
  OIDC_ISSUER: address(['https:', 'http:'])
    .optional()
    .describe('the clinic’s own OpenID provider, to sign in with: [docs/sign-in.md](docs/sign-in.md)'),
  OIDC_CLIENT_ID: z.string().optional().describe('the name under which the provider knows this server'),
  OIDC_CLIENT_SECRET: z.string().optional().describe('and its secret'),
  OIDC_SECOND_FACTOR: z
    .enum(['ours', 'provider'], '`ours` or `provider`')
    .default('ours')
    .describe('`provider`: its second factor counts, and ours is not asked for'),
  TRUST_PROXY: z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    )
    .refine(
      (parts) => parts.every(isAddressOrNetwork),
      'addresses or networks, with commas between them: 10.0.0.5,10.1.0.0/16',
    )
    .describe('addresses or networks of the proxy whose forwarded addresses are believed, with commas'),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])
    .default('info')
    .describe('how much is logged; never an answer'),
});

/** Reads the environment, or lists everything that is wrong with it; never a value, which may be a secret. */
export const readConfig = (environment: Environment): Result<Config, readonly ConfigProblem[]> => {
  const problems: ConfigProblem[] = [];
  const given = withSecretFiles(environment, problems);
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success) {
    const issues = parsed.error.issues.map((issue) => ({
      name: issue.path.join('.'),
      reason: issue.message,
    }));
    return failed([...problems, ...issues]);
  }
  const read = parsed.data;
  const publicUrl = read.PUBLIC_URL ?? new URL(`http://localhost:${read.PORT}`);
  problems.push(...publicUrlProblems(publicUrl, read.CLINIC_FILE !== undefined));
  if (read.SMTP_URL !== undefined && read.MAIL_FROM === undefined) {
    problems.push({ name: 'MAIL_FROM', reason: 'is needed together with SMTP_URL' });
  }
  const provider = providerOf(read, problems);
  if (problems.length > 0) return failed(problems);
  return ok({
    port: read.PORT,
    host: read.HOST,
    dataDir: read.DATA_DIR,
    keysDir: read.KEYS_DIR,
    auditDir: read.AUDIT_DIR,
    backupDir: read.BACKUP_DIR,
    clinicFile: read.CLINIC_FILE,
    publicUrl,
    trustedProxies: read.TRUST_PROXY,
    store:
      read.DATABASE_URL === undefined
        ? { engine: 'sqlite', file: resolve(read.DATA_DIR, 'prelude.sqlite') }
        : { engine: 'postgres', url: read.DATABASE_URL.href },
    mail:
      read.SMTP_URL === undefined || read.MAIL_FROM === undefined
        ? undefined
        : { smtpUrl: read.SMTP_URL.href, from: read.MAIL_FROM },
    webhookSecret: read.WEBHOOK_SECRET,
    provider,
    logLevel: read.LOG_LEVEL,
  });
};

const providerOf = (
  read: z.output<typeof environmentSchema>,
  problems: ConfigProblem[],
): ProviderConfig | undefined => {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = read;
  if (issuer === undefined && clientId === undefined && clientSecret === undefined) return undefined;
  if (issuer !== undefined && issuer.protocol !== 'https:' && !LOCALHOST.has(issuer.hostname)) {
    problems.push({ name: 'OIDC_ISSUER', reason: 'must begin with https:// on any host but localhost' });
  }
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) {
    problems.push({
      name: 'OIDC_ISSUER',
      reason: 'is needed together with OIDC_CLIENT_ID and OIDC_CLIENT_SECRET: all three or none',
    });
    return undefined;
  }
  return { issuer, clientId, clientSecret, secondFactor: read.OIDC_SECOND_FACTOR };
};

/** An empty variable is one that was left out. */
const withSecretFiles = (environment: Environment, problems: ConfigProblem[]): Environment => {
  const given: Record<string, string | undefined> = {};
  for (const [name, value] of Object.entries(environment)) if (value !== '') given[name] = value;
  for (const name of SECRETS) {
    const file = given[`${name}_FILE`];
    if (file === undefined) continue;
    if (given[name] !== undefined) {
      problems.push({ name, reason: `is given twice: remove it or ${name}_FILE` });
    }
    try {
      given[name] = readFileSync(file, 'utf8').trim();
    } catch {
      problems.push({ name: `${name}_FILE`, reason: 'names a file that cannot be read' });
    }
  }
  return given;
};

const LOCALHOST = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Browsers give encryption, service workers and passkeys to https and to localhost alone. */
const publicUrlProblems = (url: URL, hasClinic: boolean): readonly ConfigProblem[] => {
  const problem = (reason: string) => [{ name: 'PUBLIC_URL', reason }];
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '' || url.username !== '') {
    return problem('is the address of the start page alone, without a path: https://intake.example.com');
  }
  if (LOCALHOST.has(url.hostname)) return [];
  return [
    ...(url.protocol === 'https:' ? [] : problem('must begin with https:// on any host but localhost')),
    ...(hasClinic
      ? []
      : problem('may name another host only together with CLINIC_FILE: without it this is a demonstration')),
  ];
};
