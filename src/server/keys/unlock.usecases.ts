import { randomUUID } from 'node:crypto';
import type { Transactions } from '../db/transaction.ts';
import { type BlindIndexes, createBlindIndexes } from './blind-index.ts';
import { createEnvelope, type Envelope } from './envelope.ts';
import { KeyProblem, makeKeyFiles, readKeyFiles, refuseKeysUnderData } from './key-files.ts';
import { createKeyRing, type KeyMaterial, type KeyRing, ROOT_KEY_NAME } from './key-ring.ts';
import { readStoreIdentity, rememberStoreIdentity, type StoreIdentity } from './store-identity.repository.ts';

/** What the rest of the server needs to read and write sealed columns. */
export interface Vault {
  readonly clinicId: string;
  readonly keyRing: KeyRing;
  readonly envelope: Envelope;
  readonly indexes: BlindIndexes;
}

export const createVault = (keyRing: KeyRing, clinicId: string): Vault => ({
  clinicId,
  keyRing,
  envelope: createEnvelope(keyRing, clinicId),
  indexes: createBlindIndexes(keyRing.index),
});

/**
 * Brings store and keys together: makes the keys of a new clinic, refuses keys that are not those the store was
 * written with. Rejects with a KeyProblem that tells the operator what to do.
 */
export const unlockStore = async (
  store: Transactions,
  folders: { readonly keysDir: string; readonly dataDir: string },
): Promise<Vault> => {
  refuseKeysUnderData(folders.keysDir, folders.dataDir);
  const known = await readStoreIdentity(store.db());
  const present = readKeyFiles(folders.keysDir);
  const missing = missingKeys(present, known);
  const isNewClinic = known.fingerprints.size === 0;
  if (missing.length > 0 && !isNewClinic) {
    throw new KeyProblem(
      `${folders.keysDir} lacks ${fileNames(missing)}, with which the data is encrypted. Put the escrowed copy there.`,
    );
  }
  // A first start that was killed may have made some of them.
  const made = missing.length > 0 ? makeKeyFiles(folders.keysDir, missing) : [];

  const keyRing = createKeyRing([...present, ...made]);
  await store.inTransaction((tx) =>
    rememberStoreIdentity(tx, known.clinicId ?? randomUUID(), keyRing.fingerprints),
  );
  const agreed = await readStoreIdentity(store.db());
  refuseOthers(keyRing, agreed, folders.keysDir);
  if (agreed.clinicId === undefined) throw new Error('The store did not keep the id of the clinic.');
  return createVault(keyRing, agreed.clinicId);
};

const missingKeys = (present: readonly KeyMaterial[], known: StoreIdentity): readonly string[] => {
  const names = new Set(present.map(({ name }) => name));
  const hasRoot = [...names].some((name) => ROOT_KEY_NAME.test(name));
  const needed = new Set([...known.fingerprints.keys(), ...(hasRoot ? [] : ['k1']), 'index', 'audit']);
  return [...needed].filter((name) => !names.has(name));
};

const fileNames = (names: readonly string[]): string => names.map((name) => `${name}.key`).join(', ');

const refuseOthers = (keyRing: KeyRing, agreed: StoreIdentity, keysDir: string): void => {
  const others = [...keyRing.fingerprints].filter(([name, mark]) => agreed.fingerprints.get(name) !== mark);
  if (others.length === 0) return;
  const files = fileNames(others.map(([name]) => name));
  throw new KeyProblem(
    `${files} in ${keysDir}: not the key this data was written with. Put the right one there.`,
  );
};
