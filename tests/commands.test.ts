import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import { helpOf } from '../src/cli/command.ts';
import { commands } from '../src/cli/commands.ts';
import { bareEnvironment } from '../src/server/bare-environment.fixture.ts';
import { lockFolder } from '../src/server/db/lock.ts';

const root = mkdtempSync(join(tmpdir(), 'prelude-commands-'));
afterAll(() => rmSync(root, { recursive: true }));

const placesIn = (name: string) => ({
  DATA_DIR: join(root, name, 'data'),
  KEYS_DIR: join(root, name, 'keys'),
  AUDIT_DIR: join(root, name, 'audit'),
});

const run = (args: readonly string[], clinic = 'demo', environment: Record<string, string> = {}) => {
  const { stdout, stderr, status } = spawnSync('node_modules/.bin/node', ['src/cli/cli.ts', ...args], {
    encoding: 'utf8',
    env: { ...bareEnvironment(), ...placesIn(clinic), ...environment },
  });
  return { stdout, stderr, status };
};

const MINUTE = 60_000;

it('demo begins no clinic while a server is starting on the folder', () => {
  const starting = lockFolder(placesIn('starting').DATA_DIR);
  const { stderr, status } = run(['demo'], 'starting');
  starting.release();
  expect(status).toBe(1);
  expect(stderr).toContain('Another server is running');
});

