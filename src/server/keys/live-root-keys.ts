import { KeyProblem, readKey } from './key-files.ts';
import {
  fingerprintOf,
  type KeyMaterial,
  newestRoot,
  type RootKey,
  type RootKeys,
  rootKeyOf,
} from './key-ring.ts';

/** Fingerprint by name, of the root keys that the store says are in use. */
export type RootMarks = ReadonlyMap<string, string>;

export interface LiveRootKeys extends RootKeys {
  /** Wraps with the newest of these from now on. Throws a KeyProblem where the folder lacks one, or has another. */
  use(marks: RootMarks): void;
}

/**
 * The root keys of a running server. A file that the store does not name yet waits: it opens, but wraps nothing, so
 * it can be brought to every machine before any of them needs it.
 */
export const createLiveRootKeys = (keysDir: string, marks: RootMarks): LiveRootKeys => {
  const known = new Map<string, { readonly root: RootKey; readonly mark: string }>();
  const look = (name: string) => {
    const found = known.get(name) ?? held(readKey(keysDir, name));
    if (found !== undefined) known.set(name, found);
    return found;
  };
  const checked = (name: string, mark: string): RootKey => {
    const found = look(name);
    if (found === undefined) {
      throw new KeyProblem(
        `${keysDir} lacks ${name}.key, with which the data is encrypted. Put the escrowed copy there.`,
      );
    }
    if (found.mark === mark) return found.root;
    throw new KeyProblem(
      `${name}.key in ${keysDir}: not the key this data was written with. Put the right one there.`,
    );
  };
  const newestOf = (inUse: RootMarks): RootKey => {
    const roots = new Map([...inUse].map(([name, mark]) => [name, checked(name, mark)]));
    const newest = roots.get(newestRoot(roots.keys()) ?? '');
    if (newest === undefined) throw new KeyProblem('The store names no root key.');
    return newest;
  };

  let current = newestOf(marks);
  return {
    get current() {
      return current;
    },
    find: (id) => look(id)?.root,
    use: (inUse) => {
      current = newestOf(inUse);
    },
  };
};

const held = (material: KeyMaterial | undefined) =>
  material && { root: rootKeyOf(material), mark: fingerprintOf(material.bytes) };
