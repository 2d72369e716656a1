import { randomBytes } from 'node:crypto';
import { createKeyRing, type KeyRing } from './key-ring.ts';
import { createVault, type Vault } from './unlock.usecases.ts';

/** Keys that live as long as the test. */
export const temporaryKeyRing = (...roots: readonly string[]): KeyRing =>
  createKeyRing(
    [...(roots.length === 0 ? ['k1'] : roots), 'index', 'audit', 'backup'].map((name) => ({
      name,
      bytes: randomBytes(32),
    })),
  );

export const temporaryVault = (clinicId = 'test-clinic'): Vault => createVault(temporaryKeyRing(), clinicId);
