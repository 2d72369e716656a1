import { expect, it } from 'vitest';
import { newRecoveryCodes, recoveryCodeHash } from './recovery-codes.ts';
import { codeAt, keyUri, newTotpKey, stepAt, stepOfCode } from './totp.ts';

/** RFC 6238, appendix B: the ASCII key 12345678901234567890 with SHA-1, cut to six digits. */
const RFC_KEY = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

it.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_234_567_890, '005924'],
  [20_000_000_000, '353130'],
])('at second %i of RFC 6238 the code is %s', (second, code) => {
  expect(codeAt(RFC_KEY, stepAt(second * 1_000))).toBe(code);
});

it.each([
  ['two steps old', -2, false],
  ['one step old', -1, true],
  ['of now', 0, true],
  ['of the next step', 1, false],
])('a code %s', (_, from, isTaken) => {
  const now = Date.parse('2026-11-22T15:00:10Z');
  const step = stepAt(now) + from;
  expect(stepOfCode(RFC_KEY, codeAt(RFC_KEY, step), now)).toBe(isTaken ? step : undefined);
});

it.each([' 287 082 ', '287-082'])('"%s" is read as it was meant', (typed) => {
  expect(stepOfCode(RFC_KEY, typed, 59_000)).toBe(1);
});

it.each(['', '28708', '2870822', 'abcdef', '٢٨٧٠٨٢'])('"%s" is no code', (typed) => {
  expect(stepOfCode(RFC_KEY, typed, 59_000)).toBeUndefined();
});

it('a key has 160 bits and is never the same twice', () => {
  expect(newTotpKey()).toMatch(/^[A-Z2-7]{32}$/);
  expect(newTotpKey()).not.toBe(newTotpKey());
});

it('the QR code names the clinic and the account, with the key', () => {
  const uri = new URL(keyUri(RFC_KEY, 'River Bend', 'sam@clinic.example'));
  expect(uri.protocol).toBe('otpauth:');
  expect(uri.searchParams.get('secret')).toBe(RFC_KEY);
  expect(uri.searchParams.get('issuer')).toBe('River Bend');
});

it('there are ten recovery codes of 120 bits, all different', () => {
  const codes = newRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}$/);
});

it('a recovery code is read however it is copied', () => {
  const hash = recoveryCodeHash('01AB-CDEF-GHJK-MNPQ-RSTV-WXYZ');
  expect(recoveryCodeHash('o1ab cdef ghjk mnpq rstv wxyz')).toBe(hash);
  expect(recoveryCodeHash('OlABCDEFGHJKMNPQRSTVWXYZ')).toBe(hash);
  expect(recoveryCodeHash('11AB-CDEF-GHJK-MNPQ-RSTV-WXYZ')).not.toBe(hash);
});