describe('the commands, one after the other on one clinic, beside a running server', {
  timeout: MINUTE,
}, () => {
  let lock: ReturnType<typeof lockFolder> | undefined;
  afterAll(() => lock?.release());

  it('refuse to begin a clinic in a wrong folder', () => {
    const { stderr, status } = run(['user', 'list']);
    expect(status).toBe(1);
    expect(stderr).toContain("There is no clinic's data in");
  });

  it('demo fills an empty clinic once', () => {
    const first = run(['demo', '--submissions', '30', '--seed', '3']);
    expect(first.stderr).toBe('');
    expect(first.stdout).toContain('30 forms and 1 alerts without a form came from invented people');
    expect(first.stdout).toMatch(/http:\/\/localhost:8080\/clinic\/setup#invited\.[A-Za-z0-9_-]{43}$/m);
    lock = lockFolder(placesIn('demo').DATA_DIR);
    const again = run(['demo', '--submissions', '1']);
    expect(again.status).toBe(1);
    expect(again.stderr).toContain('--yes');
  });

  it('user add prints a link, user list shows the account, and the last administrator stays', () => {
    const who = ['--sign-in', 'noor@clinic.example'];
    const added = run(['user', 'add', '--name', 'Noor Haddad', ...who, '--roles', 'clinician,administrator']);
    expect(added.stdout).toMatch(/http:\/\/localhost:8080\/clinic\/setup#invited\.[A-Za-z0-9_-]{43}/);
    expect(run(['user', 'list']).stdout).toMatch(
      /^invited +noor@clinic\.example +clinician,administrator +Noor/m,
    );
    expect(run(['user', 'disable', ...who]).stderr).toContain('last administrator');
    expect(run(['user', 'reset', ...who]).stdout).toContain('/clinic/setup#invited.');
  });

  it('purge says what would go; erase and hold ask for a case that is there, and for a reason of the list', () => {
    expect(run(['purge', '--dry-run']).stdout).toContain('Would go: 0 expired drafts, 0 closed cases');
    expect(run(['purge']).stdout).toContain('Gone: 0 expired drafts');
    expect(run(['hold', 'ZZZ-ZZZ']).stderr).toContain('There is no case with this reference');
    expect(run(['erase', 'ZZZ-ZZZ', '--reason', 'patient-asked']).stderr).toContain('There is no case');
    const wrong = run(['erase', 'ZZZ-ZZZ', '--reason', 'because']);
    expect([wrong.status, wrong.stderr]).toEqual([2, expect.stringContaining('one of: patient-asked')]);
    expect(run(['erase', '--reason', 'test-data']).status).toBe(2);
  });

  it('replay gives every submission its own result again, says what older rules did, and knows one by its reference', () => {
    const { stdout, status } = run(['replay', '--all', '--pack', '2026-11-22']);
    expect(stdout).toMatch(
      /^30 submissions\.\nUnder the rules of their day: 30 identical, 0 not\.\nUnder rules 2026-11-22: 30 the same, 0 different\./,
    );
    expect(status).toBe(0);
    expect(run(['replay', 'KX7-4M2']).stderr).toContain('no submission with the reference KX7-4M2');
    expect(run(['replay']).stderr).toContain('name one reference, or all');
    expect(run(['replay', '--all', '--pack', 'nowhere']).stderr).toContain('no released pack and no file');
    const own = join(root, 'own-rules.json');
    const { clinicRules } = JSON.parse(readFileSync('clinic.example.json', 'utf8'));
    writeFileSync(own, JSON.stringify(clinicRules));
    expect(run(['replay', '--all', '--pack', own]).stdout).toContain('CLINIC-SEIZURE-ON-THEOPHYLLINE');
    writeFileSync(own, JSON.stringify({ ...clinicRules, raise: [{ rule: 'CV-AVM', to: 'info', why: 'x' }] }));
    expect(run(['replay', '--all', '--pack', own]).stderr).toContain('raise.0.to: does not raise it');
  });

  it('doctor finds nothing to do in a new demonstration', () => {
    const { stdout, status } = run(['doctor']);
    expect(stdout).toMatch(/^ok +Keys +those the data was written with: audit [0-9a-f]{16}/m);
    expect(stdout).not.toContain('TO DO');
    expect(status).toBe(0);
  });

  it('a root key is replaced: added, put into use, not ended too soon, and every record opens', () => {
    expect(run(['keys', 'add']).stdout).toContain('k2.key lies in');
    expect(run(['keys', 'rewrap']).stdout).toMatch(
      /^\d+ record keys were wrapped anew; new records use k2 too\.\n$/,
    );
    const early = run(['keys', 'retire', '--key', 'k1']);
    expect(early.stderr).toContain('Try again in a minute');
    expect(early.status).toBe(1);
    const verified = run(['keys', 'verify']);
    expect(verified.stdout).toMatch(/^\d+ rows open, 0 do not\.\n$/);
    expect(verified.status).toBe(0);
  });

  const backups = join(root, 'backups');
  const elsewhere = { KEYS_DIR: placesIn('demo').KEYS_DIR, AUDIT_DIR: placesIn('demo').AUDIT_DIR };

  it('a backup is made, and a drill restores it and looks at all of it', () => {
    const made = run(['backup', '--to', backups]);
    expect(made.stdout).toMatch(/: \d+ rows of \d+ tables, [\d.]+ MiB\./);
    const drilled = run(['backup', 'drill', '--from', backups]);
    expect(drilled.stdout).toContain('can be restored:');
    expect(drilled.stdout).toMatch(/^ +\d+ rows with sealed columns, all of which open$/m);
  });

  it('a backup is restored into an empty folder, not under a server', () => {
    expect(run(['restore', '--from', backups]).stderr).toContain('Another server is running');
    const restored = run(['restore', '--from', backups], 'restored', elsewhere);
    expect(restored.stderr).toBe('');
    expect(restored.stdout).toContain('Everybody who was signed in is signed out. Start the server.');
  });

  it('what was restored is a clinic, and its audit says that it was', () => {
    const { stdout, status } = run(['audit', 'verify'], 'restored', elsewhere);
    expect(stdout).toContain('The audit is whole');
    expect(stdout).toContain('A backup was restored on');
    expect(status).toBe(0);
    rmSync(elsewhere.AUDIT_DIR, { recursive: true });
  });

  it('a clinic does not move while its server runs', () => {
    const { stderr, status } = run(['move', '--to', 'postgres://nobody@127.0.0.1:1/none']);
    expect(stderr).toContain('Another server is running');
    expect(status).toBe(1);
  });

  it('audit verify ends well, and names the row that somebody changed', () => {
    const well = run(['audit', 'verify']);
    expect(well.stdout).toMatch(
      /The audit is whole: (\d+) rows, \1 of them not sealed by a checkpoint yet\./,
    );
    expect(well.status).toBe(0);
    const database = new DatabaseSync(join(placesIn('demo').DATA_DIR, 'prelude.sqlite'));
    database.exec('drop trigger audit_refuses_update');
    database.exec("update audit set reason = 'another' where seq = 4");
    database.close();
    const changed = run(['audit', 'verify']);
    expect(changed.stdout).toContain('the first bad row is 4 (edited)');
    expect(changed.status).toBe(1);
  });
});

it('demo puts no invented people into a real clinic', () => {
  const refused = run(['demo', '--yes'], 'real', { CLINIC_FILE: 'clinic.example.json' });
  expect(refused.stderr).toContain('CLINIC_FILE names a real clinic');
  expect(refused.status).toBe(1);
});

it('demo tries the settings of a clinic that says it is none, its locations among them', () => {
  const file = join(root, 'tried.json');
  const example = JSON.parse(readFileSync('clinic.example.json', 'utf8'));
  writeFileSync(file, JSON.stringify({ ...example, demonstration: true }));
  const filled = run(['demo', '--submissions', '4'], 'tried', { CLINIC_FILE: file });
  expect(filled.status, filled.stderr).toBe(0);
  const database = new DatabaseSync(join(placesIn('tried').DATA_DIR, 'prelude.sqlite'));
  const places = database.prepare('select distinct location from submissions').all();
  database.close();
  expect(places.every(({ location }) => ['nashville', 'franklin'].includes(String(location)))).toBe(true);
});

it('doctor says what must be done where the settings are wrong or the data is missing', () => {
  const wrong = run(['doctor'], 'none', { PORT: 'tea', CLINIC_FILE: join(root, 'missing.json') });
  expect(wrong.stdout).toMatch(/TO DO +Settings/);
  expect(wrong.stdout).toContain('PORT: a port number');
  expect(wrong.status).toBe(1);
  const empty = run(['doctor'], 'none');
  expect(empty.stdout).toMatch(/TO DO +Database +There is no clinic's data/);
  expect(empty.status).toBe(1);
});

it('a command refuses what is no database, and says so without a stack', () => {
  const places = placesIn('broken');
  spawnSync('mkdir', ['-p', places.DATA_DIR]);
  writeFileSync(join(places.DATA_DIR, 'prelude.sqlite'), 'not a database at all'.repeat(100));
  const { stderr, status } = run(['user', 'list'], 'broken');
  expect(status).toBe(1);
  expect(stderr).toContain('The data cannot be read or written now');
  expect(stderr).not.toContain('    at ');
});

it('wrong options end with 2 and the help of the command', () => {
  const { stderr, status } = run(['user', 'add', '--name', 'Ana', '--roles', 'chef']);
  expect(status).toBe(2);
  expect(stderr).toContain('--sign-in: the e-mail or user name');
  expect(stderr).toContain('--roles: one or more of clinician');
});

it.each(['docs/operations.md', 'docs/growing.md', 'README.md', 'CONTRIBUTING.md', 'SECURITY.md'])(
  '%s names no command, and no option of one, that is not there',
  (file) => {
    // As `npm run cli --`, as a unit starts it, or as the short name that operations.md gives it.
    const called = /(?:npm run cli --|src\/cli\/cli\.ts|(?:^|&& )prelude) ([a-z][^\n`&]*)/gm;
    const lines = [...readFileSync(file, 'utf8').matchAll(called)].map(([, line = '']) =>
      line.trim().split(' '),
    );
    for (const words of lines) {
      const found = commands.find(({ name }) => name.split(' ').every((word, at) => words[at] === word));
      expect(found, words.join(' ')).toBeDefined();
      const options = words.filter((word) => word.startsWith('--')).map((word) => word.slice(2));
      expect(Object.keys(found?.options ?? {}), words.join(' ')).toEqual(expect.arrayContaining(options));
    }
  },
);

describe('docs/commands.md', () => {
  const text = readFileSync('docs/commands.md', 'utf8');
  const examples = [...text.matchAll(/^npm run cli -- (.+)$/gm)].map(([, line = '']) => line);

  it('shows every command with its own example, and no other', () => {
    const own = commands.map(({ name, example }) => `${name} ${example}`.trim());
    expect([...examples].sort()).toEqual([...own].sort());
  });

  it.each(commands)('the help of $name shows its example', (command) => {
    expect(helpOf(command)).toContain(`npm run cli -- ${command.name} ${command.example}`.trim());
  });

  it('a command answers --help', () => {
    const { stdout, status } = run(['user', 'add', '--help']);
    expect(status).toBe(0);
    expect(stdout).toContain('npm run cli -- user add');
  });
});
