import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';
import { temporaryFolder } from './db/store.fixture.ts';

const config = (environment: Record<string, string>) => {
  const read = readConfig(environment);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
};
const problems = (environment: Record<string, string>) => {
  const read = readConfig(environment);
  return read.ok ? [] : read.error.map(({ name }) => name);
};

it('with nothing set a demonstration starts on localhost, with its folders beside each other', () => {
  expect(config({})).toEqual({
    port: 8080,
    host: 'localhost',
    dataDir: resolve('data'),
    keysDir: resolve('keys'),
    auditDir: resolve('audit'),
    backupDir: undefined,
    clinicFile: undefined,
    publicUrl: new URL('http://localhost:8080'),
    trustedProxies: [],
    store: { engine: 'sqlite', file: resolve('data', 'prelude.sqlite') },
    mail: undefined,
    webhookSecret: undefined,
    logLevel: 'info',
  });
});

it('the default address follows the port', () => {
  expect(config({ PORT: '9000' }).publicUrl.href).toBe('http://localhost:9000/');
});

it('an empty variable counts as not set', () => {
  expect(config({ PORT: '', SMTP_URL: '', CLINIC_FILE: '' }).port).toBe(8080);
});

it('everything that is wrong is told at once, without the values', () => {
  const read = readConfig({
    PORT: '70000',
    PUBLIC_URL: 'ftp://x',
    TRUST_PROXY: 'everyone',
    DATABASE_URL: 'mysql://root:hunter2@db',
    SMTP_URL: 'hunter2',
    LOG_LEVEL: 'loud',
  });
  expect(read.ok).toBe(false);
  if (read.ok) return;
  expect(read.error.map(({ name }) => name).sort()).toEqual([
    'DATABASE_URL',
    'LOG_LEVEL',
    'PORT',
    'PUBLIC_URL',
    'SMTP_URL',
    'TRUST_PROXY',
  ]);
  expect(JSON.stringify(read.error)).not.toMatch(/hunter2|70000/);
});

describe('a start with PUBLIC_URL', () => {
  const clinic = { CLINIC_FILE: 'clinic.json' };
  it.each<[string, Record<string, string>, number]>([
    ['plain http on localhost', { PUBLIC_URL: 'http://localhost:3000' }, 0],
    ['plain http on the loopback address', { PUBLIC_URL: 'http://127.0.0.1:3000' }, 0],
    ['https on another host with a clinic', { PUBLIC_URL: 'https://intake.example.com', ...clinic }, 0],
    ['https on another host without a clinic', { PUBLIC_URL: 'https://intake.example.com' }, 1],
    ['plain http on another host', { PUBLIC_URL: 'http://intake.example.com', ...clinic }, 1],
    ['a host that only begins like localhost', { PUBLIC_URL: 'http://localhost.example.com', ...clinic }, 1],
    ['a path', { PUBLIC_URL: 'https://example.com/intake', ...clinic }, 1],
  ])('of %s', (_, environment, count) => {
    expect(problems(environment)).toHaveLength(count);
  });
});

describe('a secret in a file', () => {
  const secretFile = () => {
    const file = join(temporaryFolder(), 'secret');
    writeFileSync(file, 'postgres://clinic:secret@db/prelude\n');
    return file;
  };

  it('is read, without the newline at its end', () => {
    expect(config({ DATABASE_URL_FILE: secretFile() }).store).toEqual({
      engine: 'postgres',
      url: 'postgres://clinic:secret@db/prelude',
    });
  });

  it('is refused beside the same variable, or when it cannot be read', () => {
    expect(problems({ DATABASE_URL_FILE: secretFile(), DATABASE_URL: 'postgres://db' })).toContain(
      'DATABASE_URL',
    );
    expect(problems({ DATABASE_URL_FILE: '/nowhere/secret' })).toContain('DATABASE_URL_FILE');
  });
});

it('mail needs a sender', () => {
  expect(problems({ SMTP_URL: 'smtps://mail.example.com' })).toEqual(['MAIL_FROM']);
  const { mail } = config({ SMTP_URL: 'smtps://mail.example.com', MAIL_FROM: 'intake@example.com' });
  expect(mail?.from).toBe('intake@example.com');
});

it.each([
  ['10.0.0.1', 0],
  ['10.0.0.0/8, ::1', 0],
  ['fd00::/8', 0],
  ['10.0.0.0/33', 1],
  ['true', 1],
  ['10.0.0.1/8/8', 1],
])('TRUST_PROXY=%s has %i problems', (value, count) => {
  expect(problems({ TRUST_PROXY: value })).toHaveLength(count);
});
