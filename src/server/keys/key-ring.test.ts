import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { createKeyRing, newestRoot, nextRoot } from './key-ring.ts';
import { temporaryKeyRing } from './vault.fixture.ts';

it.each([
  [['k9', 'k10', 'k2'], 'k10'],
  [['k2', 'index', 'audit', 'k1'], 'k2'],
  [['k0', 'k01', 'k1a', 'ak1', 'k', 'k1000000'], undefined],
  [['k999999', 'k1'], 'k999999'],
  [[], undefined],
])('of %j the newest root key is %s', (names, newest) => {
  expect(newestRoot(names)).toBe(newest);
});

it('the next root key is one further than the newest, and the first is k1', () => {
  expect(nextRoot(['k9', 'k10', 'index'])).toBe('k11');
  expect(nextRoot(['index'])).toBe('k1');
});

it('a ring finds the root keys it has, by name, and wraps with the newest', () => {
  const { roots } = temporaryKeyRing('k1', 'k3');
  expect(roots.current.id).toBe('k3');
  expect(roots.find('k1')?.id).toBe('k1');
  expect(roots.find('k2')).toBeUndefined();
  expect(roots.find('index')).toBeUndefined();
});

it.each(['k1', 'index', 'audit', 'backup'])('there is no ring without its key %s', (missing) => {
  const materials = ['k1', 'index', 'audit', 'backup']
    .filter((name) => name !== missing)
    .map((name) => ({ name, bytes: randomBytes(32) }));
  expect(() => createKeyRing(materials)).toThrow(
    missing === 'k1' ? 'needs a root key' : 'needs an index key, an audit key and a backup key',
  );
});
