import { createHmac, createPrivateKey, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';

/** 32 random bytes as they lie in a key file, with the name of that file: `k1`, `k2`, … or `index`, `audit` or `backup`. */
export interface KeyMaterial {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface RootKey {
  readonly id: string;
  readonly wrapping: KeyObject;
}

/** Root keys open what they wrapped; one of them wraps what is new. */
export interface RootKeys {
  readonly current: RootKey;
  find(id: string): RootKey | undefined;
}

/** All that is derived from the key files. Each use has its own key, so that none can stand in for another. */
export interface KeyRing {
  readonly roots: RootKeys;
  readonly index: KeyObject;
  readonly auditChain: KeyObject;
  /** Ed25519: signs the checkpoints of the audit chain. */
  readonly auditCheckpoint: KeyObject;
  /** Seals the list of erasures that lies outside the database. */
  readonly erasures: KeyObject;
  /** Seals backups. It lies with the other keys, never with a backup. */
  readonly backup: KeyObject;
  /** Names a key without telling it: by key name. */
  readonly fingerprints: ReadonlyMap<string, string>;
}

export const ROOT_KEY_NAME = /^k([1-9][0-9]{0,5})$/;
const versionOf = (name: string): number => Number(ROOT_KEY_NAME.exec(name)?.[1] ?? 0);

/** The root key of the highest version, by name: `k10` is newer than `k9`. */
export const newestRoot = (names: Iterable<string>): string | undefined =>
  [...names]
    .filter((name) => ROOT_KEY_NAME.test(name))
    .sort((a, b) => versionOf(a) - versionOf(b))
    .at(-1);

export const nextRoot = (names: Iterable<string>): string => `k${versionOf(newestRoot(names) ?? 'k0') + 1}`;

export const rootKeyOf = ({ name, bytes }: KeyMaterial): RootKey => ({
  id: name,
  wrapping: derive(bytes, 'wrap record keys'),
});

/** Root keys that stay as they are. */
const fixedRoots = (materials: readonly KeyMaterial[]): RootKeys => {
  const roots = new Map(
    materials.filter(({ name }) => ROOT_KEY_NAME.test(name)).map((one) => [one.name, rootKeyOf(one)]),
  );
  const current = roots.get(newestRoot(roots.keys()) ?? '');
  if (current === undefined) throw new Error('A key ring needs a root key.');
  return { current, find: (id) => roots.get(id) };
};

export const createKeyRing = (
  materials: readonly KeyMaterial[],
  roots: RootKeys = fixedRoots(materials),
): KeyRing => {
  const index = materials.find(({ name }) => name === 'index');
  const audit = materials.find(({ name }) => name === 'audit');
  const backup = materials.find(({ name }) => name === 'backup');
  if (index === undefined || audit === undefined || backup === undefined) {
    throw new Error('A key ring needs an index key, an audit key and a backup key.');
  }
  return {
    roots,
    index: derive(index.bytes, 'blind index'),
    auditChain: derive(audit.bytes, 'audit chain'),
    auditCheckpoint: signingKey(derive(audit.bytes, 'audit checkpoint')),
    erasures: derive(audit.bytes, 'list of erasures'),
    backup: derive(backup.bytes, 'backup'),
    fingerprints: new Map(materials.map((material) => [material.name, fingerprintOf(material.bytes)])),
  };
};

const derive = (bytes: Uint8Array, use: string): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sha256', bytes, Buffer.alloc(0), `prelude/1/${use}`, 32)));

export const fingerprintOf = (bytes: Uint8Array): string =>
  createHmac('sha256', derive(bytes, 'fingerprint')).update('prelude').digest('hex').slice(0, 32);

const ED25519_PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

const signingKey = (seed: KeyObject): KeyObject =>
  createPrivateKey({ key: Buffer.concat([ED25519_PKCS8, seed.export()]), format: 'der', type: 'pkcs8' });
