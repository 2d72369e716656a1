import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { personas, personasFile } from './personas.ts';

const folder = mkdtempSync(join(tmpdir(), 'prelude-screen-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, text: string | Uint8Array) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

/** The command with these arguments, input and settings file. */
function run(args: readonly string[], input: string | Uint8Array = '', clinicFile = '') {
  const { stdout, stderr, status } = spawnSync('node_modules/.bin/node', ['src/cli/screen.ts', ...args], {
    input,
    encoding: 'utf8',
    env: { ...process.env, CLINIC_FILE: clinicFile },
  });
  return { lines: read(stdout), stderr, status };
}

const read = (stdout: string) =>
  stdout
    .split('\n')
    .filter(Boolean)
    .map((one) => JSON.parse(one));

const asOf = '2026-11-22';
const line = (id: unknown, answers: unknown, more: object = {}) =>
  JSON.stringify({ id, asOf, answers, ...more });

const expected = personas.map(({ id, expect: { flags, ...rest } }) => ({
  id,
  ...rest,
  flags: new Set(flags.map((flag) => JSON.stringify(flag))),
}));
const answered = (lines: readonly { flags: readonly object[]; rulesVersion: string }[]) =>
  lines.map(({ rulesVersion: _, flags, ...rest }) => ({
    ...rest,
    flags: new Set(flags.map((flag) => JSON.stringify(flag))),
  }));

test('the personas, from a file that is one list, are screened as expected', () => {
  const { lines, status } = run([personasFile]);
  expect(status).toBe(0);
  expect(answered(lines)).toEqual(expected);
});

test('npm runs it, and a file is named from where the person stands', () => {
  const { stdout, status } = spawnSync('npm', ['run', '--silent', 'screen', '--', 'personas/cases.json'], {
    cwd: 'tests',
    encoding: 'utf8',
  });
  expect([status, read(stdout).length]).toEqual([0, 27]);
});

test('the personas, one a line on standard input, are screened as expected', () => {
  const { lines, status } = run([], personas.map((persona) => JSON.stringify(persona)).join('\n'));
  expect(status).toBe(0);
  expect(answered(lines)).toEqual(expected);
});

test('a wrong line is answered in its place, and the command ends with 1', () => {
  const input = [line('a', {}), 'not JSON', line('b', { sbp: 400 }), line('c', {})].join('\n');
  const { lines, status } = run([], input);
  expect(status).toBe(1);
  expect(lines.map(({ id, path }) => [id, path])).toEqual([
    ['a', undefined],
    [null, ''],
    ['b', 'answers.sbp'],
    ['c', undefined],
  ]);
});

test('a file with Windows line ends, a byte order mark and blank lines is read like any other', () => {
  const text = `\uFEFF${line('a', {})}\r\n\r\n   \r\n${line('b', { firstName: 'a\u2028b' })}`;
  const { lines, status } = run([file('windows.jsonl', text)]);
  expect(lines.map(({ id, error }) => [id, error])).toEqual([
    ['a', undefined],
    ['b', undefined],
  ]);
  expect(status).toBe(0);
});

test('nothing on standard input is nothing to screen', () => {
  expect(run([])).toEqual({ lines: [], stderr: '', status: 0 });
  expect(run([], '[]').lines).toEqual([]);
});

test('the clinic’s own settings count', () => {
  const clinic = {
    name: 'Test clinic',
    phone: '(615) 555-0100',
    timeZone: 'America/Chicago',
    hours: {},
    replyTime: { en: 'two days', es: 'dos días' },
    locations: [
      { id: 'north', name: 'North' },
      { id: 'south', name: 'South' },
    ],
    thresholds: { auditcMen: 5 },
  };
  const clinicFile = file('clinic.json', JSON.stringify(clinic));
  const input = [
    line('north', { location: 'north', sex: 'male', auditc: [4, 0, 0] }),
    line('west', { location: 'west' }),
  ];
  const { lines } = run([], input.join('\n'), clinicFile);
  expect(lines[0].flags.map(({ id }: { id: string }) => id)).not.toContain('SB-ALCOHOL');
  expect(lines[1]).toMatchObject({ id: 'west', path: 'answers.location' });
});

test.each([
  ['a file that is not there', [join(folder, 'nowhere.json')], '', 'cannot be read (ENOENT)'],
  ['two files', ['a', 'b'], '', 'Use: npm run --silent screen'],
  ['settings that are not there', [], join(folder, 'no-clinic.json'), 'cannot be read'],
  ['settings that are not right', [], file('bad.json', '{"name":""}'), 'name:'],
])('%s: it says so and ends with 2', (_what, args, clinicFile, message) => {
  const { lines, stderr, status } = run(args, '', clinicFile);
  expect([lines, status]).toEqual([[], 2]);
  expect(stderr).toContain(message);
});

test('a reader that leaves early is no error', () => {
  const many = file('many.jsonl', `${line('a', {})}\n`.repeat(2000));
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['-c', 'set -o pipefail; node_modules/.bin/node src/cli/screen.ts "$1" | head -n 1', '-', many],
    { encoding: 'utf8' },
  );
  expect([JSON.parse(stdout).id, stderr.includes('cannot be read'), status]).toEqual(['a', false, 0]);
});
