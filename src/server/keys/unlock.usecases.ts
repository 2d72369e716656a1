import { randomUUID } from 'node:crypto';
import type { Transactions } from '../db/transaction.ts';
import { type BlindIndexes, createBlindIndexes } from './blind-index.ts';
import { createEnvelope, type Envelope } from './envelope.ts';
import { KeyProblem, makeKeyFiles, OTHER_KEYS, readKeyFiles, refuseKeysUnderData } from './key-files.ts';
import { createKeyRing, type KeyMaterial, type KeyRing, ROOT_KEY_NAME } from './key-ring.ts';
import { createLiveRootKeys, type LiveRootKeys } from './live-root-keys.ts';
import { readStoreIdentity, rememberStoreIdentity, type StoreIdentity } from './store-identity.repository.ts';

/** What the rest of the server needs to read and write sealed columns. */
export interface Vault {
  readonly clinicId: string;
  readonly keyRing: KeyRing;
  readonly envelope: Envelope;
  readonly indexes: BlindIndexes;
}

/** A vault over a key folder, whose root keys may change while the program runs. */
export interface OpenedVault extends Vault {
  readonly liveRoots: LiveRootKeys;
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
): Promise<OpenedVault> => {
  refuseKeysUnderData(folders.keysDir, folders.dataDir);
  const known = await readStoreIdentity(store.db());
  const present = readKeyFiles(folders.keysDir);
  const isNewClinic = known.fingerprints.size === 0;
  const missing = missingKeys(present, known, isNewClinic);
  const lost = missing.filter((name) => known.fingerprints.has(name));
  if (lost.length > 0) {
    throw new KeyProblem(
      `${folders.keysDir} lacks ${fileNames(lost)}, with which the data is encrypted. Put the escrowed copy there.`,
    );
  }
  // A first start that was killed may have made some of them.
  const made = missing.length > 0 ? makeKeyFiles(folders.keysDir, missing) : [];

  const { fingerprints } = createKeyRing([...present, ...made]);
  // A root key file that a clinic's store does not name waits until `keys rewrap` puts it into use.
  const own = isNewClinic ? fingerprints : withoutRoots(fingerprints);
  await store.inTransaction((tx) => rememberStoreIdentity(tx, known.clinicId ?? randomUUID(), own));
  const agreed = await readStoreIdentity(store.db());
  refuseOthers(isNewClinic ? fingerprints : only(fingerprints, agreed), agreed, folders.keysDir);
  if (agreed.clinicId === undefined) throw new Error('The store did not keep the id of the clinic.');
  const liveRoots = createLiveRootKeys(folders.keysDir, rootsOf(agreed.fingerprints));
  return {
    ...createVault(createKeyRing([...present, ...made], liveRoots), agreed.clinicId),
    liveRoots,
  };
};

const missingKeys = (
  present: readonly KeyMaterial[],
  known: StoreIdentity,
  isNewClinic: boolean,
): readonly string[] => {
  const names = new Set(present.map(({ name }) => name));
  const hasRoot = [...names].some((name) => ROOT_KEY_NAME.test(name));
  const firstRoot = isNewClinic && !hasRoot ? ['k1'] : [];
  const needed = new Set([...known.fingerprints.keys(), ...firstRoot, ...OTHER_KEYS]);
  return [...needed].filter((name) => !names.has(name));
};

type Marks = ReadonlyMap<string, string>;

const rootsOf = (marks: Marks): Marks => new Map([...marks].filter(([name]) => ROOT_KEY_NAME.test(name)));
const withoutRoots = (marks: Marks): Marks =>
  new Map([...marks].filter(([name]) => !ROOT_KEY_NAME.test(name)));
const only = (marks: Marks, { fingerprints }: StoreIdentity): Marks =>
  new Map([...marks].filter(([name]) => fingerprints.has(name)));

const fileNames = (names: readonly string[]): string => names.map((name) => `${name}.key`).join(', ');

const refuseOthers = (present: Marks, agreed: StoreIdentity, keysDir: string): void => {
  const others = [...present].filter(([name, mark]) => agreed.fingerprints.get(name) !== mark);
  if (others.length === 0) return;
  const files = fileNames(others.map(([name]) => name));
  throw new KeyProblem(
    `${files} in ${keysDir}: not the key this data was written with. Put the right one there.`,
  );
};
