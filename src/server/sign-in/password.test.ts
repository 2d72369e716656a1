import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { newPassword, type PasswordProblem } from './password.ts';

const own = ['Sam Rivera', 'sam@riverbend.example', 'River Bend Infusion'];
const verdict = (text: string): PasswordProblem | 'taken' => {
  const password = newPassword(text, own);
  return password.ok ? 'taken' : password.error;
};

it.each<[string, number, PasswordProblem | 'taken']>([
  ['just too short', 11, 'too-short'],
  ['just long enough', 12, 'taken'],
  ['as long as it may be', 128, 'taken'],
  ['just too long', 129, 'too-long'],
])('a password %s, of %i characters', (_, length, expected) => {
  const odd = 'zk4 vow7 buj9 xep2 ';
  expect(
    verdict(
      odd
        .repeat(7)
        .slice(0, length - 1)
        .padEnd(length, '!'),
    ),
  ).toBe(expected);
});

it('characters are counted as a person counts them', () => {
  expect(verdict('🌵🚲🪁🧂🎺🥨🌋🛶🧶🪵🦔')).toBe('too-short');
  expect(verdict('🌵🚲🪁🧂🎺🥨🌋🛶🧶🪵🦔🐙')).toBe('taken');
});

describe('easy to guess is', () => {
  it.each([
    'password1234',
    'Password2026!!',
    'P@$$w0rd!!2026!',
    '2026-11-22 2026-11-23',
    'P@ssw0rd2026!',
    'passwordpassword',
    'qwertyuiop12',
    'QWERTYUIOPASDF',
    '1qaz2wsx3edc4rfv',
    '123456789012',
    'aaaaaaaaaaaa',
    'abcabcabcabc',
    'Welcome2026!!',
    'Summer2026!!!',
    'letmeinletmein',
    'iloveyou12345',
    'Clinic123Clinic',
    'KetamineClinic1',
    'spravato2026!',
    'NashvilleTN2026',
    'administrator1',
    'changeme123456',
    'samrivera2026',
    'RiverBendInfusion',
    'poiuytrewq99',
    'contraseña2026',
    'mustang-ferrari-99',
    'Scorpion Mercedes!',
    'sn0wball.cr1cket',
  ])('%s', (text) => {
    expect(verdict(text)).toBe('well-known');
  });
});

describe('fine is', () => {
  it.each([
    'correct horse battery staple',
    'violin harbor tuesday moss',
    'tres gatos y un piano',
    'Xq7!fLw2-kRz',
    'mi abuela canta bajito',
    'пять синих лодок',
  ])('%s', (text) => {
    expect(verdict(text)).toBe('taken');
  });
});

it('the lists hold more than 3,000 common words, each refused with digits behind it', () => {
  const common = readFileSync('src/server/sign-in/common-passwords.txt', 'utf8').trim().split(/\s+/);
  expect(new Set(common).size).toBeGreaterThan(3_000);
  const taken = common.filter((word) => verdict(word.padEnd(12, '1234567890')) === 'taken');
  expect(taken).toEqual([]);
});

it('two ways to type one letter give one password', () => {
  const composed = newPassword('caf\u00e9 harbor moss', []);
  const combined = newPassword('cafe\u0301 harbor moss', []);
  expect(composed).toEqual(combined);
});
