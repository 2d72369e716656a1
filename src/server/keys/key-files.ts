import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { type KeyMaterial, ROOT_KEY_NAME } from './key-ring.ts';

/** The keys are not as they must be. The message is for the operator; the server does not start. */
export class KeyProblem extends Error {
  override readonly name = 'KeyProblem';
}

/** Keys beside the data would be stolen, backed up and restored together with it. */
export const refuseKeysUnderData = (keysDir: string, dataDir: string): void => {
  const keys = realPlace(keysDir);
  const data = realPlace(dataDir);
  if (keys === data || keys.startsWith(data + sep)) {
    throw new KeyProblem(
      `KEYS_DIR (${keysDir}) lies under DATA_DIR (${dataDir}). Keep the keys in a folder of their own.`,
    );
  }
};

/** Every key file of the folder, `[]` when there is none yet. */
export const readKeyFiles = (keysDir: string): readonly KeyMaterial[] => {
  if (!existsSync(keysDir)) return [];
  return readdirSync(keysDir)
    .filter((file) => isKeyName(basename(file, EXTENSION)) && file.endsWith(EXTENSION))
    .sort()
    .map((file) => readKeyFile(join(keysDir, file)));
};

/** One key of the folder, `undefined` where it has none of that name. */
export const readKey = (keysDir: string, name: string): KeyMaterial | undefined => {
  const file = join(keysDir, name + EXTENSION);
  return existsSync(file) ? readKeyFile(file) : undefined;
};

/** Puts a key aside that nothing in the store needs any more; backups may, so it is not destroyed here. */
export const retireKeyFile = (keysDir: string, name: string): string => {
  const aside = join(keysDir, `${name}.retired`);
  renameSync(join(keysDir, name + EXTENSION), aside);
  syncFolder(keysDir);
  return aside;
};

/** Makes keys for a new clinic. They reach the disk before anything is encrypted with them. */
export const makeKeyFiles = (keysDir: string, names: readonly string[]): readonly KeyMaterial[] => {
  mkdirSync(keysDir, { recursive: true, mode: 0o700 });
  const materials = names.map((name) => ({ name, bytes: randomBytes(KEY_BYTES) }));
  for (const material of materials) writeKeyFile(keysDir, material);
  syncFolder(keysDir);
  return materials;
};

const EXTENSION = '.key';
const KEY_BYTES = 32;
/** The keys of a clinic beside its root keys. */
export const OTHER_KEYS: readonly string[] = ['index', 'audit', 'backup'];
const LINE = /^prelude-key ([a-z0-9]+) ([A-Za-z0-9_-]{43})\n$/;

const isKeyName = (name: string): boolean => OTHER_KEYS.includes(name) || ROOT_KEY_NAME.test(name);

const readKeyFile = (file: string): KeyMaterial => {
  const { mode } = statSync(file);
  if ((mode & 0o077) !== 0) {
    throw new KeyProblem(`${file} can be read by other accounts. Run: chmod 600 ${file}`);
  }
  const [, name, secret] = LINE.exec(readFileSync(file, 'utf8')) ?? [];
  if (name === undefined || secret === undefined || name !== basename(file, EXTENSION)) {
    throw new KeyProblem(`${file} is not a whole key file. Put the escrowed copy in its place.`);
  }
  return { name, bytes: Buffer.from(secret, 'base64url') };
};

const writeKeyFile = (keysDir: string, { name, bytes }: KeyMaterial): void => {
  const file = join(keysDir, name + EXTENSION);
  const unfinished = `${file}.new`;
  rmSync(unfinished, { force: true });
  const handle = openSync(unfinished, 'wx', 0o600);
  writeSync(handle, `prelude-key ${name} ${Buffer.from(bytes).toString('base64url')}\n`);
  fsyncSync(handle);
  closeSync(handle);
  renameSync(unfinished, file);
};

export const syncFolder = (folder: string): void => {
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
};

/** The place a path leads to, links followed, also when its last parts do not exist yet. */
const realPlace = (path: string): string => {
  const whole = resolve(path);
  // The root always exists: it ends there.
  return existsSync(whole) ? realpathSync(whole) : join(realPlace(dirname(whole)), basename(whole));
};
