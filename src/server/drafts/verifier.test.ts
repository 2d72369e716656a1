import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { hashOfVerifier, opens, verifierIn } from './verifier.ts';

const mine = `${'A1b2_'.repeat(8)}x-9`;

it('a draft is opened by its own verifier, by no other, and never where there is none', () => {
  const stored = hashOfVerifier(mine);
  expect(opens(mine, stored)).toBe(true);
  expect(opens(mine.toLowerCase(), stored)).toBe(false);
  expect(opens('', stored)).toBe(false);
  expect(opens(mine, undefined)).toBe(false);
  expect(opens('', undefined)).toBe(false);
});

it('the store keeps the hash of a verifier: SHA-256, as every draft before was kept', () => {
  expect(hashOfVerifier(mine)).toBe(createHash('sha256').update(mine).digest('base64url'));
});

it('the verifier is read from its own kind of header, whole', () => {
  expect(mine).toHaveLength(43);
  expect(verifierIn(`Draft ${mine}`)).toBe(mine);
  const others = [
    undefined,
    '',
    'Draft ',
    mine,
    `Bearer ${mine}`,
    `draft ${mine}`,
    `Draft ${mine}a`,
    `Draft ${mine.slice(1)}`,
    `Draft ${mine.slice(1)}+`,
    ` Draft ${mine}`,
    `Draft ${mine} `,
  ];
  for (const header of others) expect(verifierIn(header)).toBeUndefined();
});
